import CAllocations
import Routing
import Simulation

/// What the next shortest walk costs where memory is kept: the loop inside batching, bin choice and
/// planning anew in the hand.
struct Tours: Benchmark {
  static let name = "tours"
  static let about = "shortest walks in kept memory, 20 aisles, 1 to 4 blocks, 10 to 100 stops"

  /// What 99 of 100 walks may take, by blocks, in nanoseconds.
  private static let wanted: [Int64] = [5_000, 25_000, 150_000, 2_000_000]
  /// How many different walks are timed, by blocks.
  private static let counts = [4_000, 2_000, 1_000, 400]
  private static let passes = 3

  init(_ options: Options) {}

  func run(in scratch: Scratch) throws {
    var table = Table(
      "blocks", "stops", "walk", "n", "p50 us", "p99 us", "least p99", "worst us", "wall p99",
      "p99/wanted", "p50/code", "allocations")
    for blocks in 1...Self.wanted.count {
      for stops in [10, 30, 60, 100] {
        try add("round", blocks, stops, from: AisleFloor.depot, to: &table)
        try add("open", blocks, stops, from: .aisle(7, y: 20_500), to: &table)
      }
    }
    table.show()
    let clock = Durations(
      (0..<1000).map { _ in
        let start = Clock.processor
        _ = Clock.now - Clock.now
        return Clock.processor - start
      })
    print(
      """
      Read: processor time of a thread, of which \(microseconds(clock.p50)) us are the reading of \
      the clocks; the walk is written down (order, offsets, corners). least p99: each walk by the \
      quickest of \(Self.passes) times. wanted: 5, 25, 150 us and 2 ms by blocks. p50/code: times \
      as long as adding up the walk in the order of bin codes. allocations: calls of malloc and the \
      like in all walks after the first round; expected 0. open: from the middle of an aisle to \
      the bench.
      """)
  }

  private func add(
    _ walk: String, _ blocks: Int, _ stops: Int, from start: Place, to table: inout Table
  ) throws {
    let layout = try AisleFloor.layout(blocks: blocks)
    var random = SeededGenerator(seed: UInt64(blocks * 1000 + stops))
    let sets = (0..<Self.counts[blocks - 1]).map { _ in
      AisleFloor.stops(stops, blocks: blocks, &random)
    }
    let before = allocation_count()
    let workspace = try TourWorkspace(layout: layout, start: start, ends: [AisleFloor.depot])
    guard allocation_count() > before else { throw Trouble("calls of malloc are not counted") }
    for set in sets { _ = try workspace.solve(set) }
    try check(workspace, layout, start, sets[0])

    var times = Durations()
    var walls = Durations()
    var least = [Int64](repeating: .max, count: sets.count)
    var allocations = 0
    for _ in 0..<Self.passes {
      for (index, set) in sets.enumerated() {
        let before = allocation_count()
        let processor = Clock.processor
        let wall = Clock.now
        _ = try workspace.solve(set)
        let passed = Clock.now - wall
        let time = Clock.processor - processor
        allocations += allocation_count() - before
        walls.add(passed)
        times.add(time)
        least[index] = min(least[index], time)
      }
    }
    var codes = Durations()
    for set in sets.prefix(400) {
      let places = [start] + AisleFloor.inCodeOrder(set) + [AisleFloor.depot]
      let processor = Clock.processor
      _ = try layout.length(of: places)
      codes.add(Clock.processor - processor)
    }
    table.add(
      "\(blocks)", "\(stops)", walk, "\(times.count)", microseconds(times.p50),
      microseconds(times.p99), microseconds(Durations(least).p99), microseconds(times.worst),
      microseconds(walls.p99), ratio(times.p99, to: Self.wanted[blocks - 1]),
      ratio(times.p50, to: codes.p50), "\(allocations)")
  }

  /// The walk in kept memory is the solver's own, and holds together.
  private func check(
    _ workspace: TourWorkspace, _ layout: AisleLayout, _ start: Place, _ stops: [Place]
  ) throws {
    let request = try TourRequest(
      layout: layout, start: start, end: AisleFloor.depot, stops: stops)
    _ = try workspace.solve(stops)
    guard let tour = workspace.tour, tour.violations(of: request).isEmpty,
      tour == (try ExactTourSolver().solve(request))
    else { throw Trouble("a walk in kept memory is not the solver's") }
  }
}
