import Testing
import Warehouse

@testable import Planning

/// Which cartons pieces fit into.
@Suite struct CartonPlannerTests {
  private static func carton(
    _ code: Code<CartonType>, _ side: Int, _ most: Int? = nil
  ) -> CartonType {
    CartonType(
      code: code, inside: Dimensions(length: side, width: side, height: side), grams: side,
      mostGrams: most)
  }

  private static func item(
    _ sku: Code<Product>, _ length: Int, _ width: Int, _ height: Int, _ count: Int = 1,
    grams: Int = 10, upright: Bool = false
  ) -> CartonItem {
    CartonItem(
      sku: sku, size: Dimensions(length: length, width: width, height: height), grams: grams,
      count: count, orientation: upright ? .upright : .any)
  }

  @Test func theSmallestCartonThatHoldsEverything() throws {
    let planner = CartonPlanner([Self.carton("L", 400), Self.carton("S", 200)])
    let eight = try planner.propose([Self.item("A", 100, 100, 100, 8)])
    #expect(eight.map(\.carton.code) == ["S"])
    #expect(eight.map(\.void) == [0])
    #expect(eight.map(\.grams) == [200 + 80])
    let nine = try planner.propose([Self.item("A", 100, 100, 100, 9)])
    #expect(nine.map(\.carton.code) == ["L"])
    #expect(nine.map(\.void) == [85])
  }

  @Test func aLongPieceIsLaidDownUnlessItStaysUpright() throws {
    let flat = CartonType(
      code: "F", inside: Dimensions(length: 300, width: 200, height: 60), grams: 50)
    let lying = try CartonPlanner([flat]).propose([Self.item("A", 50, 50, 290)])
    #expect(lying.count == 1)
    #expect(throws: CartonPlanner.Trouble.tooLarge("A")) {
      try CartonPlanner([flat]).propose([Self.item("A", 50, 50, 290, upright: true)])
    }
  }

  @Test func whatOneCartonDoesNotCarryGoesIntoSeveral() throws {
    let planner = CartonPlanner([Self.carton("S", 200, 1000), Self.carton("L", 400, 2000)])
    let proposals = try planner.propose([Self.item("A", 100, 100, 100, 5, grams: 600)])
    // Three of 600 g each into the one that carries 2 kg, then the last two likewise.
    #expect(proposals.map(\.carton.code) == ["L", "L"])
    #expect(proposals.map { $0.pieces["A"] } == [3, 2])
  }

  @Test func whatIsMissingIsNamed() {
    #expect(throws: CartonPlanner.Trouble.noCartons) {
      try CartonPlanner([]).propose([Self.item("A", 1, 1, 1)])
    }
    #expect(throws: CartonPlanner.Trouble.notMeasured("B")) {
      try CartonPlanner([Self.carton("S", 200)]).propose([Self.item("B", 0, 10, 10)])
    }
    #expect(throws: CartonPlanner.Trouble.tooLarge("C")) {
      try CartonPlanner([Self.carton("S", 200, 5)]).propose([Self.item("C", 10, 10, 10)])
    }
  }

  @Test(arguments: 0..<60)
  func packedPiecesLieInsideApartAndCarried(_ seed: Int) {
    var state = UInt64(seed)
    func number(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int(state >> 33) % range.count
    }
    let inside = Dimensions(
      length: number(100...500), width: number(100...400), height: number(80...300))
    var packing = CartonPacking(inside: inside)
    for index in 0..<number(5...40) {
      let piece = Self.item(
        "A", number(20...200), number(20...150), number(10...100), upright: index % 3 == 0)
      _ = packing.put(index, poses: piece.poses)
    }
    #expect(!packing.pieces.isEmpty)
    for (index, piece) in packing.pieces.enumerated() {
      #expect(piece.x >= 0 && piece.x + piece.size.length <= inside.length)
      #expect(piece.y >= 0 && piece.y + piece.size.width <= inside.width)
      #expect(piece.z >= 0 && piece.z + piece.size.height <= inside.height)
      for other in packing.pieces[(index + 1)...] {
        let apart =
          piece.x + piece.size.length <= other.x || other.x + other.size.length <= piece.x
          || piece.y + piece.size.width <= other.y || other.y + other.size.width <= piece.y
          || piece.z + piece.size.height <= other.z || other.z + other.size.height <= piece.z
        #expect(apart)
      }
      #expect(
        piece.z == 0
          || packing.pieces.contains { $0.z + $0.size.height == piece.z })
    }
  }

  @Test(arguments: 0..<40)
  func everyPieceIsInOneCartonThatCarriesIt(_ seed: Int) throws {
    var state = UInt64(seed) &+ 99
    func number(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int(state >> 33) % range.count
    }
    let cartons = [Self.carton("S", 150, 3000), Self.carton("M", 250, 8000), Self.carton("L", 400)]
    let items = (0..<number(1...8)).map { index in
      Self.item(
        Code("P\(index)"), number(20...300), number(20...150), number(20...100), number(1...6),
        grams: number(10...2000))
    }
    let proposals = try CartonPlanner(cartons).propose(items)
    for item in items {
      #expect(proposals.reduce(0) { $0 + ($1.pieces[item.sku] ?? 0) } == item.count)
    }
    for proposal in proposals {
      let goods = items.reduce(0) { $0 + ($1.grams * (proposal.pieces[$1.sku] ?? 0)) }
      #expect(goods <= proposal.carton.mostGrams ?? .max)
      #expect(proposal.grams == goods + proposal.carton.grams)
      #expect((0...100).contains(proposal.void))
    }
  }
}
