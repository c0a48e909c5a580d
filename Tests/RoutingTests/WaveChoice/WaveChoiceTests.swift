import Routing
import Testing

@Suite struct WaveChoiceTests {
  private static func solve(_ request: WaveRequest, moves: Int = 20_000) -> WaveOutcome {
    WaveChoiceSolver(moves: moves).solve(request) { .zero }
  }

  @Test(arguments: [0.0, 0.2])
  func bestOfAllWavesIsFoundAndProven(must: Double) throws {
    var counts = (met: 0, infeasible: 0)
    for seed in 1...60 {
      var maker = WaveMaker(seed: seed)
      let request = try maker.request(
        orders: 2 + seed % 6, aisles: 1 + seed % 5, skus: 1 + seed % 4, lines: 1 + seed % 3,
        quantity: 1 + seed % 4, must: must)
      let best = WaveBruteForce.best(request)
      switch Self.solve(request) {
      case .choice(let choice):
        #expect(choice.ratio == best, "seed \(seed): \(request)")
        #expect(choice.proven, "seed \(seed): \(request)")
        #expect(choice.violations(of: request) == [], "seed \(seed): \(request)")
        counts.met += 1
      case .infeasible:
        #expect(best == nil, "seed \(seed): \(request)")
        counts.infeasible += 1
      case .noneFound: Issue.record("seed \(seed): \(request)")
      }
    }
    #expect(counts.met >= 20 && counts.infeasible >= 20, "\(counts)")
  }

  @Test func boundHoldsWhenStoppedAtOnce() throws {
    for seed in 100...160 {
      var maker = WaveMaker(seed: seed)
      let request = try maker.request(
        orders: 6, aisles: 5, skus: 4, lines: 3, quantity: 3, must: 0.1)
      let best = WaveBruteForce.best(request)
      switch Self.solve(request, moves: 0) {
      case .choice(let choice):
        let best = try #require(best)
        #expect(choice.ratio <= best && best <= choice.bound, "seed \(seed)")
        #expect(choice.violations(of: request) == [], "seed \(seed)")
      case .infeasible: #expect(best == nil, "seed \(seed)")
      case .noneFound(let bound): if let best { #expect(best <= bound, "seed \(seed)") }
      }
    }
  }

  @Test func answerIsTheSameForTheSameSeed() throws {
    var maker = WaveMaker(seed: 7)
    let request = try maker.request(orders: 60, aisles: 30, skus: 40, lines: 4, quantity: 3)
    let solver = WaveChoiceSolver(seed: 3, moves: 3000)
    #expect(solver.solve(request) { .zero } == solver.solve(request) { .zero })
  }

  @Test func clockEndsTheSearch() throws {
    var maker = WaveMaker(seed: 11)
    let request = try maker.request(orders: 80, aisles: 40, skus: 60, lines: 4, quantity: 3)
    var asked = 0
    let outcome = WaveChoiceSolver().solve(request, limit: .milliseconds(40)) {
      asked += 1
      return .milliseconds(asked)
    }
    #expect(asked >= 40 && asked < 60)
    if case .choice(let choice) = outcome { #expect(choice.violations(of: request) == []) }
  }

  @Test func anyRequestIsAnswered() throws {
    for seed in 1...16 {
      var maker = WaveMaker(seed: seed * 31)
      let request = try maker.request(
        orders: 1 + seed * 3, aisles: 1 + seed, skus: 1 + seed * 2, lines: 1 + seed % 6,
        quantity: 1 + seed * seed * seed, must: seed % 3 == 0 ? 0.05 : 0)
      if case .choice(let choice) = Self.solve(request, moves: 300) {
        #expect(choice.violations(of: request) == [], "seed \(seed)")
      }
    }
  }
}
