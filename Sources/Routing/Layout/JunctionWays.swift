import Synchronization

/// The shortest ways between the junctions of a floor with closed or one-way stretches.
///
/// A junction is numbered aisle * cross-aisles + j. The lengths from a junction to all others are
/// found when first asked for, and kept.
final class JunctionWays: Sendable {
  /// The lengths from more junctions than this are not kept.
  private static let mostKept = 2000

  private let next: [[Way]]
  private let previous: [[Way]]
  private let kept = Mutex<[Int: [Int]]>([:])

  /// A way to a neighboring junction.
  struct Way: Sendable {
    let to: Int
    let length: Int
  }

  init(_ layout: AisleLayout) {
    let crossCount = layout.crossAisles.count
    let count = layout.aisles.count * crossCount
    var next = [[Way]](repeating: [], count: count)
    for aisle in layout.aisles.indices {
      for cross in 0..<crossCount {
        let here = aisle * crossCount + cross
        if cross + 1 < crossCount {
          let (low, high) = (layout.crossAisles[cross], layout.crossAisles[cross + 1])
          if layout.canWalk(aisle, low, high) {
            next[here].append(Way(to: here + 1, length: high - low))
          }
          if layout.canWalk(aisle, high, low) {
            next[here + 1].append(Way(to: here, length: high - low))
          }
        }
        if aisle + 1 < layout.aisles.count {
          let width = layout.aisles[aisle + 1] - layout.aisles[aisle]
          if layout.canCross(cross, aisle, aisle + 1) {
            next[here].append(Way(to: here + crossCount, length: width))
          }
          if layout.canCross(cross, aisle + 1, aisle) {
            next[here + crossCount].append(Way(to: here, length: width))
          }
        }
      }
    }
    var previous = [[Way]](repeating: [], count: count)
    for here in 0..<count {
      for way in next[here] { previous[way.to].append(Way(to: here, length: way.length)) }
    }
    self.next = next
    self.previous = previous
  }

  /// The lengths of the shortest ways from a junction to each, `Int.max` where there is none.
  ///
  /// - Complexity: O(junctions * log junctions) for the first time, then O(1).
  func lengths(from start: Int) -> [Int] {
    if let known = kept.withLock({ $0[start] }) { return known }
    let found = Self.lengths(from: start, next)
    kept.withLock { if $0.count < Self.mostKept { $0[start] = found } }
    return found
  }

  /// The junctions on a shortest way from one to another, both included.
  ///
  /// The lowest and leftmost way wins a tie. Empty where there is no way.
  func path(_ from: Int, _ to: Int) -> [Int] {
    let lengths = lengths(from: from)
    guard lengths[to] < .max else { return [] }
    var path = [to]
    while let here = path.last, here != from {
      let way = previous[here].filter {
        lengths[$0.to] < .max && lengths[$0.to] + $0.length == lengths[here]
      }
      .min { $0.to < $1.to }
      guard let way else { return [] }
      path.append(way.to)
    }
    return path.reversed()
  }

  /// Dijkstra 1959 with a binary heap.
  private static func lengths(from start: Int, _ next: [[Way]]) -> [Int] {
    var lengths = [Int](repeating: .max, count: next.count)
    lengths[start] = 0
    var heap = [Way(to: start, length: 0)]
    while let nearest = heap.first {
      pop(&heap)
      guard nearest.length == lengths[nearest.to] else { continue }
      for way in next[nearest.to] where nearest.length + way.length < lengths[way.to] {
        lengths[way.to] = nearest.length + way.length
        push(Way(to: way.to, length: nearest.length + way.length), &heap)
      }
    }
    return lengths
  }

  private static func push(_ way: Way, _ heap: inout [Way]) {
    heap.append(way)
    var place = heap.count - 1
    while place > 0, heap[(place - 1) / 2].length > heap[place].length {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private static func pop(_ heap: inout [Way]) {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var place = 0
    while 2 * place + 1 < heap.count {
      var child = 2 * place + 1
      if child + 1 < heap.count, heap[child + 1].length < heap[child].length { child += 1 }
      guard heap[child].length < heap[place].length else { return }
      heap.swapAt(place, child)
      place = child
    }
  }
}
