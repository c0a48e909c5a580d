import Testing

@testable import Routing

struct BatchBoundTests {
  /// Bounds hold for the proven best, and a proof by prices names exactly that.
  @Test(arguments: 0..<12)
  func boundsAreTrue(seed: Int) throws {
    var maker = BatchMaker(seed: 2000 + seed)
    let request = try maker.request(orders: 9...11, crossAisles: 2 + seed % 2)
    let exact = BatchSolver().solve(request, milliseconds: 1, clock: BatchMaker.clock())
    #expect(exact.proven)
    let lengths = BatchLengths(request, seed: 1, bits: 10)
    let single = request.orders.indices.map { lengths.length(CollectionOfOne($0)) }
    #expect(BatchBound.simple(lengths, single: single) * lengths.masks.unit <= exact.length)
    let timer = BatchTimer(
      milliseconds: 300, clock: BatchMaker.clock(), report: { _ in true })
    let searched = BatchSearch(request, seed: 1, timer: timer).solve(exactly: false)
    #expect(searched.violations(of: request) == [])
    #expect(searched.length >= exact.length)
    #expect(searched.lowerBound <= exact.length)
  }

  /// Where tours are searched, not solved, nothing but the bound by parts is claimed.
  @Test(arguments: [3, 14])
  func searchedToursProveNothing(orders: Int) throws {
    var maker = BatchMaker(seed: 2200)
    let request = try maker.request(orders: orders...orders, crossAisles: 9)
    let lengths = BatchLengths(request, seed: 1, bits: 10)
    #expect(!lengths.isExact)
    let parts = BatchBound.simple(lengths, single: [])
    let plan = BatchSolver().solve(request, milliseconds: 3, clock: BatchMaker.clock())
    #expect(plan.violations(of: request) == [])
    #expect(plan.length > 0)
    #expect(plan.lowerBound == parts * lengths.masks.unit)
  }

  /// The program's prices never exceed a batch of its pool, and cover what they should.
  @Test(arguments: 0..<6)
  func pricesAreFeasible(seed: Int) throws {
    var maker = BatchMaker(seed: 2100 + seed)
    let request = try maker.request(orders: 8...8)
    let lengths = BatchLengths(request, seed: 1, bits: 10)
    let pool = BatchPool(bits: 8)
    let singles = pool.addSingles(lengths)
    for set in 1..<256 {
      let orders = (0..<8).filter { set >> $0 & 1 == 1 }
      guard orders.reduce(0, { $0 + request.orders[$1].size }) <= request.capacity else { continue }
      var key = BatchLengths.Key()
      for order in orders { key = key ^ lengths.keys[order] }
      pool.add(orders.map(Int32.init), key, length: lengths.length(orders))
    }
    let program = CoverProgram(pool, rows: Array(0..<8), orderCount: 8, singles: singles)
    program.solve(used: { 0 })
    for batch in 0..<pool.count { #expect(program.reducedCost(batch) > -1e-4) }
    let exact = BatchSolver().solve(request, milliseconds: 1, clock: BatchMaker.clock())
    #expect(Int((program.value - 1e-3).rounded(.up)) * lengths.masks.unit <= exact.length)
    let covered = (0..<8).map { order in
      program.chosen.reduce(0) { $0 + (pool.batch($1.batch).contains(order) ? $1.part : 0) }
    }
    for part in covered { #expect(part > 0.99) }
  }
}
