/// Local search over the order of items within their ranks, for ranks too large to be solved.
///
/// An item is a spot or the spots of a product in some order; it can be walked either way. Moves
/// take up to three items to another place of their rank (Or 1976), turn a run of items round (Croes
/// 1958), and order the spots within an item anew. Where it gets no shorter, two runs are exchanged
/// and it starts again. An order never leaves the rules; the best found is kept.
///
/// - Complexity: O(items * items) for each round of moves.
struct SequenceImprover {
  private let request: SequencedRequest
  private let distances: [Int]
  private let count: Int
  private let fromStart: [Int]
  private let toEnd: [Int]
  private let isSymmetric: Bool
  /// The items in order, and where in it each rank begins and ends.
  private var items: [[Int]] = []
  private var ranges: [Range<Int>] = []
  private var kicks: UInt64 = 1

  init(_ request: SequencedRequest) {
    self.request = request
    let layout = request.layout
    let points = request.spots.map(\.point)
    count = points.count
    distances = points.flatMap { a in points.map { layout.distance(a, $0) } }
    let places = request.places
    fromStart = request.spots.map {
      places.lengthFromStart($0.point)
        + (request.waits && $0.waits ? TogetherProgram.forbidden : 0)
    }
    toEnd = points.map { places.lengthToEnd($0) }
    isSymmetric = !layout.hasOneWay
  }

  /// The shortest order found from a first one, in which products may still be apart.
  ///
  /// - Parameter rounds: how often to start again from the best order changed a little; nil: keep
  ///   the order as it is but for the products.
  mutating func improve(_ order: [Int], rounds: Int?) -> (order: [Int], length: Int) {
    takeUp(order)
    guard let rounds else { return (items.flatMap { $0 }, length) }
    descend()
    var best = items
    var least = length
    for _ in 0..<rounds {
      kick()
      descend()
      if length < least { (best, least) = (items, length) } else { items = best }
    }
    return (best.flatMap { $0 }, least)
  }

  /// Puts every item where its first spot stands.
  private mutating func takeUp(_ order: [Int]) {
    var position = [Int](repeating: 0, count: count)
    for (place, spot) in order.enumerated() { position[spot] = place }
    for group in request.groups {
      let sorted = group.items.map { $0.sorted { position[$0] < position[$1] } }
        .sorted { position[$0[0]] < position[$1[0]] }
      ranges.append(items.count..<items.count + sorted.count)
      items += sorted
    }
    if request.waits, let first = items.first, fromStart[first[0]] >= TogetherProgram.forbidden,
      let free = ranges[0].first(where: { items[$0].contains { !request.spots[$0].waits } })
    {
      var item = items.remove(at: free)
      let front = item.firstIndex { !request.spots[$0].waits } ?? 0
      item.swapAt(0, front)
      items.insert(item, at: 0)
    }
  }

  private var length: Int {
    var sum = 0
    var last: Int?
    for item in items {
      for spot in item {
        sum += last.map { distances[$0 * count + spot] } ?? fromStart[spot]
        last = spot
      }
    }
    return sum + (last.map { toEnd[$0] } ?? 0)
  }

  private func leg(_ from: Int?, _ to: Int?) -> Int {
    switch (from, to) {
    case (let from?, let to?): distances[from * count + to]
    case (nil, let to?): fromStart[to]
    case (let from?, nil): toEnd[from]
    case (nil, nil): 0
    }
  }

  private func tail(_ item: Int) -> Int? { items.indices.contains(item) ? items[item].last : nil }
  private func head(_ item: Int) -> Int? { items.indices.contains(item) ? items[item].first : nil }

  private mutating func descend() {
    var isBetter = true
    while isBetter {
      isBetter = false
      for range in ranges {
        while moveRun(range) { isBetter = true }
        if isSymmetric { while turnRun(range) { isBetter = true } }
      }
      for place in items.indices where items[place].count > 1 {
        if reorder(place) { isBetter = true }
      }
    }
  }

  /// Moves a run of up to three items to another place of their rank.
  private mutating func moveRun(_ range: Range<Int>) -> Bool {
    for size in 1...3 where size < range.count {
      for first in range.lowerBound...range.upperBound - size {
        let last = first + size - 1
        let gain =
          leg(tail(first - 1), head(first)) + leg(tail(last), head(last + 1))
          - leg(tail(first - 1), head(last + 1))
        guard gain > 0 else { continue }
        for place in range.lowerBound...range.upperBound
        where place < first || place > last + 1 {
          let (before, after) = (tail(place - 1), head(place))
          let open = leg(before, after)
          let straight = leg(before, head(first)) + leg(tail(last), after) - open
          let turned =
            isSymmetric ? leg(before, tail(last)) + leg(head(first), after) - open : .max
          guard min(straight, turned) < gain else { continue }
          var run = Array(items[first...last])
          if turned < straight { run = run.reversed().map { $0.reversed() } }
          items.removeSubrange(first...last)
          items.insert(contentsOf: run, at: place > last ? place - size : place)
          return true
        }
      }
    }
    return false
  }

  private mutating func turnRun(_ range: Range<Int>) -> Bool {
    for first in range {
      for last in first..<range.upperBound {
        let old = leg(tail(first - 1), head(first)) + leg(tail(last), head(last + 1))
        let new = leg(tail(first - 1), tail(last)) + leg(head(first), head(last + 1))
        guard new < old else { continue }
        let turned = items[first...last].reversed().map { Array($0.reversed()) }
        items.replaceSubrange(first...last, with: turned)
        return true
      }
    }
    return false
  }

  /// Exchanges two spots of an item, or turns a run of them, where that is shorter.
  private mutating func reorder(_ place: Int) -> Bool {
    func length(_ item: [Int]) -> Int {
      zip(item, item.dropFirst()).reduce(
        leg(tail(place - 1), item[0]) + leg(item[item.count - 1], head(place + 1))
      ) { $0 + leg($1.0, $1.1) }
    }
    let item = items[place]
    var best = (item: item, length: length(item))
    for first in item.indices {
      for last in item.indices where last > first {
        var exchanged = item
        exchanged.swapAt(first, last)
        var turned = item
        turned.replaceSubrange(first...last, with: item[first...last].reversed())
        for candidate in [exchanged, turned] {
          let found = length(candidate)
          if found < best.length { best = (candidate, found) }
        }
      }
    }
    guard best.item != item else { return false }
    items[place] = best.item
    return true
  }

  /// Exchanges two neighboring runs of a rank.
  private mutating func kick() {
    func below(_ bound: Int) -> Int {
      kicks = kicks &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(kicks >> 33) % max(bound, 1)
    }
    let range = ranges[below(ranges.count)]
    guard range.count > 3 else { return }
    let cuts = [below(range.count + 1), below(range.count + 1), below(range.count + 1)].sorted()
      .map { $0 + range.lowerBound }
    let run = Array(items[cuts[1]..<cuts[2]]) + Array(items[cuts[0]..<cuts[1]])
    items.replaceSubrange(cuts[0]..<cuts[2], with: run)
  }
}
