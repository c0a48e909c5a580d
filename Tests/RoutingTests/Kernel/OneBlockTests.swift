import Testing

@testable import Routing

@Suite struct OneBlockTests {
  /// The classes written out stand where the table has them: which vertices each touches, and which
  /// of them are odd.
  @Test func numbersAreThoseOfTheTable() {
    typealias Round = OneBlockRound.Number
    typealias Half = OneBlockHalf.Number
    let table = FrontierTable(vertexCount: 2, open: true)
    let rounds: [(number: Int, touched: UInt8, odd: UInt8)] = [
      (Round.untouched, 0, 0), (Round.evenNone, 1, 0), (Round.noneEven, 2, 0),
      (Round.evenEvenJoined, 3, 0), (Round.oddOdd, 3, 3), (Round.evenEvenApart, 3, 0),
      (Round.done, 0, 0),
    ]
    #expect(table.even == 0..<rounds.count)
    #expect((table.untouched, table.done) == (Round.untouched, Round.done))
    for (number, touched, odd) in rounds {
      #expect(table.touched[number] == touched)
      #expect(table.odd[number] == odd)
    }
    let joined = Int32(Round.evenEvenJoined)
    #expect(table.join[Round.evenEvenJoined] == joined)
    #expect(table.join[Round.evenEvenApart] == joined)
    let halves: [(number: Int, touched: UInt8, odd: UInt8)] = [
      (Half.oddNone, 1, 1), (Half.oddEvenJoined, 3, 1), (Half.noneOdd, 2, 2),
      (Half.evenOddJoined, 3, 2), (Half.oddEvenApart, 3, 1), (Half.evenOddApart, 3, 2),
    ]
    let first = table.oneOdd.lowerBound
    #expect(table.oneOdd.count == halves.count)
    for (number, touched, odd) in halves {
      #expect(table.touched[first + number] == touched)
      #expect(table.odd[first + number] == odd)
    }
    for number in [Half.oddEvenJoined, Half.evenOddJoined] {
      #expect(table.join[first + number] == Int32(first + number))
    }
    #expect(table.twoOdd.count == 1)
  }

  /// A walk over one block is a choice that the lists of moves allow at the same length: two blocks
  /// of which the upper one has nothing in it know no other steps.
  @Test(arguments: RequestMaker.Ending.allCases)
  func anEmptySecondBlockChangesNothing(ending: RequestMaker.Ending) throws {
    for seed in 1...60 {
      var maker = RequestMaker(seed: seed)
      let plain = try maker.request(crossAisles: 2, ending: ending, stops: 1...12)
      let ys = plain.layout.crossAisles
      // So far up that no way leads by it.
      let far = ys[1] + 1_000_000
      let layout = try AisleLayout(aisles: plain.layout.aisles, crossAisles: ys + [far])
      let request = try TourRequest(
        layout: layout, start: plain.start, ends: plain.ends, stops: plain.stops)
      let tour = try ExactTourSolver().solve(plain)
      #expect(tour.length == (try ExactTourSolver().solve(request)).length, "seed \(seed)")
      #expect(tour.violations(of: plain) == [], "seed \(seed)")
    }
  }
}
