import Testing

@testable import Routing

@Suite struct SequencedSolverTests {
  @Test(arguments: SequenceMaker.Kind.allCases)
  func agreesWithEveryOrderTried(_ kind: SequenceMaker.Kind) throws {
    var maker = SequenceMaker(seed: 11)
    for number in 0..<160 {
      let request = try #require(
        try maker.request(
          crossAisles: 2 + number % 3, kind,
          ending: RequestMaker.Ending.allCases[number % 4]))
      let walk = try SequencedSolver().solve(request)
      #expect(walk.violations(of: request) == [])
      let best = SequenceBruteForce.length(request)
      // Where a stop may not be first and products are kept together, both hold as well.
      #expect(walk.length == best, "\(kind) \(number) \(request.stops) \(request.later)")
      #expect(walk.proven)
    }
  }

  @Test func agreesOnFloorsWithClosedStretches() throws {
    var maker = SequenceMaker(seed: 12)
    var solved = 0
    for number in 0..<300 {
      guard
        let request = try maker.request(
          crossAisles: 2 + number % 2, .ranks, ending: .elsewhere, stops: 1...5, closing: true)
      else { continue }
      let isTurning = request.layout.aisleSegments.contains { $0.rule == .noTurn }
      let walk = try SequencedSolver().solve(request)
      #expect(walk.violations(of: request) == [], "\(number)")
      let best = try #require(SequenceBruteForce.length(request))
      // Distances know nothing of turning, so they bound only.
      if isTurning { #expect(walk.length >= best) } else { #expect(walk.length == best) }
      if isTurning { #expect(walk.lowerBound >= best) } else { #expect(walk.proven) }
      solved += 1
    }
    #expect(solved > 50)
  }

  @Test func oneWayFloorsAreSolved() throws {
    let layout = try AisleLayout(
      aisles: [0, 10, 20], crossAisles: [0, 30],
      aisleSegments: [
        AisleSegment(aisle: 0, from: 0, to: 30, rule: .up),
        AisleSegment(aisle: 1, from: 0, to: 30, rule: .down),
      ])
    let stops = [
      SequencedStop(.aisle(1, y: 20), rank: 1, product: 4),
      SequencedStop(.aisle(0, y: 10), rank: 1, product: 4),
      SequencedStop(.aisle(2, y: 5), rank: 0), SequencedStop(.aisle(1, y: 5), rank: 1),
    ]
    for stops in [stops, stops.map { SequencedStop($0.place, rank: $0.rank) }] {
      let request = try SequencedRequest(
        layout: layout, start: .aisle(0, y: 0), ends: [.aisle(0, y: 0)], stops: stops)
      let walk = try SequencedSolver().solve(request)
      #expect(walk.violations(of: request) == [])
      #expect(walk.length == SequenceBruteForce.length(request))
      #expect(walk.proven)
    }
  }

  @Test func aRoundWithOneProductIsExactAmongManyStops() throws {
    let layout = try AisleLayout(
      aisles: (0..<6).map { $0 * 50 }, crossAisles: [0, 100, 200])
    var random = SeededGenerator(seed: 5)
    func place() -> Place {
      .aisle(Int.random(in: 0..<6, using: &random), y: Int.random(in: 1..<200, using: &random))
    }
    var stops = (0..<24).map { _ in SequencedStop(place()) }
    stops += (0..<3).map { _ in SequencedStop(place(), product: 1) }
    let home = Place.aisle(2, y: 0)
    let request = try SequencedRequest(layout: layout, start: home, ends: [home], stops: stops)
    let walk = try SequencedSolver().solve(request)
    #expect(walk.violations(of: request) == [])
    #expect(walk.proven)
    #expect(walk.method == .rankProgram)
    // Local search, which knows nothing of it, comes no lower.
    var improver = SequenceImprover(request)
    let searched = improver.improve(request.groups.flatMap(\.spots), rounds: 60)
    #expect(searched.length >= walk.length)
    #expect(searched.length <= walk.length * 103 / 100)
  }

  @Test func oneProductRoundsAgreeWithEveryOrderTried() throws {
    var maker = SequenceMaker(seed: 17)
    var tried = 0
    for number in 0..<400 {
      let request = try #require(
        try maker.request(crossAisles: 2 + number % 2, .products, ending: .atStart, stops: 3...6))
      guard let order = OneProductRound.order(request) else { continue }
      let tour = SpotTracer.tour(request, order, lowerBound: 0)
      #expect(tour.length == SequenceBruteForce.length(request))
      tried += 1
    }
    #expect(tried > 60)
  }

  @Test func searchComesCloseToTheShortest() throws {
    var random = SeededGenerator(seed: 61)
    let layout = try AisleLayout(
      aisles: (0..<8).map { $0 * 50 }, crossAisles: [0, 100, 200])
    var (searched, shortest) = (0, 0)
    for _ in 0..<20 {
      let stops = (0..<14).map { number in
        SequencedStop(
          .aisle(
            Int.random(in: 0..<8, using: &random), y: Int.random(in: 1..<200, using: &random)),
          product: number < 8 ? number % 4 : nil)
      }
      let request = try SequencedRequest(
        layout: layout, start: .aisle(0, y: 0), ends: [.aisle(7, y: 0)], stops: stops)
      let walk = try SequencedSolver().solve(request)
      #expect(walk.proven)
      var improver = SequenceImprover(request)
      let found = improver.improve(request.groups.flatMap(\.spots), rounds: 30)
      #expect(found.length >= walk.length)
      #expect(found.length == SpotTracer.tour(request, found.order, lowerBound: 0).length)
      (searched, shortest) = (searched + found.length, shortest + walk.length)
    }
    #expect(searched * 100 <= shortest * 101, "\(searched) \(shortest)")
  }

  @Test func manyProductsGetAWalkWithAGap() throws {
    let layout = try AisleLayout(
      aisles: (0..<8).map { $0 * 50 }, crossAisles: [0, 100, 200])
    var random = SeededGenerator(seed: 9)
    let stops = (0..<40).map { number in
      SequencedStop(
        .aisle(Int.random(in: 0..<8, using: &random), y: Int.random(in: 1..<200, using: &random)),
        rank: number % 2, product: number < 16 ? number % 8 : nil)
    }
    let request = try SequencedRequest(
      layout: layout, start: .aisle(0, y: 0), ends: [.aisle(7, y: 0)], stops: stops)
    let walk = try SequencedSolver().solve(request)
    #expect(walk.violations(of: request) == [])
    #expect(walk.method == .search)
    let apart = try SequencedRequest(
      layout: layout, start: .aisle(0, y: 0), ends: [.aisle(7, y: 0)],
      stops: stops.map { SequencedStop($0.place, rank: $0.rank) })
    #expect(try SequencedSolver().solve(apart).length == walk.lowerBound)
    #expect(walk.gap >= 0)
    #expect(try SequencedSolver().solve(request) == walk)
  }

  @Test(arguments: [false, true])
  func manyStopsGetAWalkInTime(_ isTogether: Bool) throws {
    let layout = try AisleLayout(
      aisles: (0..<10).map { $0 * 50 }, crossAisles: [0, 100, 200, 300])
    var random = SeededGenerator(seed: 71)
    let stops = (0..<700).map { number in
      SequencedStop(
        .aisle(Int.random(in: 0..<10, using: &random), y: Int.random(in: 1..<300, using: &random)),
        rank: number % 3, product: isTogether && number < 90 ? number % 30 : nil)
    }
    let request = try SequencedRequest(
      layout: layout, start: .aisle(0, y: 0), ends: [.aisle(7, y: 0)], stops: stops)
    let walk = try SequencedSolver().solve(request)
    #expect(walk.violations(of: request) == [])
  }

  @Test func aLongChainOfRanksIsExact() throws {
    let layout = try AisleLayout(
      aisles: (0..<8).map { $0 * 50 }, crossAisles: [0, 100, 200])
    var random = SeededGenerator(seed: 3)
    let stops = (0..<45).map { number in
      SequencedStop(
        .aisle(Int.random(in: 0..<8, using: &random), y: Int.random(in: 1..<200, using: &random)),
        rank: number % 9)
    }
    let request = try SequencedRequest(
      layout: layout, start: .aisle(0, y: 0), ends: [], stops: stops)
    let walk = try SequencedSolver().solve(request)
    #expect(walk.violations(of: request) == [])
    #expect(walk.proven)
    // Each rank by sets of stops instead of by aisles.
    var values = [(point: GridPoint(aisle: 0, y: 0), length: 0)]
    for group in request.groups {
      let program = try #require(TogetherProgram(request, group))
      let points = group.spots.map { request.spots[$0].point }
      program.run(
        points.map { point in
          values.map { $0.length + layout.distance($0.point, point) }.min() ?? 0
        })
      values = points.indices.map { (points[$0], program.length(to: $0)) }
    }
    #expect(walk.length == values.map(\.length).min())
  }

  @Test func littleTimeGivesAWalkAndAValidBound() throws {
    var maker = SequenceMaker(seed: 21)
    for number in 0..<60 {
      let request = try #require(
        try maker.request(crossAisles: 3, .ranks, ending: .elsewhere, stops: 3...6))
      let best = try #require(SequenceBruteForce.length(request))
      let found = try RankChain(request, most: number % 4 * 14).solve()
      #expect(found.length <= best)
      if found.order != nil { #expect(found.length == best) }
      let greedy = try RankChain(request).greedyOrder()
      let walk = SequencedWalk(
        tour: SpotTracer.tour(request, greedy, lowerBound: found.length), method: .search)
      #expect(walk.violations(of: request) == [])
    }
  }

  @Test func violationsAreSeen() throws {
    let layout = try AisleLayout(aisles: [0, 10], crossAisles: [0, 30])
    let stops = [
      SequencedStop(.aisle(0, y: 10), rank: 1, product: 1),
      SequencedStop(.aisle(0, y: 20), rank: 1), SequencedStop(.aisle(1, y: 5), rank: 1, product: 1),
    ]
    let request = try SequencedRequest(
      layout: layout, start: .aisle(0, y: 0), ends: [], stops: stops, later: [1])
    let path = [(0, 0), (0, 30), (10, 30), (10, 5)].map { FloorPoint(x: $0.0, y: $0.1) }
    let (order, offsets) = ([0, 1, 2], [10, 20, 65])
    func walk(_ order: [Int], _ offsets: [Int]) -> SequencedWalk {
      SequencedWalk(
        tour: Tour(
          order: order, stopOffsets: offsets, length: 65, lowerBound: 0, path: path,
          startLink: nil, endLink: nil, end: nil), method: .search)
    }
    #expect(
      walk(order, offsets).violations(of: request)
        .contains { $0.contains("apart from the others of product 1") })
    let later = try SequencedRequest(
      layout: layout, start: .aisle(0, y: 0), ends: [],
      stops: stops.map { SequencedStop($0.place) }, later: [0])
    #expect(
      walk(order, offsets).violations(of: later)
        .contains { $0.contains("expected later") })
    let ranked = try SequencedRequest(
      layout: layout, start: .aisle(0, y: 0), ends: [],
      stops: stops.indices.map { SequencedStop(stops[$0].place, rank: -$0) })
    #expect(
      walk(order, offsets).violations(of: ranked)
        .contains { $0.contains("comes after rank") })
  }

  @Test func refusalsAreNamed() throws {
    let layout = try AisleLayout(aisles: [0, 10], crossAisles: [0, 30])
    let home = Place.aisle(0, y: 0)
    func code(_ layout: AisleLayout, _ stops: [SequencedStop], later: Set<Int> = [])
      -> RoutingError.Code?
    {
      do {
        _ = try SequencedRequest(
          layout: layout, start: home, ends: [], stops: stops, later: later)
        return nil
      } catch { return error.code }
    }
    let product = [
      SequencedStop(.aisle(0, y: 1), rank: 0, product: 1),
      SequencedStop(.aisle(1, y: 1), rank: 0, product: 1),
    ]
    #expect(code(layout, product) == nil)
    #expect(
      code(layout, product + [SequencedStop(.aisle(0, y: 2), rank: 1, product: 1)]) == .precedence)
    #expect(code(layout, [SequencedStop(.aisle(2, y: 1))]) == .place)
    #expect(code(layout, product, later: [2]) == .order)
    #expect(code(layout, product, later: [-1]) == .order)
    let narrow = try AisleLayout(
      aisles: [0, 10], crossAisles: [0, 30],
      aisleSegments: [AisleSegment(aisle: 0, from: 0, to: 30, rule: .noTurn)])
    #expect(code(narrow, product) == .rule)
    let many = (0...SequencedRequest.mostTogether).map {
      SequencedStop(.aisle(0, y: $0), product: $0 < 2 ? 1 : nil)
    }
    let long = try AisleLayout(aisles: [0], crossAisles: [0, 3000])
    #expect(code(long, many) == .tooManyStops)
  }
}
