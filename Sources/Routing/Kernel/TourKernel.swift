/// Finds shortest tours on one layout again and again, between the same start and ends.
///
/// All memory is kept from one tour to the next: nothing is allocated once the largest has been
/// seen. Not for several threads at a time. The stops are sorted by place, each block of each aisle
/// becomes six costs, `TourSweep` finds the length and what the tour consists of, and the walk over
/// that is written down.
final class TourKernel {
  let layout: AisleLayout
  let starts: [Terminal]
  /// Where the walk may end; empty for wherever the last stop is.
  let ends: [Terminal]
  /// The point at which a round begins and ends, nil for other walks.
  let home: GridPoint?

  let vertexCount: Int
  let blockCount: Int
  /// The stops of the last tour, in the order of the grid.
  let stops: SortedStops
  /// The walk of the last tour written down.
  let writer: WalkWriter
  /// The start and the end of that walk, as indices of `starts` and `ends`; -1 for an end at a stop.
  @exclusivity(unchecked) var chosenStart = 0
  @exclusivity(unchecked) var chosenEnd = 0

  /// What is forbidden in each block, at [aisle * blocks + block]; empty where nothing is anywhere.
  let rules: [BlockRule?]
  /// The cross-aisles closed right of each aisle, a bit each.
  private let closed: FlatBuffer<UInt8>?
  private let hasClosed: Bool
  let sweep: TourSweep
  let choices = TourChoices()
  let trail = JunctionTrail()
  let openEnds: KernelEnds?
  let xs: FlatBuffer<Int>
  let ys: FlatBuffer<Int>
  let widths: FlatBuffer<Int>
  /// What each block costs, at [aisle * blocks + block].
  let cells: FlatBuffer<CellCosts>
  /// The junctions of each aisle to come by, a bit each.
  let required: FlatBuffer<UInt8>
  /// Where the walk turns that goes up (down) from a junction and back; `noTurn` for none.
  let spurUp: FlatBuffer<Int>
  let spurDown: FlatBuffer<Int>

  /// No spur.
  static let noTurn = Int.min

  /// A kernel for a request's layout, start and ends.
  ///
  /// - Throws: `RoutingError` with code `tooManyCrossAisles`, or `rule` for one-way stretches.
  convenience init(_ request: TourRequest) throws(RoutingError) {
    try self.init(
      request.layout, starts: request.startTerminals,
      ends: request.ends.isEmpty ? [] : request.endTerminals)
  }

  /// A kernel for tours between places known to lie on the layout.
  ///
  /// - Parameters:
  ///   - starts: the ways to begin, the cheapest at every point, in the order of the grid.
  ///   - ends: the ways to finish likewise; none for a walk that ends at its last stop.
  /// - Throws: `RoutingError` with code `tooManyCrossAisles`, or `rule` for one-way stretches.
  init(_ layout: AisleLayout, starts: [Terminal], ends: [Terminal]) throws(RoutingError) {
    let count = layout.crossAisles.count
    guard count <= ExactTourSolver.mostCrossAisles else {
      throw RoutingError(
        .tooManyCrossAisles,
        "layout has \(count) cross-aisles: expected at most \(ExactTourSolver.mostCrossAisles)")
    }
    guard !layout.hasOneWay else {
      throw RoutingError(
        .rule, "layout has one-way stretches: expected closed ones and ones without turning only")
    }
    self.layout = layout
    self.starts = starts
    self.ends = ends
    let isRound =
      starts.count == 1 && ends.count == 1 && starts[0].link == nil && ends[0].link == nil
      && starts[0].point == ends[0].point
    home = isRound ? starts[0].point : nil
    openEnds = isRound ? nil : KernelEnds(layout, starts: starts, ends: ends)
    rules = layout.aisleSegments.isEmpty ? [] : layout.blockRules
    hasClosed = layout.hasClosed
    closed =
      layout.crossAisleSegments.isEmpty ? nil : FlatBuffer<UInt8>(layout.closedCrossings)
    vertexCount = count
    blockCount = count - 1
    stops = SortedStops(layout)
    sweep = TourSweep(vertexCount: count, open: !isRound)
    writer = WalkWriter(layout, stops)
    let xs = layout.aisles
    self.xs = FlatBuffer(xs)
    ys = FlatBuffer(layout.crossAisles)
    widths = FlatBuffer(zip(xs, xs.dropFirst()).map { $1 - $0 })
    cells = FlatBuffer(capacity: xs.count * blockCount)
    required = FlatBuffer(capacity: xs.count)
    spurUp = FlatBuffer(capacity: xs.count * count)
    spurDown = FlatBuffer(capacity: xs.count * count)
  }

  deinit {
    closed?.free()
    xs.free()
    ys.free()
    widths.free()
    cells.free()
    required.free()
    spurUp.free()
    spurDown.free()
  }

  /// The length of the shortest tour by some stops, in millimeters.
  ///
  /// - Parameter stops: points of the layout, one or more, in any order.
  /// - Returns: the length; `CellCosts.never` or more where rules leave no tour.
  /// - Complexity: O(stops + aisles * cross-aisles * classes).
  func length(_ stops: UnsafeBufferPointer<GridPoint>) -> Int {
    solve(stops, tracing: false).length
  }

  /// Whether `length(cells:...)` can be asked: starts and ends are fixed and lie at junctions.
  var takesCells: Bool {
    if let home { return stops.bucket(of: home.y) % 2 == 0 }
    return openEnds?.areAtJunctions ?? false
  }

  /// The length of the shortest tour, in millimeters, for given costs of the blocks: for callers
  /// that know what their stops cost without listing them, where `takesCells` holds.
  ///
  /// - Parameters:
  ///   - cells: the costs of each block of the whole layout, at [aisle * blocks + block].
  ///   - required: the junctions of each aisle the walk must come by, a bit for each cross-aisle;
  ///     for a round its home must be among them.
  ///   - aisles: the lowest and the highest aisle with something to visit, or with an end.
  /// - Complexity: O(aisles * cross-aisles * classes).
  func length(
    cells: UnsafePointer<CellCosts>, required: UnsafePointer<UInt8>, aisles: ClosedRange<Int>
  ) -> Int {
    let aisles = hasClosed ? 0...layout.aisles.count - 1 : aisles
    openEnds?.prepare(aisles, self)
    return sweep.length(input(aisles, cells: cells, required: required), tracing: false)
  }

  /// Finds the shortest tour by some stops and writes it down (`writer`); gives its length.
  ///
  /// - Parameter stops: points of the layout, one or more, in any order.
  /// - Returns: the length; `CellCosts.never` or more, and nothing written, where rules leave no tour.
  func solve(_ stops: UnsafeBufferPointer<GridPoint>) -> Int {
    let (length, inside, aisles) = solve(stops, tracing: true)
    if let inside {
      write(inside, stopCount: stops.count)
    } else if length < CellCosts.never {
      sweep.trace(input(aisles), into: choices)
      write(aisles, stopCount: stops.count)
    }
    return length
  }

  private func solve(
    _ stops: UnsafeBufferPointer<GridPoint>, tracing: Bool
  ) -> (length: Int, inside: OneAisleWalk?, aisles: ClosedRange<Int>) {
    self.stops.sort(stops, and: home)
    let stopAisles = self.stops.lowestAisle...self.stops.highestAisle
    var aisles = stopAisles
    if let openEnds {
      aisles =
        min(
          aisles.lowerBound, openEnds.aisles.lowerBound)...max(
          aisles.upperBound, openEnds.aisles.upperBound)
    }
    let inside = stopAisles.count == 1 ? oneAisleWalk(stopAisles.lowerBound) : nil
    if let inside, aisles.count == 1, rules.isEmpty { return (inside.length, inside, aisles) }
    // Where something is closed, the way round may lead beyond the stops.
    if hasClosed { aisles = 0...layout.aisles.count - 1 }
    prepare(aisles)
    let length = sweep.length(input(aisles), tracing: tracing)
    if let inside, inside.length <= length { return (inside.length, inside, aisles) }
    return (length, nil, aisles)
  }

  private func prepare(_ aisles: ClosedRange<Int>) {
    if rules.isEmpty {
      prepareUnruled(aisles)
    } else {
      prepareRuled(aisles)
    }
    openEnds?.prepare(aisles, self)
  }

  /// The costs of the blocks where nothing is forbidden.
  private func prepareUnruled(_ aisles: ClosedRange<Int>) {
    let (first, points) = (stops.first.start, stops.points.start)
    let (cells, ys) = (cells.start, ys.start)
    var bucket = aisles.lowerBound &* stops.bucketsPerAisle
    var cell = aisles.lowerBound &* blockCount
    for aisle in aisles {
      var mask: UInt8 = first[bucket] < first[bucket &+ 1] ? 1 : 0
      for block in 0..<blockCount {
        let (begin, end) = (first[bucket &+ 1], first[bucket &+ 2])
        let low = ys[block]
        let length = ys[block &+ 1] &- low
        if begin == end {
          cells[cell] = CellCosts(emptyOfLength: length)
        } else {
          let lowest = points[begin].y
          var (gap, before) = (0, lowest)
          var place = begin &+ 1
          while place < end {
            let y = points[place].y
            gap = max(gap, y &- before)
            before = y
            place &+= 1
          }
          cells[cell] = CellCosts(
            length: length, first: lowest &- low, last: before &- low, gap: gap)
        }
        cell &+= 1
        bucket &+= 2
        if first[bucket] < first[bucket &+ 1] { mask |= 1 << UInt8(truncatingIfNeeded: block &+ 1) }
      }
      bucket &+= 1
      required[aisle] = mask
    }
  }

  private func prepareRuled(_ aisles: ClosedRange<Int>) {
    for aisle in aisles {
      let bucket = aisle * stops.bucketsPerAisle
      var mask: UInt8 = 0
      for vertex in 0..<vertexCount
      where stops.first[bucket + 2 * vertex] < stops.first[bucket + 2 * vertex + 1] {
        mask |= 1 << UInt8(vertex)
      }
      required[aisle] = mask
      for block in 0..<blockCount {
        cells[aisle * blockCount + block] = points(aisle, block).costs
      }
    }
  }

  /// The points strictly inside a block.
  @inline(__always)
  func points(_ aisle: Int, _ block: Int) -> CellPoints {
    let bucket = aisle * stops.bucketsPerAisle + 2 * block + 1
    let begin = stops.first[bucket]
    return CellPoints(
      low: ys[block], high: ys[block + 1],
      points: UnsafeBufferPointer(
        start: stops.points.start + begin, count: stops.first[bucket + 1] - begin),
      rule: rules.isEmpty ? nil : rules[aisle * blockCount + block],
      home: home?.aisle == aisle ? home?.y : nil)
  }

  private func input(_ aisles: ClosedRange<Int>) -> SweepInput {
    input(aisles, cells: UnsafePointer(cells.start), required: UnsafePointer(required.start))
  }

  /// The input of the sweep for some aisles.
  ///
  /// Walking a block there and back to connect its junctions is never needed on a round of one
  /// block and several aisles (Revenant, Cambazard & Catusse 2024). Such an aisle has a piece of a
  /// cross-aisle beside it; walk that, the aisle, and the two sides opposite them once each (or
  /// leave out what was walked more often), and the tour holds together at no more length. With more
  /// blocks it is needed now and then.
  private func input(
    _ aisles: ClosedRange<Int>, cells: UnsafePointer<CellCosts>, required: UnsafePointer<UInt8>
  ) -> SweepInput {
    let first = aisles.lowerBound
    return SweepInput(
      aisleCount: aisles.count, cells: cells + first * blockCount, required: required + first,
      widths: widths.start + first, closed: closed.map { UnsafePointer($0.start + first) },
      ends: openEnds?.sweepEnds(from: first),
      needsTwice: blockCount > 1 || openEnds != nil || aisles.count == 1 || !layout.isUnrestricted)
  }
}
