/// The lengths a round can have at all: a first one and every so many millimeters after it.
///
/// Let r be the depot and D the legs. If g divides D(i,j) - D(i,r) - D(r,j) for all i and j, then
/// the length of every round is that of the sum of all D(i,r) + D(r,i), modulo g: each i is left
/// once and reached once. On a grid of whole units g is two units, so that a bound within two
/// units of a tour proves it.
struct LengthLattice {
  private let step: Int
  private let rest: Int

  /// - Complexity: O(states * states).
  init(_ legs: LegMatrix) {
    let depot = legs.depot
    var step = 0
    var rest = 0
    for state in 0..<legs.stateCount {
      for other in 0..<legs.stateCount where other != state {
        let (direct, out, back) = (legs[state, other], legs[state, depot], legs[depot, other])
        guard max(direct, out, back) < LegMatrix.unreachable else { continue }
        step = Self.greatestDivisor(step, direct - out - back)
        if step == 1 { break }
      }
      if step == 1 { break }
    }
    for visit in 0..<legs.visitCount {
      let states = legs.states(of: visit)
      let sums = states.map { legs[$0, depot] + legs[depot, $0] }
      guard sums.allSatisfy({ $0 < LegMatrix.unreachable }) else {
        (self.step, self.rest) = (1, 0)
        return
      }
      rest += sums[0]
      if sums.count > 1 { step = Self.greatestDivisor(step, sums[1] - sums[0]) }
    }
    self.step = max(step, 1)
    self.rest = rest % self.step
  }

  /// The least length a round can have that is not below a bound.
  func lifted(_ bound: Int) -> Int {
    let over = (bound - rest) % step
    return over == 0 ? bound : bound - over + (over > 0 ? step : 0)
  }

  private static func greatestDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (abs(a), abs(b))
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
