/// The shortest walk from rank to rank: a dynamic program over the last spot of each rank.
///
/// Let D(k, j) be the shortest walk that picks the ranks up to k and picks j last. It is the shortest
/// walk through rank k that ends at j and may start at any spot i of rank k - 1 after D(k - 1, i):
/// one tour with many starts, which the program over the aisles (`TourKernel`) finds at once. Only
/// the values that matter are found: as long as D(k - 1, i) is not known, a lower bound stands for
/// it, and where the tour starts at a bound, that value is found and the tour is asked for again. By
/// the triangle inequality a value known at one spot bounds those at all others. The tour at last
/// starts at a value that is exact, so it is the shortest.
///
/// A rank in which products are kept together takes `TogetherProgram` for its few items; where they
/// are too many, they are taken apart, and the length is a lower bound only.
///
/// - Complexity: O(spots) tours, in practice a few for each rank.
final class RankChain {
  private let request: SequencedRequest
  private let layout: AisleLayout
  /// The spots of each rank.
  private let spots: [[Int]]
  private let points: [[GridPoint]]
  private let programs: [TogetherProgram?]
  /// Whether a rank was taken apart although products are kept together in it.
  let isRelaxed: Bool
  /// Whether every rank has a program that takes the layout.
  let isPossible: Bool
  private let starts: [Terminal]
  private let ends: [Terminal]
  /// D where it is exact, a lower bound elsewhere; by rank, and by number in the rank.
  private var values: [[Int]]
  private var isExact: [[Bool]]
  private var before: [[Int]]
  /// What the tours asked for have cost, in microseconds by a rough table.
  private(set) var spent = 0
  private let most: Int

  /// What a tour costs by number of cross-aisles, in microseconds.
  private static let costs = [0, 0, 6, 14, 60, 300, 3000, 20_000]

  /// - Parameter most: how much work to do at most, in microseconds of an ordinary machine.
  init(_ request: SequencedRequest, most: Int = 200_000) {
    self.request = request
    self.most = most
    layout = request.layout
    spots = request.groups.map(\.spots)
    points = spots.map { $0.map { request.spots[$0].point } }
    let takesKernel = request.walkRequest == nil
    programs = request.groups.map {
      $0.isPlain && takesKernel ? nil : TogetherProgram(request, $0)
    }
    isRelaxed = zip(request.groups, programs).contains { !$0.isPlain && $1 == nil }
    isPossible = takesKernel || programs.allSatisfy { $0 != nil }
    starts = request.places.startTerminals
    ends = request.ends.isEmpty ? [] : request.places.endTerminals
    values = spots.map { [Int](repeating: 0, count: $0.count) }
    isExact = spots.map { [Bool](repeating: false, count: $0.count) }
    before = spots.map { [Int](repeating: 0, count: $0.count) }
  }

  /// The order of the spots, nil where time ran out, and the length or a lower bound of it.
  func solve() throws(RoutingError) -> (order: [Int]?, length: Int) {
    let last = spots.count - 1
    for rank in 0..<last { try begin(rank) }
    if programs[last] != nil { return try finishTogether() }
    while true {
      guard let found = try tour(last, to: ends) else { return (nil, 0) }
      guard last > 0, !isExact[last - 1][found.start] else {
        let here = order(of: found.kernel, last).map { spots[last][$0] }
        let start = last == 0 ? [] : try order(to: found.start, of: last - 1)
        return (start + here, found.length)
      }
      guard try settle(last - 1, found.start) else { return (nil, found.length) }
    }
  }

  private func finishTogether() throws(RoutingError) -> (order: [Int]?, length: Int) {
    let last = spots.count - 1
    guard try settleAll(last) else { return (nil, values[last].min() ?? 0) }
    var best = (spot: 0, length: Int.max)
    for (number, point) in points[last].enumerated() {
      let length = values[last][number] + request.places.lengthToEnd(point)
      if length < best.length { best = (number, length) }
    }
    return (try order(to: best.spot, of: last), best.length)
  }

  /// Bounds the values of a rank by the shortest walk that ends at any of its spots.
  private func begin(_ rank: Int) throws(RoutingError) {
    if programs[rank] != nil {
      _ = try settleAll(rank)
      return
    }
    while true {
      guard let found = try tour(rank, to: []) else { return }
      for number in values[rank].indices {
        values[rank][number] = max(values[rank][number], found.length)
      }
      if rank > 0, !isExact[rank - 1][found.start] {
        guard try settle(rank - 1, found.start) else { return }
        continue
      }
      note(rank, found.end, found.length, found.start)
      return
    }
  }

  /// Finds D of a spot; false where time is over.
  private func settle(_ rank: Int, _ number: Int) throws(RoutingError) -> Bool {
    if isExact[rank][number] { return true }
    if programs[rank] != nil { return try settleAll(rank) }
    let end = Terminal(point: points[rank][number], link: nil, end: nil)
    if rank == 0 {
      try settleFirst(number, end)
      return true
    }
    while true {
      if spent > most { return false }
      guard let found = try tour(rank, to: [end]) else { return false }
      if isExact[rank - 1][found.start] {
        note(rank, number, found.length, found.start)
        return true
      }
      guard try settle(rank - 1, found.start) else { return false }
    }
  }

  /// Finds D of a spot of the lowest rank: the length is enough.
  private func settleFirst(_ number: Int, _ end: Terminal) throws(RoutingError) {
    let starts = startTerminals(0, last: number)
    guard !starts.isEmpty else {
      (values[0][number], isExact[0][number]) = (TogetherProgram.forbidden, true)
      return
    }
    let kernel = try TourKernel(layout, starts: starts, ends: [end])
    note(tourOf: 0)
    let length = points[0].withUnsafeBufferPointer { kernel.length($0) }
    guard length < CellCosts.never else {
      throw RoutingError(.unreachable, "the rules of the layout leave no walk in this order")
    }
    note(0, number, length, 0)
  }

  /// Finds D of all spots of a rank in which products are kept together.
  private func settleAll(_ rank: Int) throws(RoutingError) -> Bool {
    guard let program = programs[rank] else { return false }
    if isExact[rank].allSatisfy({ $0 }) { return true }
    if rank > 0 {
      for number in spots[rank - 1].indices {
        guard try settle(rank - 1, number) else {
          // Whatever it is, it is no less than the rank before.
          let least = values[rank - 1].min() ?? 0
          for number in values[rank].indices { values[rank][number] = least }
          return false
        }
      }
    }
    spent += program.work / 200
    let entries = points[rank].enumerated().map { number, point in
      entry(rank, spots[rank][number], point)
    }
    program.run(entries.map(\.length))
    for number in values[rank].indices {
      values[rank][number] = program.length(to: number)
      isExact[rank][number] = true
      before[rank][number] = entries[program.first(to: number)].from
    }
    return true
  }

  /// How a spot is best come to from the rank before.
  private func entry(_ rank: Int, _ spot: Int, _ point: GridPoint) -> (length: Int, from: Int) {
    if rank == 0 {
      let waits = request.waits && request.spots[spot].waits
      return (request.places.lengthFromStart(point) + (waits ? TogetherProgram.forbidden : 0), 0)
    }
    var best = (length: Int.max, from: 0)
    for (number, start) in points[rank - 1].enumerated() {
      let length = values[rank - 1][number] + layout.distance(start, point)
      if length < best.length { best = (length, number) }
    }
    return best
  }

  private func note(_ rank: Int, _ number: Int, _ length: Int, _ start: Int) {
    values[rank][number] = length
    isExact[rank][number] = true
    before[rank][number] = start
    // A spot that came last can be moved to the front of nothing: not where it has to be first.
    guard rank > 0 || !request.waits else { return }
    let point = points[rank][number]
    for other in values[rank].indices where !isExact[rank][other] {
      let bound = length - layout.distance(points[rank][other], point)
      values[rank][other] = max(values[rank][other], bound)
    }
  }

  // MARK: - Tours

  /// Adds what a tour through a rank takes, by a rough table.
  private func note(tourOf rank: Int) {
    let size = 1 + layout.aisles.count / 20
    spent += Self.costs[layout.crossAisles.count] * size + points[rank].count / 10
  }

  /// An order rank by rank, each from where the last one ended: for when there is no time for more.
  ///
  /// Products may be apart in it.
  func greedyOrder() throws(RoutingError) -> [Int] {
    var order: [Int] = []
    var from = startTerminals(0)
    for rank in spots.indices {
      let kernel = try TourKernel(
        layout, starts: from, ends: rank == spots.count - 1 ? ends : [])
      let length = points[rank].withUnsafeBufferPointer { kernel.solve($0) }
      guard length < CellCosts.never else {
        throw RoutingError(.unreachable, "the rules of the layout leave no walk in this order")
      }
      let here = self.order(of: kernel, rank)
      order += here.map { spots[rank][$0] }
      if let last = here.last {
        from = [Terminal(point: points[rank][last], link: nil, end: nil)]
      }
    }
    return order
  }

  /// The ways to begin a rank: after the spots of the rank before.
  ///
  /// - Parameter last: the number that is to come last, which then is not the first.
  private func startTerminals(
    _ rank: Int, from only: Int? = nil, last: Int? = nil
  ) -> [Terminal] {
    func after(_ length: Int, _ point: GridPoint, _ number: Int) -> Terminal {
      Terminal(
        point: point, link: Link(aisle: point.aisle, y: point.y, length: length), end: number)
    }
    if rank > 0 {
      let numbers = only.map { [$0] } ?? Array(spots[rank - 1].indices)
      return Terminal.cheapest(
        numbers.map { after(values[rank - 1][$0], points[rank - 1][$0], $0) })
    }
    guard request.waits else { return starts }
    return Terminal.cheapest(
      spots[0].indices.filter { $0 != last && !request.spots[spots[0][$0]].waits }.map {
        after(request.places.lengthFromStart(points[0][$0]), points[0][$0], $0)
      })
  }

  /// The shortest tour through a rank: its length, the number before it in which it starts, and
  /// the number in it that comes last.
  private func tour(
    _ rank: Int, to ends: [Terminal]
  ) throws(RoutingError) -> (length: Int, start: Int, end: Int, kernel: TourKernel)? {
    let starts = startTerminals(rank)
    guard !starts.isEmpty else { return nil }
    let kernel = try TourKernel(layout, starts: starts, ends: ends)
    note(tourOf: rank)
    let length = points[rank].withUnsafeBufferPointer { kernel.solve($0) }
    guard length < CellCosts.never else {
      throw RoutingError(.unreachable, "the rules of the layout leave no walk in this order")
    }
    let writer = kernel.writer
    let end = writer.visitCount > 0 ? writer.order[writer.visitCount - 1] : 0
    return (length, kernel.starts[kernel.chosenStart].end ?? 0, end, kernel)
  }

  /// The spots of a rank in the order of the tour from one spot of the rank before.
  private func order(
    within rank: Int, from start: Int, to ends: [Terminal], last: Int?
  ) throws(RoutingError) -> [Int] {
    let starts =
      rank > 0 ? startTerminals(rank, from: start) : startTerminals(rank, last: last)
    let kernel = try TourKernel(layout, starts: starts, ends: ends)
    _ = points[rank].withUnsafeBufferPointer { kernel.solve($0) }
    return order(of: kernel, rank)
  }

  /// The numbers in a rank in the order of the tour a kernel has written down.
  private func order(of kernel: TourKernel, _ rank: Int) -> [Int] {
    let order = (0..<kernel.writer.visitCount).map { kernel.writer.order[$0] }
    return rank == 0 && request.waits ? frontFirst(order) : order
  }

  /// Puts those of the first place that may be first before those that may not.
  private func frontFirst(_ order: [Int]) -> [Int] {
    guard let first = order.first else { return order }
    let count = order.prefix { points[0][$0] == points[0][first] }.count
    let front = order.prefix(count)
    func waits(_ number: Int) -> Bool { request.spots[spots[0][number]].waits }
    return front.filter { !waits($0) } + front.filter(waits) + order.dropFirst(count)
  }

  /// The order of all spots up to a rank that ends as told.
  private func order(
    through rank: Int, from start: Int, to ends: [Terminal], last: Int?
  ) throws(RoutingError) -> [Int] {
    let here = try order(within: rank, from: start, to: ends, last: last).map { spots[rank][$0] }
    return rank == 0 ? here : try order(to: start, of: rank - 1) + here
  }

  /// The order of all spots up to a rank that visits a given one last.
  private func order(to number: Int, of rank: Int) throws(RoutingError) -> [Int] {
    if let program = programs[rank] {
      let here = program.order(to: number).map { spots[rank][$0] }
      return rank == 0 ? here : try order(to: before[rank][number], of: rank - 1) + here
    }
    let end = Terminal(point: points[rank][number], link: nil, end: nil)
    var here = try order(through: rank, from: before[rank][number], to: [end], last: number)
    let last = spots[rank][number]
    here.removeAll { $0 == last }
    return here + [last]
  }
}
