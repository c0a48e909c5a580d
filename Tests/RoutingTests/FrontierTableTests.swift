import Testing

@testable import Routing

@Suite struct FrontierTableTests {
  /// The classes of Ratliff & Rosenthal (5), Roodbergen & de Koster (23), and larger ones, with
  /// `untouched` and `done`.
  @Test(arguments: [(2, 5), (3, 23), (4, 111), (5, 567)])
  func closedToursHaveTheKnownClasses(vertexCount: Int, live: Int) {
    let table = FrontierTable(vertexCount: vertexCount, open: false)
    #expect(table.classCount == live + 2)
    #expect(table.even.count == table.classCount)
  }

  @Test(arguments: [2, 3, 4])
  func openToursAddClassesWithOddComponents(vertexCount: Int) {
    let open = FrontierTable(vertexCount: vertexCount, open: true)
    let closed = FrontierTable(vertexCount: vertexCount, open: false)
    #expect(open.even.count == closed.classCount)
    #expect(open.oneOdd.count > 0 && open.twoOdd.count > 0)
    #expect(open.twoOdd.upperBound == open.classCount)
  }

  @Test func aVertexIsLeftOnlyWithoutStrandingItsComponent() throws {
    let both = try #require(FrontierClass.untouched.traversing(0))
    #expect(both.leaving(0) == nil, "an odd vertex has to be led on")
    let apart = try #require(FrontierClass.untouched.touching(0)?.touching(1))
    #expect(apart.leaving(0) == nil, "the rest could never be reached")
    let joined = try #require(FrontierClass.untouched.joining(0))
    #expect(joined.leaving(0)?.leaving(1) == .done)
    #expect(FrontierClass.done.touching(0) == nil)
  }
}
