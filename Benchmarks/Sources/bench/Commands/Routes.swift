import Routing
import Simulation

/// How many shortest walks a second.
struct Routes: Benchmark {
  static let name = "routes"
  static let about = "shortest walks a second, 20 aisles, 1 to 3 blocks, 10 to 100 stops"

  init(_ options: Options) {}

  func run(in scratch: Scratch) throws {
    var table = Table(
      "blocks", "stops", "walks/s", "p50 ms", "worst ms", "p50/code", "proven", "length/code")
    for blocks in 1...3 {
      for stops in [10, 20, 50, 100] { try add(blocks: blocks, stops: stops, to: &table) }
    }
    table.show()
    print(
      """
      Read: p50/code is how many times longer the shortest walk takes to find than to add up the
      walk in the order of bin codes; length/code compares the two walks. Every walk must be proven.
      """)
  }

  private func add(blocks: Int, stops: Int, to table: inout Table) throws {
    let layout = try AisleLayout(
      aisles: (0..<20).map { $0 * 3_000 }, crossAisles: (0...blocks).map { $0 * 30_000 })
    var random = SeededGenerator(seed: UInt64(blocks * 1000 + stops))
    let requests = try (0..<50).map { _ in try request(layout, stops, &random) }
    let solver = ShortestWalk()
    _ = try solver.solve(requests[0])
    var times = Durations()
    var codes = Durations()
    var proven = 0
    var (length, byCode) = (0, 0)
    let until = Clock.now + 300_000_000
    while Clock.now < until || times.count < requests.count {
      let request = requests[times.count % requests.count]
      var tour: Tour?
      times.add(try Clock.time { tour = try solver.solve(request) })
      guard let tour else { continue }
      let places = [request.start] + AisleFloor.inCodeOrder(request.stops) + request.ends
      codes.add(try Clock.time { byCode += try layout.length(of: places) })
      length += tour.length
      proven += tour.proven ? 1 : 0
    }
    table.add(
      "\(blocks)", "\(stops)", "\(1_000_000_000 / max(1, times.mean))", milliseconds(times.p50),
      milliseconds(times.worst), ratio(times.p50, to: codes.p50),
      "\(100 * proven / times.count) %", ratio(Int64(length), to: Int64(byCode)))
  }

  private func request(
    _ layout: AisleLayout, _ stops: Int, _ random: inout SeededGenerator
  ) throws -> TourRequest {
    let depot = Place.aisle(0, y: 0)
    let places = (0..<stops).map { _ in
      Place.aisle(
        random.number(below: layout.aisles.count),
        y: random.number(below: (layout.crossAisles.last ?? 0) + 1))
    }
    return try TourRequest(layout: layout, start: depot, end: depot, stops: places)
  }
}
