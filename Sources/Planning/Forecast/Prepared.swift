import Warehouse

/// Work with its codes turned into places, ready to be done many times over.
struct Prepared {
  private struct Job {
    var wave: Int
    var holder: Int?
    var metres: Double
    var acts: Double
    var pieces: Double
    var binds: Double
    /// The place of the job it comes after.
    var after: Int?
    var isSeeded: Bool
    /// Places in `orders`.
    var orders: [Int]
  }

  private struct Parcel {
    var wave: Int
    var pieces: Double
    /// How many jobs it waits for.
    var parts: Int
  }

  private let work: FloorWork
  private let jobs: [Job]
  private let orders: [Parcel]
  private let breaks: [(from: Double, to: Double)]

  init(_ work: FloorWork) {
    self.work = work
    let now = work.now.milliseconds
    breaks = work.breaks.map {
      (
        Double($0.lowerBound.milliseconds - now) / 1000,
        Double($0.upperBound.milliseconds - now) / 1000
      )
    }
    let holders = Dictionary(
      work.pickers.enumerated().map { ($1.badge, $0) }, uniquingKeysWith: { first, _ in first })
    let places = Dictionary(
      work.lists.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    var known: [Code<Order>: Int] = [:]
    var orders: [Parcel] = []
    jobs = work.lists.map { list in
      let own = list.orders.map { entry in
        if let place = known[entry.order] {
          orders[place].pieces += Double(entry.pieces)
          orders[place].parts += 1
          return place
        }
        known[entry.order] = orders.count
        orders.append(Parcel(wave: list.wave, pieces: Double(entry.pieces), parts: 1))
        return orders.count - 1
      }
      return Job(
        wave: list.wave, holder: list.badge.flatMap { holders[$0] }, metres: list.metres,
        acts: Double(list.acts), pieces: Double(list.pieces), binds: Double(list.binds),
        after: list.after.flatMap { places[$0] }, isSeeded: list.isSeeded, orders: own)
    }
    self.orders = orders
  }

  /// When each wave is labelled, in seconds from now, when the work is done once.
  func replica(_ random: inout ForecastRandom) -> [Double] {
    var ends = [Double](repeating: 0, count: work.waves.count)
    var ready = orders.map { (at: 0.0, parts: $0.parts) }
    var seeding: [(at: Double, pieces: Double)] = []
    pick(&random, &ends, &ready, &seeding)
    pack(&random, &ends, ready, seeding)
    return ends
  }

  private func factors(
    _ workers: [FloorWork.Worker], _ random: inout ForecastRandom
  ) -> [Double] {
    workers.map { worker in
      let spread = 0.2 / (1 + Double(worker.acts) / 10).squareRoot() + 0.02
      return max(0.5, 1 + spread * random.normal()) * work.friction
    }
  }

  private func pick(
    _ random: inout ForecastRandom, _ ends: inout [Double],
    _ ready: inout [(at: Double, parts: Int)], _ seeding: inout [(at: Double, pieces: Double)]
  ) {
    let factor = factors(work.pickers, &random)
    var free = [Double](repeating: 0, count: work.pickers.count)
    var done = [Double?](repeating: nil, count: jobs.count)
    var waiting: [Int] = []
    func over(_ job: Int, at end: Double) {
      done[job] = end
      ends[jobs[job].wave] = max(ends[jobs[job].wave], end)
      if jobs[job].isSeeded { seeding.append((end, jobs[job].pieces)) }
      for order in jobs[job].orders {
        ready[order].at = max(ready[order].at, end)
        ready[order].parts -= 1
      }
    }
    for (place, job) in jobs.enumerated() {
      guard let holder = job.holder else {
        waiting.append(place)
        continue
      }
      let spent = work.pickers[holder].since
      let seconds = max(1, seconds(job, holder, factor, &random) - spent)
      let end = self.end(of: seconds, from: free[holder])
      free[holder] = end
      over(place, at: end)
    }
    guard !free.isEmpty else {
      for place in waiting { over(place, at: .infinity) }
      return
    }
    var next = 0
    var blocked: [Int] = []
    while next < waiting.count || !blocked.isEmpty {
      var who = 0
      for index in free.indices where free[index] < free[who] { who = index }
      // Zones whose totes have come are taken first: they were meant to be before the others.
      var place: Int?
      if let index = blocked.firstIndex(where: { isFree($0, done, by: free[who]) }) {
        place = blocked.remove(at: index)
      }
      while place == nil, next < waiting.count {
        let candidate = waiting[next]
        next += 1
        if isFree(candidate, done, by: free[who]) {
          place = candidate
        } else {
          blocked.append(candidate)
        }
      }
      guard let place else {
        // Everything left waits for somebody else's totes.
        let soonest = blocked.compactMap { jobs[$0].after.flatMap { done[$0] } }.min()
        guard let soonest else {
          for place in blocked { over(place, at: .infinity) }
          return
        }
        free[who] = max(soonest, free[who] + 1)
        continue
      }
      let seconds = work.changeSeconds + self.seconds(jobs[place], who, factor, &random)
      free[who] = end(of: seconds, from: free[who])
      over(place, at: free[who])
    }
  }

  private func isFree(_ job: Int, _ done: [Double?], by time: Double) -> Bool {
    guard let after = jobs[job].after else { return true }
    return done[after].map { $0 <= time } ?? false
  }

  private func seconds(
    _ job: Job, _ who: Int, _ factor: [Double], _ random: inout ForecastRandom
  ) -> Double {
    let pace = work.pickers[who].pace
    let whole =
      pace.seconds(metres: job.metres, acts: job.acts, pieces: job.pieces)
      + job.binds * work.toteSeconds
    return whole * factor[who] * max(0.6, 1 + 0.08 * random.normal())
  }

  private func pack(
    _ random: inout ForecastRandom, _ ends: inout [Double],
    _ ready: [(at: Double, parts: Int)], _ seeding: [(at: Double, pieces: Double)]
  ) {
    let factor = factors(work.packers, &random)
    var free = [Double](repeating: 0, count: work.packers.count)
    let benches = Dictionary(
      work.packers.enumerated().map { ($1.badge, $0) }, uniquingKeysWith: { first, _ in first })
    var queue: [(at: Double, wave: Int, pieces: Double)] = []
    for order in work.bench {
      guard let who = order.badge.flatMap({ benches[$0] }) else {
        queue.append((0, order.wave, Double(order.pieces)))
        continue
      }
      let spent = work.packers[who].since
      let whole = work.packers[who].pace.seconds(metres: 0, acts: 1, pieces: Double(order.pieces))
      free[who] = end(of: max(1, whole * factor[who] - spent), from: 0)
      ends[order.wave] = max(ends[order.wave], free[who])
    }
    for (place, order) in orders.enumerated() {
      queue.append((ready[place].at, order.wave, order.pieces))
    }
    for batch in seeding {
      // The work at the wall keeps one who packs from packing.
      queue.append((batch.at, -1, batch.pieces))
    }
    // What waits stays in its order; what comes is packed as it comes.
    let order = queue.indices.sorted { one, other in
      queue[one].at != queue[other].at ? queue[one].at < queue[other].at : one < other
    }
    for place in order {
      let item = queue[place]
      guard !free.isEmpty, item.at.isFinite else {
        if item.wave >= 0 { ends[item.wave] = .infinity }
        continue
      }
      var who = 0
      for index in free.indices where free[index] < free[who] { who = index }
      let pace = work.packers[who].pace
      let whole =
        item.wave < 0
        ? item.pieces * work.seedSeconds
        : pace.seconds(metres: 0, acts: 1, pieces: item.pieces)
      free[who] = end(of: whole * factor[who], from: max(free[who], item.at))
      if item.wave >= 0 { ends[item.wave] = max(ends[item.wave], free[who]) }
    }
  }

  /// When work that takes so long is done, with the breaks that fall into it.
  private func end(of seconds: Double, from start: Double) -> Double {
    var end = start + seconds
    for pause in breaks where pause.to > start {
      guard pause.from < end else { break }
      end += pause.to - max(pause.from, start)
    }
    return end
  }
}
