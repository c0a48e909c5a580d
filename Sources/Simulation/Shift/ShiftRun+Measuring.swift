import Station
import Storage
import Warehouse

extension ShiftRun {
  /// Asks the forecaster, which sees the store as it is at this moment.
  mutating func probe(_ wave: Code<Wave>?) throws {
    for figures in try watch.figures(at: clock) {
      guard let forecast = figures.forecast, measured[figures.wave]?.finish == nil else { continue }
      func seconds(_ time: Timestamp) -> Double {
        Double(time.milliseconds - start.milliseconds) / 1000
      }
      let seen = ShiftMeasure.Probe(
        at: now, picked: forecast.picked.map(seconds), early: seconds(forecast.early),
        middle: seconds(forecast.middle),
        late: seconds(forecast.late), isLate: forecast.risk == .late || forecast.risk == .missed)
      if figures.wave == wave {
        measured[figures.wave]?.third = seen
      } else if wave == nil {
        measured[figures.wave]?.probes.append(seen)
      }
    }
  }

  // MARK: - Acts

  /// Waves at 30 % of their lines are forecast once.
  mutating func thirds() throws {
    guard !isBranch else { return }
    let open = measured.values.filter { $0.third == nil && $0.finish == nil }
    guard !open.isEmpty else { return }
    let progress = try store.read { try $0.waveProgress() }
    for wave in progress where measured[wave.wave.code]?.third == nil {
      let done = wave.lines - wave.open
      if done > 0, measured[wave.wave.code]?.begin == nil { measured[wave.wave.code]?.begin = now }
      guard done * 10 >= wave.lines * 3, measured[wave.wave.code]?.finish == nil else { continue }
      try probe(wave.wave.code)
      for number in 0..<branches {
        let finish = try worked(wave.wave.code, chance: number)
        measured[wave.wave.code]?.branches.append(finish)
      }
    }
  }

  /// When a wave is done if the shift goes on from here with other chances and no more waves.
  ///
  /// One who knew everybody's pace could say no more: it bounds what a forecaster can do.
  private func worked(_ wave: Code<Wave>, chance: Int) throws -> Double {
    var branch = self
    branch.isBranch = true
    branch.store = store.copy()
    branch.random = SeededGenerator(seed: seed &* 1_000 &+ UInt64(chance), stream: 13)
    for index in posts.indices {
      branch.posts[index].person = posts[index].person.drawnAnew(after: now, &branch.random)
    }
    branch.outages.removeAll { $0.lowerBound > now }
    // The act under way ends here; what comes after it is by chance.
    if let index = posts.indices.min(by: { posts[$0].due < posts[$1].due }),
      posts[index].due <= now
    {
      try branch.goOn(index)
    }
    while branch.measured[wave]?.finish == nil, branch.now < 60_000,
      let index = branch.posts.indices.min(by: { branch.posts[$0].due < branch.posts[$1].due })
    {
      branch.now = branch.posts[index].due
      try branch.act(index)
    }
    return branch.measured[wave]?.finish ?? 60_000
  }

  mutating func noteFinished() throws {
    for (code, measure) in measured where measure.finish == nil {
      guard try store.read({ try $0.wave(code)?.state }) == .done else { continue }
      let seconds = surprise(measure)
      measured[code]?.finish = now
      measured[code]?.surprises = seconds
    }
  }

  /// Seconds of what nobody could foresee 20 minutes before a wave's cut-off.
  private func surprise(_ measure: ShiftMeasure) -> Double {
    let from = measure.cutOff - 1_200
    var seconds = 0.0
    for outage in plan.outages where outage.lowerBound >= from && outage.lowerBound <= now {
      seconds += outage.upperBound - outage.lowerBound
    }
    for wave in plan.waves where wave.release >= from && wave.release <= now {
      // A wave with an earlier truck goes before.
      if wave.cutOff < measure.cutOff { seconds += 1_200 }
    }
    return seconds
  }
}
