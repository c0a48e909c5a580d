import Testing

@testable import Routing

@Suite struct ReplannerTests {
  /// The shortest walk over all choices of bins, places to empty at and orders.
  private func best(_ request: ReplanRequest) throws -> Int {
    var choices: [[(place: Place, rank: Int)]] = [[]]
    for wanted in request.missing {
      var next: [[(place: Place, rank: Int)]] = []
      for set in 1..<(1 << wanted.bins.count) {
        let bins = wanted.bins.indices.filter { set >> $0 & 1 == 1 }
        guard bins.reduce(0, { $0 + wanted.bins[$1].quantity }) >= wanted.quantity else { continue }
        for choice in choices {
          next.append(choice + bins.map { (wanted.bins[$0].place, wanted.rank) })
        }
      }
      choices = next
    }
    var best = Int.max
    for here in request.emptyAt.isEmpty ? [request.here] : request.emptyAt {
      let detour = request.layout.knownDistance(request.here, here)
      for choice in choices {
        let full = try SequencedRequest(
          layout: request.layout, start: here, ends: request.drops,
          stops: request.stops + choice.map { SequencedStop($0.place, rank: $0.rank) },
          later: request.later)
        best = min(best, detour + (SequenceBruteForce.length(full) ?? .max))
      }
    }
    return best
  }

  @Test func agreesWithEveryChoiceTried() throws {
    var maker = SequenceMaker(seed: 31)
    var proven = 0
    for number in 0..<120 {
      let request = try #require(
        try maker.replan(crossAisles: 2 + number % 3, stops: 0...3))
      let walk = try Replanner().solve(request)
      #expect(walk.violations(of: request) == [], "\(number)")
      let least = try best(request)
      #expect(walk.lowerBound <= least, "\(number)")
      #expect(walk.length >= least, "\(number)")
      if walk.proven {
        #expect(walk.length == least, "\(number)")
        proven += 1
      }
      if Set(request.stops.map(\.rank) + request.missing.map(\.rank)).count < 2 {
        #expect(walk.proven, "\(number)")
      }
    }
    #expect(proven > 100)
  }

  @Test func withoutFaultItIsTheExactOpenWalk() throws {
    var maker = RequestMaker(seed: 32)
    for number in 0..<200 {
      let plain = try maker.request(
        crossAisles: 2 + number % 3, ending: RequestMaker.Ending.allCases[number % 4],
        stops: 0...12)
      let request = try ReplanRequest(
        layout: plain.layout, here: plain.start, stops: plain.stops.map { SequencedStop($0) },
        drops: plain.ends)
      let walk = try Replanner().solve(request)
      #expect(walk.length == (try ExactTourSolver().solve(plain)).length)
      #expect(walk.proven)
      #expect(walk.violations(of: request) == [])
    }
  }

  @Test func manyArticlesGetAWalkAndABound() throws {
    let layout = try AisleLayout(aisles: (0..<8).map { $0 * 50 }, crossAisles: [0, 100, 200])
    var random = SeededGenerator(seed: 33)
    func place() -> Place {
      .aisle(Int.random(in: 0..<8, using: &random), y: Int.random(in: 1..<200, using: &random))
    }
    let stops = (0..<12).map { _ in SequencedStop(place()) }
    let missing = (0..<4).map { _ in
      MissingArticle(quantity: 4, bins: (0..<14).map { _ in .init(place(), quantity: 2) })
    }
    for later in [[], [0]] as [Set<Int>] {
      let request = try ReplanRequest(
        layout: layout, here: .aisle(3, y: 50), stops: stops, drops: [.aisle(0, y: 0)],
        missing: missing, later: later)
      let walk = try Replanner().solve(request)
      #expect(walk.violations(of: request) == [])
      let again = try Replanner().solve(request)
      #expect(again.visits == walk.visits)
      #expect(again.walk == walk.walk)
    }
  }

  @Test func aBinBehindAClosedStretchIsNotChosen() throws {
    let layout = try AisleLayout(
      aisles: [0, 100], crossAisles: [0, 100],
      aisleSegments: [AisleSegment(aisle: 0, from: 20, to: 60, rule: .closed)])
    let request = try ReplanRequest(
      layout: layout, here: .aisle(0, y: 0), stops: [SequencedStop(.aisle(1, y: 10))],
      drops: [.aisle(0, y: 0)],
      missing: [
        MissingArticle(
          quantity: 1,
          bins: [.init(.aisle(0, y: 30), quantity: 1), .init(.aisle(0, y: 70), quantity: 1)])
      ])
    let walk = try Replanner().solve(request)
    #expect(walk.visits == [.stop(0), .bin(article: 0, bin: 1, quantity: 1)])
    #expect(walk.violations(of: request) == [])
    #expect(walk.length == 660)
    #expect(walk.proven)
  }

  @Test func aSkippedLineComesLater() throws {
    let layout = try AisleLayout(aisles: [0, 100], crossAisles: [0, 100])
    let request = try ReplanRequest(
      layout: layout, here: .aisle(0, y: 40),
      stops: [SequencedStop(.aisle(0, y: 40)), SequencedStop(.aisle(0, y: 50))],
      drops: [.aisle(0, y: 0)], later: [0])
    let walk = try Replanner().solve(request)
    #expect(walk.visits == [.stop(1), .stop(0)])
    #expect(walk.walk.stopOffsets == [10, 20])
    #expect(walk.length == 60)
  }

  @Test func refusalsAreNamed() throws {
    let layout = try AisleLayout(aisles: [0, 100], crossAisles: [0, 100])
    func code(_ missing: MissingArticle, emptyAt: [Place] = []) -> RoutingError.Code? {
      do {
        _ = try ReplanRequest(
          layout: layout, here: .aisle(0, y: 0), stops: [], drops: [], missing: [missing],
          emptyAt: emptyAt)
        return nil
      } catch { return error.code }
    }
    let bin = MissingArticle.Bin(.aisle(0, y: 5), quantity: 2)
    #expect(code(MissingArticle(quantity: 2, bins: [bin])) == nil)
    #expect(code(MissingArticle(quantity: 3, bins: [bin])) == .shortage)
    #expect(code(MissingArticle(quantity: 0, bins: [bin])) == .quantity)
    #expect(code(MissingArticle(quantity: .max, bins: [bin])) == .quantity)
    #expect(
      code(MissingArticle(quantity: 1, bins: [.init(.aisle(0, y: 5), quantity: -1)])) == .quantity)
    #expect(
      code(MissingArticle(quantity: 1, bins: [.init(.aisle(9, y: 5), quantity: 1)])) == .place)
    let beside = Place.offGrid([Link(aisle: 0, y: 0, length: 1)])
    #expect(code(MissingArticle(quantity: 1, bins: [.init(beside, quantity: 1)])) == .place)
    #expect(code(MissingArticle(quantity: 1, bins: [bin]), emptyAt: [.offGrid([])]) == .place)
  }

  @Test func whateverIsAskedNothingTraps() throws {
    var random = SeededGenerator(seed: 40)
    let layout = try AisleLayout(aisles: [0, 7, 30], crossAisles: [0, 20, 50])
    var solved = 0
    for _ in 0..<300 {
      func number() -> Int {
        let odd = [-1, 60, .max, .min]
        return Int.random(in: 0..<12, using: &random) == 0
          ? odd.randomElement(using: &random) ?? 0 : Int.random(in: 0...30, using: &random)
      }
      func place() -> Place {
        Int.random(in: 0..<5, using: &random) == 0
          ? .offGrid([Link(aisle: number() % 3, y: number(), length: number())])
          : .aisle(Int.random(in: 0...2, using: &random), y: number())
      }
      func some<T>(_ most: Int, _ make: () -> T) -> [T] {
        (0..<Int.random(in: 0...most, using: &random)).map { _ in make() }
      }
      let request = try? ReplanRequest(
        layout: layout, here: place(),
        stops: some(3) { SequencedStop(place(), rank: number(), product: number()) },
        drops: some(2, place),
        missing: some(1) {
          MissingArticle(
            quantity: number(), rank: number(),
            bins: some(2) { .init(place(), quantity: number()) })
        }, later: Set(some(1, number)), emptyAt: some(1, place))
      guard let request else { continue }
      let walk = try Replanner().solve(request)
      #expect(walk.violations(of: request) == [])
      solved += 1
    }
    #expect(solved > 30)
  }
}
