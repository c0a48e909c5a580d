import Testing

@testable import Routing

@Suite struct TourKernelTests {
  /// One kernel after another set of stops gives what a new one gives, and length only the same.
  @Test(arguments: 2...5, RequestMaker.Ending.allCases)
  func nothingIsLeftOverFromTheTourBefore(
    crossAisles: Int, ending: RequestMaker.Ending
  ) throws {
    for seed in 1...(crossAisles < 5 ? 12 : 3) {
      var maker = RequestMaker(seed: seed)
      let first = try maker.request(crossAisles: crossAisles, ending: ending, stops: 1...9)
      let kernel = try TourKernel(first)
      for _ in 1...8 {
        let stops = (0..<1 + seed % 9).map { _ in maker.point(on: first.layout) }
        let request = try TourRequest(
          layout: first.layout, start: first.start, ends: first.ends, stops: stops)
        let length = request.stopPoints.withUnsafeBufferPointer { kernel.length($0) }
        let solved = request.stopPoints.withUnsafeBufferPointer { kernel.solve($0) }
        #expect(length == solved)
        #expect(try kernel.tour(length: solved) == ExactTourSolver().solve(request))
      }
    }
  }

  /// Costs by block are all a length needs, for rounds and for walks between docks.
  @Test(arguments: 2...4)
  func costsByBlockGiveTheSameLength(crossAisles: Int) throws {
    for seed in 1...40 {
      var maker = RequestMaker(seed: seed)
      let layout = try maker.layout(crossAisles: crossAisles)
      let depot = Place.aisle(0, y: layout.crossAisles[seed % crossAisles])
      let dock = Place.offGrid(
        layout.aisles.indices.map { Link(aisle: $0, y: layout.crossAisles[0], length: 7 * $0) })
      let stops = (0..<1 + seed % 7).map { _ in maker.point(on: layout) }
      for end in [depot, dock] {
        let request = try TourRequest(layout: layout, start: depot, end: end, stops: stops)
        let kernel = try TourKernel(request)
        try #require(kernel.takesCells)
        let shortest = request.stopPoints.withUnsafeBufferPointer { kernel.length($0) }
        var points = request.stopPoints
        points.append(GridPoint(aisle: 0, y: layout.crossAisles[seed % crossAisles]))
        let (cells, required) = costs(points, layout)
        let ends = request.endTerminals.map(\.point.aisle)
        let touched = points.map(\.aisle) + ends
        let length = kernel.length(
          cells: cells, required: required,
          aisles: (touched.min() ?? 0)...(touched.max() ?? 0))
        // A walk within one block is not seen by costs; no tour at a junction is shorter than it.
        #expect(length == shortest, "seed \(seed)")
      }
    }
  }

  /// The costs of every block, found without the kernel.
  private func costs(_ points: [GridPoint], _ layout: AisleLayout) -> ([CellCosts], [UInt8]) {
    let ys = layout.crossAisles
    var cells: [CellCosts] = []
    var required: [UInt8] = []
    for aisle in layout.aisles.indices {
      let here = Set(points.filter { $0.aisle == aisle }.map(\.y))
      required.append(
        ys.enumerated().reduce(0) { $0 | (here.contains($1.element) ? 1 << $1.offset : 0) })
      for (low, high) in zip(ys, ys.dropFirst()) {
        let inside = here.filter { low < $0 && $0 < high }.sorted()
        guard let first = inside.first, let last = inside.last else {
          cells.append(CellCosts(emptyOfLength: high - low))
          continue
        }
        let gap = zip(inside, inside.dropFirst()).map { $1 - $0 }.max() ?? 0
        cells.append(
          CellCosts(length: high - low, first: first - low, last: last - low, gap: gap))
      }
    }
    return (cells, required)
  }

  /// Walking a block there and back is needed even on rounds, from two blocks on.
  @Test func blocksAreWalkedThereAndBackWhereThatIsShorter() throws {
    let layout = try AisleLayout(aisles: [49, 94, 143], crossAisles: [2, 4, 6])
    let request = try TourRequest(
      layout: layout, start: .aisle(0, y: 2), end: .aisle(0, y: 2),
      stops: [(1, 4), (2, 5), (1, 2), (0, 6), (2, 2), (2, 6), (0, 4)].map { .aisle($0, y: $1) })
    let tour = try ExactTourSolver().solve(request)
    #expect(tour.length == 200)
    #expect(try BruteForce.length(request) == 200)

    let plain = try AisleLayout(aisles: [3, 9, 17], crossAisles: [6, 27, 36, 39, 69])
    let inBlocks = try TourRequest(
      layout: plain, start: .aisle(1, y: 39), end: .aisle(1, y: 39),
      stops: [(2, 66), (1, 26), (1, 12), (0, 34), (0, 57), (2, 15), (0, 42)].map {
        .aisle($0, y: $1)
      })
    #expect(try ExactTourSolver().solve(inBlocks).length == 164)
    #expect(try BruteForce.length(inBlocks) == 164)
  }

  /// Where the vectors of all aisles would take too much memory, aisles are swept twice.
  @Test(arguments: 2...4, RequestMaker.Ending.allCases)
  func tracesWithLittleMemoryGiveTheSameTour(
    crossAisles: Int, ending: RequestMaker.Ending
  ) throws {
    for seed in 1...20 {
      var maker = RequestMaker(seed: seed)
      let request = try maker.request(crossAisles: crossAisles, ending: ending, stops: 1...20)
      let kernel = try TourKernel(request)
      kernel.sweep.mostKept = 0
      let length = request.stopPoints.withUnsafeBufferPointer { kernel.solve($0) }
      #expect(try kernel.tour(length: length) == ExactTourSolver().solve(request))
    }
  }

  @Test func oneWayStretchesAreRefused() throws {
    let layout = try AisleLayout(
      aisles: [0, 10], crossAisles: [0, 100],
      aisleSegments: [AisleSegment(aisle: 0, from: 0, to: 100, rule: .up)])
    let request = try TourRequest(
      layout: layout, start: .aisle(0, y: 0), end: nil, stops: [.aisle(0, y: 50)])
    let error = #expect(throws: RoutingError.self) { try ExactTourSolver().solve(request) }
    #expect(error?.code == .rule)
    #expect(error?.description.contains("expected") == true)
    #expect(try layout.distance(.aisle(0, y: 50), .aisle(0, y: 0)) == 170)
    #expect(try layout.distance(.aisle(0, y: 0), .aisle(0, y: 50)) == 50)
  }
}
