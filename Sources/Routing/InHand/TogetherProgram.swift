/// The shortest walks through a rank in which products are kept together, to each of its spots.
///
/// Held & Karp 1962 over sets of items: an item is a spot on its own, or the spots of a product,
/// which are walked from one of them through all others to another (the same program within it).
/// The state is the items picked and the spot picked last.
///
/// - Complexity: O(2^items * spots * spots) time, O(2^items * spots) memory.
final class TogetherProgram {
  /// Longer than any walk: what must not be.
  static let forbidden = 1 << 50
  /// The most steps taken.
  private static let mostWork = 1 << 22
  private static let mostSpotsOfItem = 8

  /// About how many steps it takes.
  let work: Int
  private let items: [[Int]]
  private let itemOf: [Int]
  private let count: Int
  /// From each spot into each other's item and through it to that spot.
  private var through: [Int]
  /// Within an item from spot to spot through all of it, and the spots on the way.
  private var inner: [[Int: (length: Int, order: [Int])]]
  private var entries: [Int] = []
  /// The least length for each set of items and last spot.
  private var table: [Int] = []
  private let distances: [Int]

  /// A program for a rank; nil where it has too many items.
  init?(_ request: SequencedRequest, _ group: SequencedRequest.RankGroup) {
    count = group.spots.count
    guard group.items.count <= 16, count <= 128,
      group.items.allSatisfy({ $0.count <= Self.mostSpotsOfItem })
    else { return nil }
    work = (1 << group.items.count) * count * count
    guard work <= Self.mostWork else { return nil }
    var next = 0
    var numbers: [[Int]] = []
    var itemOf: [Int] = []
    for (number, item) in group.items.enumerated() {
      numbers.append(Array(next..<next + item.count))
      itemOf += item.map { _ in number }
      next += item.count
    }
    items = numbers
    self.itemOf = itemOf
    let points = group.spots.map { request.spots[$0].point }
    let layout = request.layout
    distances = points.flatMap { a in points.map { layout.distance(a, $0) } }
    through = []
    inner = []
    for item in items { inner.append(walks(within: item)) }
    through = [Int](repeating: Self.forbidden, count: count * count)
    for from in 0..<count {
      for to in 0..<count where itemOf[from] != itemOf[to] {
        through[from * count + to] = entry(to) { distances[from * count + $0] }.length
      }
    }
  }

  /// The best spot of an item to come to, where its walk has to end at a given spot.
  private func entry(_ to: Int, _ length: (Int) -> Int) -> (length: Int, first: Int) {
    var best = (length: Int.max, first: to)
    for first in items[itemOf[to]] {
      guard let walk = inner[itemOf[to]][first * count + to] else { continue }
      let sum = length(first) + walk.length
      if sum < best.length { best = (sum, first) }
    }
    return best
  }

  /// The shortest walks through all spots of an item by its first and last, at first * count + last.
  private func walks(within item: [Int]) -> [Int: (length: Int, order: [Int])] {
    var found: [Int: (length: Int, order: [Int])] = [:]
    guard item.count > 1 else {
      for spot in item { found[spot * count + spot] = (0, [spot]) }
      return found
    }
    let full = (1 << item.count) - 1
    for first in item.indices {
      var lengths = [Int](repeating: Self.forbidden, count: (full + 1) * item.count)
      var from = [Int](repeating: 0, count: lengths.count)
      lengths[(1 << first) * item.count + first] = 0
      for set in 1...full {
        for last in item.indices {
          let length = lengths[set * item.count + last]
          guard length < Self.forbidden else { continue }
          for next in item.indices where set >> next & 1 == 0 {
            let place = (set | 1 << next) * item.count + next
            let sum = length + distances[item[last] * count + item[next]]
            if sum < lengths[place] { (lengths[place], from[place]) = (sum, last) }
          }
        }
      }
      for last in item.indices where last != first {
        var order: [Int] = []
        var (set, spot) = (full, last)
        while set != 0 {
          order.append(item[spot])
          let previous = from[set * item.count + spot]
          set &= ~(1 << spot)
          spot = previous
        }
        found[item[first] * count + item[last]] = (
          lengths[full * item.count + last], order.reversed()
        )
      }
    }
    return found
  }

  /// Fills the table.
  ///
  /// - Parameter entries: the shortest walk to each spot from wherever the rank may begin.
  func run(_ entries: [Int]) {
    self.entries = entries
    let setCount = 1 << items.count
    table = [Int](repeating: .max, count: setCount * count)
    for spot in 0..<count {
      table[(1 << itemOf[spot]) * count + spot] = entry(spot) { entries[$0] }.length
    }
    for set in 1..<setCount {
      for last in 0..<count {
        let length = table[set * count + last]
        guard length < .max else { continue }
        for next in 0..<count where set >> itemOf[next] & 1 == 0 {
          let place = (set | 1 << itemOf[next]) * count + next
          let sum = length + through[last * count + next]
          if sum < table[place] { table[place] = sum }
        }
      }
    }
  }

  /// The shortest walk through all items that ends at a spot.
  func length(to spot: Int) -> Int { table[((1 << items.count) - 1) * count + spot] }

  /// The spot at which that walk comes into the rank.
  func first(to spot: Int) -> Int { order(to: spot).first ?? spot }

  /// The spots in the order of that walk.
  func order(to spot: Int) -> [Int] {
    var reversed: [Int] = []
    var set = (1 << items.count) - 1
    var last = spot
    while set != 0 {
      let length = table[set * count + last]
      let rest = set & ~(1 << itemOf[last])
      if rest == 0 {
        let first = entry(last) { entries[$0] }.first
        reversed += (inner[itemOf[last]][first * count + last]?.order ?? [last]).reversed()
        break
      }
      let previous =
        (0..<count).first {
          rest >> itemOf[$0] & 1 == 1 && table[rest * count + $0] < .max
            && table[rest * count + $0] + through[$0 * count + last] == length
        } ?? last
      let first = entry(last) { distances[previous * count + $0] }.first
      reversed += (inner[itemOf[last]][first * count + last]?.order ?? [last]).reversed()
      set = rest
      last = previous
    }
    return reversed.reversed()
  }
}
