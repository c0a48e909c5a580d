import Testing

@testable import Routing

struct BatchSolverTests {
  /// Nothing is shorter than what a try of everything finds, and the answer is exactly that.
  @Test(arguments: 0..<30)
  func fewOrdersAreSolvedExactly(seed: Int) throws {
    var maker = BatchMaker(seed: seed)
    let request = try maker.request(orders: 0...6, crossAisles: 2 + seed % 3)
    let best = try BatchBruteForce(request)
    let plan = BatchSolver().solve(request, milliseconds: 5, clock: BatchMaker.clock())
    #expect(plan.violations(of: request) == [])
    #expect(plan.length == best.length)
    #expect(plan.proven)
  }

  /// The search that larger requests get finds the best of few orders too, and bounds it truly.
  @Test(arguments: 0..<30)
  func theSearchFindsTheBestOfFewOrders(seed: Int) throws {
    var maker = BatchMaker(seed: 100 + seed)
    let request = try maker.request(orders: 1...6, crossAisles: 2 + seed % 3)
    let best = try BatchBruteForce(request)
    let plan = searched(request, looks: 30)
    #expect(plan.violations(of: request) == [])
    #expect(plan.length == best.length)
    #expect(plan.lowerBound <= best.length)
  }

  /// With cut-offs the lateness is least first, then the walking.
  @Test(arguments: 0..<25)
  func cutoffsComeFirst(seed: Int) throws {
    var maker = BatchMaker(seed: 200 + seed)
    let request = try maker.request(orders: 1...5, due: true)
    let best = try BatchBruteForce(request)
    let plan = BatchSolver().solve(request, milliseconds: 5, clock: BatchMaker.clock())
    #expect(plan.violations(of: request) == [])
    #expect(plan.lateness == best.lateness)
    #expect(plan.length == best.length)
    let found = searched(request, looks: 200)
    #expect(found.violations(of: request) == [])
    #expect(found.lateness == best.lateness)
    #expect(found.length == best.length)
  }

  /// Without cut-offs the batches with the highest priority are walked first.
  @Test(arguments: 0..<5)
  func urgentBatchesComeFirst(seed: Int) throws {
    var maker = BatchMaker(seed: 300 + seed)
    let request = try maker.request(orders: 5...20)
    let plan = BatchSolver().solve(request, milliseconds: 3, clock: BatchMaker.clock())
    let priorities = plan.batches.map { batch in
      batch.orders.map { request.orders[$0].priority }.max() ?? 0
    }
    #expect(priorities == priorities.sorted(by: >))
  }

  /// The same request, seed and clock give the same answer.
  @Test(arguments: [false, true])
  func theSameTwice(due: Bool) throws {
    var maker = BatchMaker(seed: 400)
    let request = try maker.request(orders: 25...25, due: due)
    let plans = (0..<2).map { _ in
      BatchSolver(seed: 5).solve(request, milliseconds: 8, clock: BatchMaker.clock())
    }
    #expect(plans[0] == plans[1])
    #expect(plans[0].violations(of: request) == [])
  }

  /// Progress only gets better and ends with the answer; the search stops when told to.
  @Test func progressIsTold() throws {
    var maker = BatchMaker(seed: 500)
    let request = try maker.request(orders: 30...30)
    var told: [BatchProgress] = []
    let plan = BatchSolver().solve(request, milliseconds: 10, clock: BatchMaker.clock()) {
      told.append($0)
      return true
    }
    #expect(zip(told, told.dropFirst()).allSatisfy { $0.length >= $1.length })
    #expect(zip(told, told.dropFirst()).allSatisfy { $0.lowerBound <= $1.lowerBound })
    #expect(told.last?.length == plan.length)
    var looks = 0
    let first = BatchSolver().solve(
      request, milliseconds: 1_000_000,
      clock: {
        looks += 1
        return .milliseconds(looks)
      }, progress: { _ in false })
    #expect(first.violations(of: request) == [])
    #expect(looks < 10)
  }

  /// Without time there is an answer.
  @Test(arguments: [0, -1, .min, 1])
  func anyLimitWillDo(milliseconds: Int) throws {
    var maker = BatchMaker(seed: 600)
    let request = try maker.request(orders: 20...20)
    let plan = BatchSolver().solve(
      request, milliseconds: milliseconds, clock: BatchMaker.clock())
    #expect(plan.violations(of: request) == [])
  }

  /// Odd floors, ends, sizes and numbers of stops: never a trap, never a wrong answer.
  @Test(arguments: 0..<24)
  func anyRequestIsAnswered(seed: Int) throws {
    var maker = BatchMaker(seed: 700 + seed)
    let request = try maker.request(
      orders: 0...16, crossAisles: 2 + seed % 4, due: seed % 4 == 0)
    let plan = BatchSolver(seed: UInt64(seed))
      .solve(request, milliseconds: 3, clock: BatchMaker.clock())
    #expect(plan.violations(of: request) == [])
  }

  /// Where the load would fit fewer carts but the orders do not, the search goes on with more.
  @Test func whatCannotBePackedTighterIsNot() throws {
    let layout = try AisleLayout(aisles: [0, 50, 90], crossAisles: [0, 700])
    let orders = (0..<16).map { order in
      BatchOrder(size: 60, stops: [.aisle(order % 3, y: 40 * order + 10)])
    }
    let request = try BatchRequest(
      layout: layout, start: .aisle(0, y: 0), end: .aisle(0, y: 0), capacity: 100, orders: orders)
    let state = BatchState(request, BatchLengths(request, seed: 1, bits: 8))
    let lengths = BatchLengths(request, seed: 1, bits: 8)
    state.measure(lengths)
    let single = (0..<16).map { state.length[$0] }
    let neighbors = BatchNeighbors(lengths, width: 15, single: single)
    var annealing = BatchAnnealing(state, lengths, neighbors, seed: 1, pool: nil)
    annealing.allowOverload(mean: 500)
    var looks = 0
    annealing.run(
      hot: 50, cold: 2,
      used: {
        looks += 1
        return Double(looks) / 2500
      }, better: { _ in })
    #expect(Set(annealing.best).count == 16)
    #expect(annealing.bestTotal == single.reduce(0, +))
    #expect(state.batches.count == 16)
  }

  private func searched(_ request: BatchRequest, looks: Int) -> BatchPlan {
    let timer = BatchTimer(milliseconds: looks, clock: BatchMaker.clock(), report: { _ in true })
    return BatchSearch(request, seed: 1, timer: timer).solve(exactly: false)
  }
}
