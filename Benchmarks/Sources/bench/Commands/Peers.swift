import Routing

/// The same tours by other solvers: how long they take, how much longer their walks are.
struct Peers: Benchmark {
  static let name = "peers"
  static let about = "the same walks by OR-Tools, LKH, PyVRP, VROOM and fast-tsp"
  static let isOnItsOwn = true

  private let options: Options

  init(_ options: Options) {
    self.options = options
  }

  func run(in scratch: Scratch) throws {
    let count = options.sample ?? 20
    let slow = (count + 3) / 4
    let cells = try [1, 3].flatMap { blocks in
      try [10, 30, 60, 100].map { try PeerCell(blocks: blocks, stops: $0, count: count) }
    }
    let answers = try PeerRun.answers(to: cells, slow: slow, options, in: scratch)
    var table = Table(
      "blocks", "stops", "solver", "n", "mean ms", "processor ms", "x ours", "mean gap %",
      "worst gap %", "shortest")
    for (number, cell) in cells.enumerated() {
      let optima = try cell.requests.map { request in
        let tour = try ExactTourSolver().solve(request)
        guard tour.proven else { throw Trouble("a walk of ours is not proven") }
        return tour.length
      }
      let ours = try kept(cell)
      add("ours, memory kept", cell, ours, ours, to: &table)
      try add("ours, one request", cell, alone(cell), ours, to: &table)
      var solvers: [String] = []
      for answer in answers where answer.cell == number && !solvers.contains(answer.solver) {
        solvers.append(answer.solver)
      }
      for solver in solvers {
        let own = answers.filter { $0.cell == number && $0.solver == solver }
        try add(solver, own, cell, optima, ours: ours, to: &table)
      }
    }
    table.show()
    print(
      """
      Read: our walks are proven, and no other may be shorter; gap is what another's is longer, \
      shortest how many are not. Others get a matrix of lengths ready made, ours the floor. x ours: \
      mean processor time to ours with memory kept. Solvers with a time limit take it. LKH with 10 \
      runs, VROOM and limits of 1 s solve the first \(slow) of \(count) walks; ours all of them and \
      \(PeerCell.moreCount) more.
      """)
  }

  /// Times of many walks.
  private struct Own {
    var wall = Durations()
    var processor = Durations()
  }

  /// Times a cell's walks and more of the kind, each once: a walk found again and again is found
  /// faster.
  private func time(_ cell: PeerCell, _ solve: (TourRequest) throws -> Int) throws -> Own {
    var own = Own()
    for request in cell.more { _ = try solve(request) }
    for request in cell.requests + cell.more {
      let watch = Stopwatch()
      _ = try solve(request)
      own.wall.add(watch.wall)
      own.processor.add(watch.processor)
    }
    return own
  }

  private func kept(_ cell: PeerCell) throws -> Own {
    let workspace = try TourWorkspace(
      layout: cell.requests[0].layout, start: AisleFloor.depot, ends: [AisleFloor.depot])
    return try time(cell) { try workspace.solve($0.stops) }
  }

  private func alone(_ cell: PeerCell) throws -> Own {
    try time(cell) { request in
      let anew = try TourRequest(
        layout: request.layout, start: request.start, ends: request.ends, stops: request.stops)
      return try ShortestWalk().solve(anew).length
    }
  }

  private func add(
    _ name: String, _ cell: PeerCell, _ times: Own, _ ours: Own, to table: inout Table
  ) {
    let count = times.wall.count
    let processor = times.processor.mean
    table.add(
      "\(cell.blocks)", "\(cell.stops)", name, "\(count)", thousandths(times.wall.mean),
      thousandths(processor), ratio(processor, to: ours.processor.mean), "0.00", "0.00",
      "\(count)/\(count)")
  }

  private func add(
    _ solver: String, _ answers: [PeerAnswer], _ cell: PeerCell, _ optima: [Int], ours: Own,
    to table: inout Table
  ) throws {
    var gaps = Figures()
    for answer in answers {
      guard let length = answer.length(by: cell.matrices[answer.instance]) else { continue }
      guard length >= optima[answer.instance] else {
        throw Trouble("\(solver) found \(length) mm, our proof says \(optima[answer.instance])")
      }
      gaps.add(gap(length, over: optima[answer.instance]))
    }
    let processor = Durations(answers.map(\.processor)).mean
    table.add(
      "\(cell.blocks)", "\(cell.stops)", solver, "\(answers.count)",
      thousandths(Durations(answers.map(\.wall)).mean), thousandths(processor),
      ratio(processor, to: ours.processor.mean),
      gaps.count == 0 ? "-" : decimal(gaps.mean, 2), gaps.count == 0 ? "-" : decimal(gaps.worst, 2),
      "\(gaps.all.count { $0 == 0 })/\(answers.count)")
  }

  /// Nanoseconds as milliseconds, to read, however few.
  private func thousandths(_ time: Int64) -> String {
    time < 1_000_000 ? decimal(Double(time) / 1_000_000, 4) : milliseconds(time)
  }
}
