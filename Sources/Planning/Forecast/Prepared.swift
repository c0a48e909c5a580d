import Warehouse

/// Work with its codes turned into places, ready to be done many times over.
struct Prepared {
  /// A list.
  struct Job {
    var list: FloorWork.ListWork
    var holder: Int?
    /// The place of the job it comes after.
    var after: Int?
    /// Places in `orders`.
    var orders: [Int]
  }

  /// An order of a list.
  struct Parcel {
    var wave: Int?
    var pieces: Double
  }

  /// What one replica has come to.
  struct Progress {
    /// When each wave is done so far.
    var ends: [Double]
    /// When each order can be packed.
    var ready: [Double]
    /// What was set down to be seeded.
    var seeding: [(at: Double, pieces: Double)] = []

    /// Work of a wave is done; nil is one nothing is told of.
    mutating func note(_ wave: Int?, _ end: Double) {
      if let wave { ends[wave] = max(ends[wave], end) }
    }
  }

  let work: FloorWork
  let jobs: [Job]
  let orders: [Parcel]
  /// Seconds from now.
  let breaks: [(from: Double, to: Double)]

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
          return place
        }
        known[entry.order] = orders.count
        orders.append(Parcel(wave: list.wave, pieces: Double(entry.pieces)))
        return orders.count - 1
      }
      return Job(
        list: list, holder: list.badge.flatMap { holders[$0] },
        after: list.after.flatMap { places[$0] }, orders: own)
    }
    self.orders = orders
  }

  /// When each wave's last list is set down and its last order labelled, in seconds from now, when
  /// the work is done once.
  func replica(
    _ random: inout ForecastRandom
  ) -> (picked: [Double], labelled: [Double]) {
    var progress = Progress(
      ends: Array(repeating: 0, count: work.waves.count),
      ready: Array(repeating: 0, count: orders.count))
    pick(&random, &progress)
    let picked = progress.ends
    pack(&random, &progress)
    return (picked, progress.ends)
  }

  /// Everybody's hours of one replica, and how many times their usual time work takes them.
  func crew(
    _ workers: [FloorWork.Worker], isBusy: (Int) -> Bool, _ random: inout ForecastRandom
  ) -> [(hours: Hours, factor: Double)] {
    workers.enumerated().map { place, worker in
      // The prior's spread and that of the acts seen, as one.
      let spread = 1 / (1 / 0.0225 + Double(worker.acts) / 0.0625).squareRoot() + 0.01
      let factor = max(0.5, 1 + spread * random.normal())
      return (Hours(of: worker, isBusy: isBusy(place), in: self, &random), factor)
    }
  }

  // MARK: - Packing

  private func pack(_ random: inout ForecastRandom, _ progress: inout Progress) {
    let benches = Dictionary(
      work.packers.enumerated().map { ($1.badge, $0) }, uniquingKeysWith: { first, _ in first })
    let busy = Set(work.bench.compactMap { $0.badge.flatMap { benches[$0] } })
    let crew = crew(work.packers, isBusy: busy.contains, &random)
    var free = [Double](repeating: 0, count: crew.count)
    func seconds(_ pieces: Double, _ who: Int) -> Double {
      work.packers[who].pace.seconds(metres: 0, acts: 1, pieces: pieces) * crew[who].factor
    }
    var queue: [(at: Double, wave: Int?, pieces: Double, isSeeded: Bool)] = []
    for order in work.bench {
      guard let who = order.badge.flatMap({ benches[$0] }) else {
        queue.append((0, order.wave, Double(order.pieces), false))
        continue
      }
      let whole = seconds(Double(order.pieces), who)
      let left = max(whole * 0.3, whole - work.packers[who].since)
      free[who] = crew[who].hours.end(of: left, from: free[who])
      progress.note(order.wave, free[who])
    }
    for (place, order) in orders.enumerated() {
      queue.append((progress.ready[place], order.wave, order.pieces, false))
    }
    for batch in progress.seeding {
      // The work at the wall keeps one who packs from packing.
      queue.append((batch.at, nil, batch.pieces, true))
    }
    // What waits stays in its order; what comes is packed as it comes.
    let order = queue.indices.sorted { one, other in
      queue[one].at != queue[other].at ? queue[one].at < queue[other].at : one < other
    }
    for place in order {
      let item = queue[place]
      guard !free.isEmpty, item.at.isFinite else {
        progress.note(item.wave, .infinity)
        continue
      }
      // Whoever has waited longest: one who is away takes nothing.
      var who = 0
      var begin = Double.infinity
      while true {
        for index in free.indices where free[index] < free[who] { who = index }
        let wanted = max(free[who], item.at)
        begin = crew[who].hours.begin(from: wanted)
        guard begin > wanted else { break }
        free[who] = begin
      }
      let whole =
        item.isSeeded
        ? item.pieces * work.sundry.seed * crew[who].factor : seconds(item.pieces, who)
      free[who] = crew[who].hours.end(of: whole, from: begin)
      progress.note(item.wave, free[who])
    }
  }
}
