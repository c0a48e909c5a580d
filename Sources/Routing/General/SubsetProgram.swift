/// The shortest round through all visits: a dynamic program over sets of visits.
///
/// Bellman 1962, Held & Karp 1962 (J. SIAM 10:196): the least length of a walk over a set of visits
/// that finishes in a given state. Precedence leaves out sets that lack a predecessor; a deadline
/// leaves out what comes too late, which is exact because a shorter walk is never later.
struct SubsetProgram {
  /// The most steps taken: 16 visits, or 13 of two states each.
  static let mostSteps = 1 << 24

  private let legs: LegMatrix
  private let predecessors: [Int]
  private let dues: [Int]

  /// Nil where the visits are too many.
  init?(_ request: WalkRequest) {
    self.init(request.legs, request.predecessors, dues: request.legs.dues)
  }

  /// With deadlines of its own; nil where the visits are too many.
  init?(_ legs: LegMatrix, _ predecessors: [[Int]], dues: [Int]) {
    self.legs = legs
    self.dues = dues
    let count = legs.visitCount
    guard count <= 24, (1 << count) * legs.stateCount * legs.stateCount <= Self.mostSteps else {
      return nil
    }
    self.predecessors = predecessors.map { $0.reduce(0) { $0 | 1 << $1 } }
  }

  /// The states of the shortest round in order, nil where no round keeps the deadlines.
  ///
  /// - Complexity: O(2^visits * states * states).
  func solve() -> (states: [Int], length: Int)? {
    let count = legs.visitCount
    let width = legs.stateCount
    guard count > 0 else { return ([], legs[legs.depot, legs.depot]) }
    let full = 1 << count - 1
    var least = [Int](repeating: LegMatrix.unreachable, count: (full + 1) * width)
    for visit in 0..<count where predecessors[visit] == 0 {
      for state in legs.states(of: visit) where legs[legs.depot, state] <= dues[visit] {
        least[(1 << visit) * width + state] = legs[legs.depot, state]
      }
    }
    least.withUnsafeMutableBufferPointer { least in
      legs.lengths.withUnsafeBufferPointer { lengths in
        for set in 1..<full {
          for state in 0..<width {
            let walked = least[set * width + state]
            if walked >= LegMatrix.unreachable { continue }
            var open = full & ~set
            while open != 0 {
              let visit = open.trailingZeroBitCount
              open &= open - 1
              if predecessors[visit] & ~set != 0 { continue }
              let next = (set | 1 << visit) * width
              for target in legs.firstState[visit]..<legs.firstState[visit + 1] {
                let length = walked + lengths[state * (width + 1) + target]
                if length < least[next + target] && length <= dues[visit] {
                  least[next + target] = length
                }
              }
            }
          }
        }
      }
    }
    var best = LegMatrix.unreachable
    var last = -1
    for state in 0..<width {
      let length = least[full * width + state] + legs[state, legs.depot]
      if length < best { (best, last) = (length, state) }
    }
    guard last >= 0 else { return nil }
    return (path(to: last, least), best)
  }

  private func path(to last: Int, _ least: [Int]) -> [Int] {
    let width = legs.stateCount
    var set = 1 << legs.visitCount - 1
    var states = [last]
    var here = last
    while true {
      let before = set & ~(1 << legs.visitOfState[here])
      guard before != 0 else { return states.reversed() }
      let walked = least[set * width + here]
      let found = (0..<width).first {
        least[before * width + $0] < LegMatrix.unreachable
          && least[before * width + $0] + legs[$0, here] == walked
      }
      guard let found else { return states.reversed() }
      states.append(found)
      (set, here) = (before, found)
    }
  }
}
