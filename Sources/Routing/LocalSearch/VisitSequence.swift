/// An order of all stops between start and end, and the moves that shorten it.
///
/// Moves are tried in a fixed order and made where they shorten, until none is left; swaps of runs
/// drawn from a fixed sequence of numbers lead out of what remains.
struct VisitSequence {
  private let legs: LegTable
  /// The start, the stops, the end.
  private var visits: [Int]

  /// The stops in visiting order.
  var stops: [Int] { Array(visits.dropFirst().dropLast()) }

  /// The nearest stop first, from there the nearest, and so on; the lowest number wins a tie.
  init(_ legs: LegTable) {
    self.legs = legs
    var left = Array(0..<legs.stopCount)
    visits = [legs.start]
    while !left.isEmpty {
      let here = visits[visits.count - 1]
      var nearest = 0
      for place in left.indices where legs[here, left[place]] < legs[here, left[nearest]] {
        nearest = place
      }
      visits.append(left.remove(at: nearest))
    }
    visits.append(legs.end)
  }

  /// Makes moves until none shortens the walk, then swaps two runs of stops and tries again; what
  /// is longer for it is taken back.
  mutating func improve(swaps: Int) {
    descend()
    guard legs.stopCount >= 3 else { return }
    var random = Scatter()
    var best = (visits: visits, length: legs.length(of: stops))
    for _ in 0..<swaps {
      swapRuns(&random)
      descend()
      let length = legs.length(of: stops)
      if length <= best.length { best = (visits, length) } else { visits = best.visits }
    }
  }

  private mutating func descend() {
    while true {
      let reversed = reverseRuns()
      let moved = moveRuns()
      if !reversed && !moved { return }
    }
  }

  /// Swaps two neighboring runs of up to 15 stops each.
  private mutating func swapRuns(_ random: inout Scatter) {
    let inner = visits.count - 2
    let first = 1 + random.below(inner - 1)
    let middle = first + 1 + random.below(min(15, inner - first))
    let last = middle + random.below(min(15, inner + 1 - middle))
    visits.replaceSubrange(
      first...last, with: Array(visits[middle...last]) + Array(visits[first..<middle]))
  }

  /// 2-opt: turns runs of stops around where that shortens.
  private mutating func reverseRuns() -> Bool {
    var shortened = false
    for first in 1..<visits.count - 1 {
      for last in first..<visits.count - 1 where last > first {
        let (before, after) = (visits[first - 1], visits[last + 1])
        let now = legs[before, visits[first]] + legs[visits[last], after]
        if legs[before, visits[last]] + legs[visits[first], after] < now {
          visits[first...last].reverse()
          shortened = true
        }
      }
    }
    return shortened
  }

  /// Or-opt: moves runs of up to three stops elsewhere, either way round, where that shortens.
  private mutating func moveRuns() -> Bool {
    var shortened = false
    for count in 1...3 where count < visits.count - 2 {
      for first in 1...(visits.count - 1 - count) where moveRun(first, count) {
        shortened = true
      }
    }
    return shortened
  }

  private mutating func moveRun(_ first: Int, _ count: Int) -> Bool {
    let run = Array(visits[first..<first + count])
    let (head, tail) = (run[0], run[count - 1])
    let (before, after) = (visits[first - 1], visits[first + count])
    let saved = legs[before, head] + legs[tail, after] - legs[before, after]
    guard saved > 0 else { return false }
    for place in 1..<visits.count where place <= first - 1 || place > first + count {
      let (a, b) = (visits[place - 1], visits[place])
      let forth = legs[a, head] + legs[tail, b] - legs[a, b]
      let back = legs[a, tail] + legs[head, b] - legs[a, b]
      guard min(forth, back) < saved else { continue }
      visits.removeSubrange(first..<first + count)
      visits.insert(
        contentsOf: forth <= back ? run : run.reversed(),
        at: place < first ? place : place - count)
      return true
    }
    return false
  }
}
