/// All ways to walk a block of one aisle when the points to come by are free to choose.
///
/// How often a gap is walked (once or twice) changes only
/// where the walk starts or ends, and one stretch that would be walked twice may be left out, as
/// long as it holds neither start nor end. Here the stretch may hold points: they are not visited.
struct CellPlans {
  /// A point of a block at which the walk may start or end, after a link of some length.
  struct End {
    let y: Int
    let length: Int
  }

  struct Found: Hashable {
    let slot: StateSpace.Slot
    let cost: Int
    /// Points `from..<to` of the block are left out.
    let from: Int
    let to: Int
  }

  private struct Key: Hashable {
    let slot: StateSpace.Slot
    let from: Int
    let to: Int
  }

  /// The outcomes of a block in which no end can lie, in the order of `plain`'s slots.
  static let plainSlots =
    [(0, 0, false), (2, 0, false), (0, 2, false), (2, 2, false)]
    .map { StateSpace.Slot(outcome: .init(low: $0.0, high: $0.1, connects: $0.2), ends: 0) }
    + [(1, 1, true), (2, 2, true)]
    .map { StateSpace.Slot(outcome: .init(low: $0.0, high: $0.1, connects: $0.2), ends: 0) }

  /// The plans of a block without ends: slot, cost, and the points left out.
  ///
  /// - Complexity: O(points * points).
  static func plain(
    low: Int, high: Int, points ys: [Int],
    _ found: (_ slot: Int, _ cost: Int, _ from: Int, _ to: Int) -> Void
  ) {
    let count = ys.count
    found(0, 0, 0, count)
    for (index, y) in ys.enumerated() {
      found(1, 2 * (y - low), index + 1, count)
      found(2, 2 * (high - y), 0, index)
    }
    for from in 1..<max(count, 1) {
      let below = ys[from - 1] - low
      for to in from..<count { found(3, 2 * (below + high - ys[to]), from, to) }
    }
    found(4, high - low, count, count)
    found(5, 2 * (high - low), count, count)
  }

  /// The outcomes of a block in which the walk may end at any point, after `plainSlots`.
  static let openSlots = [
    (1, 0, false), (0, 1, false), (1, 2, false), (2, 1, false), (1, 2, true), (2, 1, true),
  ].map {
    StateSpace.Slot(outcome: .init(low: $0.0, high: $0.1, connects: $0.2), ends: Ends.end)
  }

  /// The plans, beyond the plain ones, of a block at any point of which the walk may end.
  ///
  /// It ends at the last point of a part, or where it passes through at the farthest.
  static func ending(
    low: Int, high: Int, points ys: [Int],
    _ found: (_ slot: Int, _ cost: Int, _ from: Int, _ to: Int) -> Void
  ) {
    let count = ys.count
    guard let first = ys.first, let last = ys.last else { return }
    for (index, y) in ys.enumerated() {
      found(6, y - low, index + 1, count)
      found(7, high - y, 0, index)
    }
    for from in 1..<count {
      let below = ys[from - 1] - low
      for to in from..<count {
        found(8, below + 2 * (high - ys[to]), from, to)
        found(9, 2 * below + high - ys[to], from, to)
      }
    }
    found(10, last - low + 2 * (high - last), count, count)
    found(11, 2 * (first - low) + high - first, count, count)
  }

  /// The plans of a block in which walks may start or end, the cheapest for each outcome and
  /// stretch.
  ///
  /// - Complexity: O(starts * ends * stations * stations).
  static func all(
    low: Int, high: Int, points ys: [Int], starts: [End],
    ends: [End]
  ) -> [Found] {
    var best: [Key: Int] = [:]
    var order: [Key] = []
    func offer(_ key: Key, _ cost: Int) {
      if let known = best[key] {
        if cost < known { best[key] = cost }
      } else {
        best[key] = cost
        order.append(key)
      }
    }
    for start in [nil] + starts.map(Optional.some) {
      for end in [nil] + ends.map(Optional.some) {
        let placed = (start == nil ? 0 : Ends.start) + (end == nil ? 0 : Ends.end)
        let terminals = [start?.y, end?.y].compactMap { $0 }
        let stations = [low] + Set(ys + terminals).sorted() + [high]
        let links = (start?.length ?? 0) + (end?.length ?? 0)
        for lowest in 1...2 {
          var walks: [Int] = []
          var now = lowest
          for (index, y) in stations.dropLast().enumerated() {
            if index > 0 { for each in terminals where each == y { now = 3 - now } }
            walks.append(now)
          }
          var whole = links
          for gap in walks.indices { whole += walks[gap] * (stations[gap + 1] - stations[gap]) }
          let all = BlockOutcome(low: walks[0], high: walks[walks.count - 1], connects: true)
          offer(Key(slot: .init(outcome: all, ends: placed), from: ys.count, to: ys.count), whole)
          for bottom in walks.indices {
            for top in (bottom + 1)..<stations.count {
              guard walks[top - 1] == 2 else { break }
              let (a, b) = (stations[bottom], stations[top])
              if terminals.contains(where: { a < $0 && $0 < b }) { break }
              let outcome = BlockOutcome(
                low: bottom == 0 ? 0 : walks[0],
                high: top == stations.count - 1 ? 0 : walks[walks.count - 1], connects: false)
              let from = bottom == 0 ? 0 : ys.prefix { $0 <= a }.count
              let to = top == stations.count - 1 ? ys.count : ys.prefix { $0 < b }.count
              offer(
                Key(slot: .init(outcome: outcome, ends: placed), from: from, to: to),
                whole - 2 * (b - a))
            }
          }
        }
      }
    }
    return order.map {
      Found(slot: $0.slot, cost: best[$0, default: 0], from: $0.from, to: $0.to)
    }
  }
}
