import Warehouse

extension Prepared {
  /// Works the lists off: who gets free takes the first that suits, as the floor gives them out.
  func pick(_ random: inout ForecastRandom, _ progress: inout Progress) {
    let busy = Set(jobs.compactMap(\.holder))
    let crew = crew(work.pickers, isBusy: busy.contains, &random)
    var free = [Double](repeating: 0, count: crew.count)
    var done = [Double?](repeating: nil, count: jobs.count)
    var waiting: [Int] = []
    func over(_ place: Int, at end: Double) {
      let job = jobs[place]
      done[place] = end
      progress.note(job.list.wave, end)
      if job.list.isSeeded { progress.seeding.append((end, Double(job.list.pieces))) }
      for order in job.orders {
        progress.ready[order] = max(progress.ready[order], end)
      }
    }
    for (place, job) in jobs.enumerated() {
      guard let who = job.holder else {
        waiting.append(place)
        continue
      }
      let whole = seconds(job, who, crew[who].factor, &random)
      // The act under way has taken some of its time already.
      let left = max(min(5, whole), whole - min(work.pickers[who].since, 40))
      free[who] = crew[who].hours.end(of: left, from: free[who])
      over(place, at: free[who])
    }
    while !waiting.isEmpty {
      guard let who = free.indices.min(by: { free[$0] < free[$1] }), free[who].isFinite else {
        break
      }
      let now = free[who]
      let present = crew[who].hours.begin(from: now)
      if present > now {
        free[who] = present
        continue
      }
      if let next = waiting.firstIndex(where: { isFree($0, done, by: now) && suits(who, $0) }) {
        let place = waiting.remove(at: next)
        let whole = work.sundry.change + seconds(jobs[place], who, crew[who].factor, &random)
        free[who] = crew[who].hours.end(of: whole, from: now)
        over(place, at: free[who])
        continue
      }
      // What is left for this one waits for somebody else's totes.
      let others = waiting.filter { suits(who, $0) }
      let soonest = others.compactMap { jobs[$0].after.flatMap { done[$0] } }.min()
      let next = free.filter { $0 > now && $0.isFinite }.min()
      free[who] = others.isEmpty ? .infinity : soonest ?? next ?? .infinity
    }
    for place in waiting { over(place, at: .infinity) }
  }

  private func isFree(_ job: Int, _ done: [Double?], by time: Double) -> Bool {
    guard let after = jobs[job].after else { return true }
    return done[after].map { $0 <= time } ?? false
  }

  private func suits(_ who: Int, _ job: Int) -> Bool { work.pickers[who].takes(jobs[job].list) }

  private func seconds(
    _ job: Job, _ who: Int, _ factor: Double, _ random: inout ForecastRandom
  ) -> Double {
    let list = job.list
    let whole =
      work.pickers[who].pace.seconds(
        metres: list.metres, acts: Double(list.acts), pieces: Double(list.pieces))
      + Double(list.binds) * work.sundry.tote
    // Chance of many acts evens out.
    let chance = 0.22 / Double(list.acts + 1).squareRoot()
    return whole * factor * max(0.6, 1 + chance * random.normal()) + work.sundry.drop
      + shorts(of: list, by: who, &random)
  }

  /// What is not where it should be is said, and fetched from another bin out of the way.
  private func shorts(
    of list: FloorWork.ListWork, by who: Int, _ random: inout ForecastRandom
  ) -> Double {
    guard list.acts > 0, work.sundry.shortShare > 0 else { return 0 }
    let detour = work.pickers[who].pace.metre * work.sundry.detour
    var seconds = 0.0
    for _ in 0..<list.acts where random.unit() < work.sundry.shortShare {
      seconds += work.sundry.short + detour
    }
    return seconds
  }
}
