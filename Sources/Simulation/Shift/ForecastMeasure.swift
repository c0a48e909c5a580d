/// How good the forecasts of simulated shifts were.
public struct ForecastMeasure: Hashable, Codable, Sendable {
  /// Shifts.
  public var seeds = 0
  /// Waves that were finished.
  public var waves = 0
  /// Waves with a forecast at 30 % of their lines.
  public var measured = 0
  /// Of these, how many were within 10 % of the wave's duration.
  public var within = 0
  /// Of these, how many were within 10 % of the time from the release on.
  public var withinRelease = 0
  /// Of these, how many finished between the 10 % and the 90 % finish.
  public var inside = 0
  /// Waves that were worked on with other chances from 30 % of their lines.
  public var branched = 0
  /// Of these, how many finished within 10 % of the duration of the middle of those finishes.
  public var possible = 0
  /// The median of how far off they were, in thousandths of the duration.
  public var medianOff = 0
  /// The mean of forecast minus actual, in thousandths of the duration.
  public var bias = 0
  /// The mean of forecast minus actual when the last list is set down, in thousandths.
  public var pickBias = 0
  /// The mean of forecast minus actual of the time from there to the last label, in thousandths.
  public var packBias = 0
  /// Waves that missed their cut-off.
  public var late = 0
  /// Of these, how many could be foreseen 20 minutes before.
  public var foreseeable = 0
  /// Of these, how many were called late 20 minutes before.
  public var flagged = 0
  /// Waves called late at any time before their cut-off.
  public var flags = 0
  /// Of these, how many were in time.
  public var falseFlags = 0

  /// Works shifts of seeds from 1 on.
  ///
  /// - Parameters:
  ///   - seeds: how many shifts.
  ///   - orders: how many orders a wave has in the mean.
  ///   - branches: how often each wave is worked on from 30 % of its lines with other chances.
  ///   - isCalm: whether nobody goes away outside the breaks and every bench prints.
  ///   - told: told of each wave.
  public static func run(
    seeds: ClosedRange<Int>, orders: Int, branches: Int = 0, isCalm: Bool = false,
    told: (ShiftMeasure) -> Void = { _ in }
  ) throws -> ForecastMeasure {
    var result = ForecastMeasure()
    var offs: [Double] = []
    var parts: [(pick: Double, pack: Double)] = []
    for seed in seeds {
      var shift = try ShiftRun(
        seed: UInt64(seed), orders: orders, branches: branches, isCalm: isCalm)
      result.seeds += 1
      for measure in try shift.run() {
        told(measure)
        result.take(measure, &offs)
        if let part = measure.parts { parts.append(part) }
      }
    }
    let sizes = offs.map(abs).sorted()
    if !sizes.isEmpty {
      result.medianOff = Int(sizes[sizes.count / 2] * 1000)
      result.bias = Int(offs.reduce(0, +) / Double(offs.count) * 1000)
    }
    if !parts.isEmpty {
      let count = Double(parts.count)
      result.pickBias = Int(parts.reduce(0) { $0 + $1.pick } / count * 1000)
      result.packBias = Int(parts.reduce(0) { $0 + $1.pack } / count * 1000)
    }
    return result
  }

  private mutating func take(_ measure: ShiftMeasure, _ offs: inout [Double]) {
    guard let finish = measure.finish, let begin = measure.begin else { return }
    waves += 1
    if let third = measure.third {
      measured += 1
      let duration = max(1, finish - begin)
      let off = (third.middle - finish) / duration
      offs.append(off)
      if abs(off) <= 0.1 { within += 1 }
      if abs(third.middle - finish) <= 0.1 * (finish - measure.release) { withinRelease += 1 }
      if !measure.branches.isEmpty {
        branched += 1
        let middle = measure.branches.sorted()[measure.branches.count / 2]
        if abs(middle - finish) <= 0.1 * duration { possible += 1 }
      }
      if finish >= third.early, finish <= third.late { inside += 1 }
    }
    let before = measure.probes.filter { $0.at <= measure.cutOff }
    let wasFlagged = before.contains(where: \.isLate)
    if wasFlagged { flags += 1 }
    guard finish > measure.cutOff else {
      if wasFlagged { falseFlags += 1 }
      return
    }
    late += 1
    guard measure.cutOff - measure.release >= 1_800,
      finish - measure.cutOff > measure.surprises
    else { return }
    foreseeable += 1
    let last = before.last { $0.at <= measure.cutOff - 1_200 }
    if last?.isLate == true { flagged += 1 }
  }
}
