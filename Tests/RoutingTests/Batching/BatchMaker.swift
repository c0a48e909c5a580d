@testable import Routing

/// Makes small random batch requests from a seed, and a clock that counts.
struct BatchMaker {
  private var maker: RequestMaker
  private var random: SeededGenerator

  init(seed: Int) {
    maker = RequestMaker(seed: seed)
    random = SeededGenerator(seed: seed &+ 1)
  }

  /// A clock that goes on by a millisecond with each look.
  static func clock() -> () -> Duration {
    var looks = 0
    return {
      looks += 1
      return .milliseconds(looks)
    }
  }

  mutating func request(
    orders: ClosedRange<Int>, crossAisles: Int = 2, due: Bool = false
  ) throws -> BatchRequest {
    let layout = try maker.layout(crossAisles: crossAisles)
    let start = maker.place(on: layout)
    let end = Bool.random(using: &random) ? start : maker.place(on: layout)
    let capacity = Int.random(in: 1...9, using: &random)
    let count = Int.random(in: orders, using: &random)
    let made = (0..<count).map { _ in
      let stops = (0..<Int.random(in: 0...4, using: &random)).map { _ in maker.point(on: layout) }
      return BatchOrder(
        size: Int.random(in: 1...capacity, using: &random), stops: stops,
        due: due && Int.random(in: 0..<3, using: &random) > 0
          ? Int.random(in: 0...600, using: &random) : nil,
        priority: Int.random(in: 1...3, using: &random))
    }
    return try BatchRequest(
      layout: layout, start: start, end: end, capacity: capacity, orders: made)
  }
}
