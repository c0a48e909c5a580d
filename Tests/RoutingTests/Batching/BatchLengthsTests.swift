import Testing

@testable import Routing

struct BatchLengthsTests {
  /// However lengths are measured, they are those of the exact walk.
  @Test(arguments: 0..<60)
  func lengthsAreThoseOfTheShortestWalk(seed: Int) throws {
    var maker = BatchMaker(seed: 1000 + seed)
    let request = try maker.request(orders: 1...9, crossAisles: 2 + seed % 4)
    let lengths = BatchLengths(request, seed: 1, bits: 8)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let set = request.orders.indices.filter { _ in Bool.random(using: &random) }
      let walk = try request.tourRequest(of: set)
      let expected = walk.stops.isEmpty ? 0 : try ShortestWalk().solve(walk).length
      #expect(lengths.length(set) * lengths.masks.unit == expected)
    }
  }

  /// On a floor of many blocks a set's length is that of a tour found by search: never less than
  /// the shortest, and hardly more.
  @Test(arguments: 0..<12)
  func lengthsOfManyBlocksAreThoseOfShortWalks(seed: Int) throws {
    var maker = BatchMaker(seed: 1400 + seed)
    let request = try maker.request(orders: 2...9, crossAisles: 6 + seed % 4)
    let lengths = BatchLengths(request, seed: 1, bits: 8)
    #expect(!lengths.isExact)
    var random = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      let set = request.orders.indices.filter { _ in Bool.random(using: &random) }
      let walk = try request.tourRequest(of: set)
      let shortest = walk.stops.isEmpty ? 0 : try ShortestWalk().solve(walk).length
      let length = lengths.length(set) * lengths.masks.unit
      #expect(length >= shortest)
      #expect(Double(length) <= 1.02 * Double(shortest), "\(walk)")
    }
  }

  /// Aisles with more positions than a word has bits.
  @Test(arguments: [2, 3])
  func longAislesTakeSeveralWords(crossAisles: Int) throws {
    let layout = try AisleLayout(
      aisles: [0, 70, 140], crossAisles: Array([0, 2000, 4000].prefix(crossAisles)))
    var random = SeededGenerator(seed: 3)
    let orders = (0..<120).map { _ in
      BatchOrder(
        size: 1,
        stops: (0..<4).map { _ in
          .aisle(Int.random(in: 0..<3, using: &random), y: Int.random(in: 0...2000, using: &random))
        })
    }
    let request = try BatchRequest(
      layout: layout, start: .aisle(1, y: 0), end: .aisle(1, y: 0), capacity: 4, orders: orders)
    let lengths = BatchLengths(request, seed: 1, bits: 8)
    #expect(lengths.masks.wordsPerCell > 1)
    for order in stride(from: 0, to: 117, by: 3) {
      let set = Array(order..<order + 3)
      let tour = try ShortestWalk().solve(request.tourRequest(of: set))
      #expect(lengths.length(set) * lengths.masks.unit == tour.length)
    }
  }

  /// More orders never make a tour shorter: what the bounds and the search rest on.
  @Test(arguments: 0..<20)
  func toursGrowWithOrders(seed: Int) throws {
    var maker = BatchMaker(seed: 1200 + seed)
    let request = try maker.request(orders: 8...8, crossAisles: 2 + seed % 2)
    let lengths = BatchLengths(request, seed: 1, bits: 8)
    for count in 1..<8 {
      #expect(lengths.length(0..<count) <= lengths.length(0..<count + 1))
    }
  }
}
