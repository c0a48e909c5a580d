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
  private static let passes = 5

  init(_ options: Options) {}

  func run(in scratch: Scratch) throws {
    var table = Table(
      "blocks", "stops", "walk", "n", "p50 us", "p99 us", "worst us", "p99/wanted",
      "p99 as it came", "p50/code", "allocations")
    let clock = Durations(
      (0..<10_000).map { _ in
        let start = Clock.processor
        return Clock.processor - start
      }
    ).p50
    for blocks in 1...Self.wanted.count {
      for stops in [10, 30, 60, 100] {
        try add("round", blocks, stops, from: AisleFloor.depot, clock, to: &table)
        try add("open", blocks, stops, from: .aisle(7, y: 20_500), clock, to: &table)
      }
    }
    table.show()
    print(
      """
      Read: processor time of a thread for each of n different walks, solved one after the other \
      and written down (order, offsets, corners); of \(Self.passes) passes over all of them the \
      quickest of each walk, less the \(microseconds(clock)) us that reading the clock takes \
      (median, this run): p50, p99 and worst are those of walks, not of what else the machine does. \
      as it came: p99 of all passes, clock included. wanted: 5, 25, 150 us and 2 ms by blocks. \
      p50/code: times as long as adding up the walk in the order of bin codes. allocations: calls of \
      malloc and the like in all walks after the first round; expected 0. open: from the middle of \
      an aisle to the bench.
      """)
  }

  private func add(
    _ walk: String, _ blocks: Int, _ stops: Int, from start: Place, _ clock: Int64,
    to table: inout Table
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

    var all = Durations()
    var least = [Int64](repeating: .max, count: sets.count)
    var allocations = 0
    for _ in 0..<Self.passes {
      for (index, set) in sets.enumerated() {
        let before = allocation_count()
        let start = Clock.processor
        _ = try workspace.solve(set)
        let time = Clock.processor - start
        allocations += allocation_count() - before
        all.add(time)
        least[index] = min(least[index], time)
      }
    }
    let times = Durations(least.map { max(0, $0 - clock) })
    var codes = Durations()
    for set in sets.prefix(400) {
      let places = [start] + AisleFloor.inCodeOrder(set) + [AisleFloor.depot]
      let processor = Clock.processor
      _ = try layout.length(of: places)
      codes.add(max(0, Clock.processor - processor - clock))
    }
    table.add(
      "\(blocks)", "\(stops)", walk, "\(times.count)", microseconds(times.p50),
      microseconds(times.p99), microseconds(times.worst),
      ratio(times.p99, to: Self.wanted[blocks - 1]), microseconds(all.p99),
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
