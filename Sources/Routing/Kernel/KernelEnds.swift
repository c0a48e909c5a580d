/// Where an open walk may start and end, arranged for the sweep.
///
/// Places at junctions are costs by junction; places within blocks are listed block by block, and
/// become a row of `PlacedCosts` once the stops are known.
final class KernelEnds {
  /// Whether the walk may end at any stop, and only there.
  let endsAtStops: Bool
  /// Whether every start and end is at a junction.
  var areAtJunctions: Bool { !endsAtStops && inBlockCount == 0 }
  let isSymmetric: Bool
  private let vertexCount: Int
  private let blockCount: Int
  private let startCosts: FlatBuffer<Int>
  private let endCosts: FlatBuffer<Int>
  private let junctions: FlatBuffer<UInt8>
  private let placed: FlatBuffer<UInt8>
  private let rowNumbers: FlatBuffer<Int32>
  @exclusivity(unchecked) private var rows = FlatBuffer<Int>()
  /// The starts (ends) within blocks, block by block, and where each block's begin.
  private let starts: FlatBuffer<PlacedPlan.End>
  private let firstStart: FlatBuffer<Int>
  private let ends: FlatBuffer<PlacedPlan.End>
  private let firstEnd: FlatBuffer<Int>
  /// The stops of a block as ends.
  @exclusivity(unchecked) private var stopEnds = FlatBuffer<PlacedPlan.End>()
  private let inBlockCount: Int
  private let aisleCount: Int
  private let lastStart: Int
  private let lastEnd: Int
  /// The lowest and the highest aisle with a start or an end.
  let aisles: ClosedRange<Int>

  init(_ layout: AisleLayout, starts: [Terminal], ends: [Terminal]) {
    let ys = layout.crossAisles
    vertexCount = ys.count
    blockCount = ys.count - 1
    aisleCount = layout.aisles.count
    endsAtStops = ends.isEmpty
    isSymmetric =
      starts.map(\.point) == ends.map(\.point) && starts.map(\.length) == ends.map(\.length)
    startCosts = FlatBuffer([Int](repeating: CellCosts.never, count: aisleCount * ys.count))
    endCosts = FlatBuffer([Int](repeating: CellCosts.never, count: aisleCount * ys.count))
    junctions = FlatBuffer([UInt8](repeating: 0, count: aisleCount))
    placed = FlatBuffer([UInt8](repeating: 0, count: aisleCount))
    rowNumbers = FlatBuffer([Int32](repeating: -1, count: aisleCount * (ys.count - 1)))
    let touched = (starts + ends).map(\.point.aisle)
    aisles = (touched.min() ?? 0)...(touched.max() ?? 0)
    lastStart = starts.last?.point.aisle ?? 0
    lastEnd = ends.last?.point.aisle ?? 0

    var inBlocks: [[PlacedPlan.End]] = [[], []]
    var firsts: [[Int]] = [[0], [0]]
    for (kind, terminals) in [starts, ends].enumerated() {
      var counts = [Int](repeating: 0, count: aisleCount * (ys.count - 1))
      for (number, terminal) in terminals.enumerated() {
        let point = terminal.point
        if let vertex = ys.firstIndex(of: point.y) {
          let costs = kind == 0 ? startCosts : endCosts
          costs[point.aisle * ys.count + vertex] = terminal.length
          junctions[point.aisle] |= 1 << UInt8(vertex)
        } else {
          let block = (ys.firstIndex { $0 > point.y } ?? 1) - 1
          counts[point.aisle * (ys.count - 1) + block] += 1
          inBlocks[kind].append(
            PlacedPlan.End(y: point.y, length: terminal.length, terminal: number))
        }
      }
      for count in counts { firsts[kind].append((firsts[kind].last ?? 0) + count) }
    }
    inBlockCount = inBlocks[0].count + inBlocks[1].count
    self.starts = FlatBuffer(inBlocks[0])
    self.ends = FlatBuffer(inBlocks[1])
    firstStart = FlatBuffer(firsts[0])
    firstEnd = FlatBuffer(firsts[1])
  }

  deinit {
    startCosts.free()
    endCosts.free()
    junctions.free()
    placed.free()
    rowNumbers.free()
    rows.free()
    starts.free()
    firstStart.free()
    ends.free()
    firstEnd.free()
    stopEnds.free()
  }

  /// Arranges the ends for the aisles in question.
  ///
  /// - Complexity: O(aisles * cross-aisles), and what the plans of blocks with ends take.
  func prepare(_ aisles: ClosedRange<Int>, _ kernel: TourKernel) {
    if endsAtStops { takeStops(kernel) }
    let lastEnd = endsAtStops ? kernel.stops.highestAisle : lastEnd
    var rowCount: Int32 = 0
    for aisle in aisles {
      placed[aisle] =
        UInt8((aisle >= lastStart ? Ends.start : 0) + (aisle >= lastEnd ? Ends.end : 0))
      for cell in aisle * blockCount..<(aisle + 1) * blockCount {
        rowNumbers[cell] = -1
        let hasEnd =
          firstStart[cell] < firstStart[cell + 1] || firstEnd[cell] < firstEnd[cell + 1]
          || endsAtStops && kernel.cells[cell].none != 0
        if hasEnd {
          rowNumbers[cell] = rowCount
          rowCount += 1
        }
      }
    }
    rows.reserve(Int(rowCount) * PlacedCosts.count)
    rows.start.update(repeating: CellCosts.never, count: Int(rowCount) * PlacedCosts.count)
    for aisle in aisles {
      for block in 0..<blockCount where rowNumbers[aisle * blockCount + block] >= 0 {
        let row = rows.start + Int(rowNumbers[aisle * blockCount + block]) * PlacedCosts.count
        forEachPlan(aisle, block, kernel) { plan in
          let place = PlacedCosts.place(plan.ends, plan.form)
          row[place] = min(row[place], plan.cost)
        }
      }
    }
  }

  /// Lets the walk end at every stop at a junction.
  private func takeStops(_ kernel: TourKernel) {
    for aisle in kernel.stops.lowestAisle...kernel.stops.highestAisle {
      junctions[aisle] = kernel.required[aisle]
      for vertex in 0..<vertexCount {
        let junction = aisle * vertexCount + vertex
        let isStop = kernel.required[aisle] >> UInt8(vertex) & 1 == 1
        endCosts[junction] = isStop ? 0 : CellCosts.never
        if startCosts[junction] < CellCosts.never { junctions[aisle] |= 1 << UInt8(vertex) }
      }
    }
  }

  /// Calls the body with the plans of a block that has a start or an end.
  func forEachPlan(
    _ aisle: Int, _ block: Int, _ kernel: TourKernel, _ body: (PlacedPlan) -> Void
  ) {
    let cell = aisle * blockCount + block
    let points = kernel.points(aisle, block)
    let starts = UnsafeBufferPointer(
      start: self.starts.start + firstStart[cell],
      count: firstStart[cell + 1] - firstStart[cell])
    var ends = UnsafeBufferPointer(
      start: self.ends.start + firstEnd[cell], count: firstEnd[cell + 1] - firstEnd[cell])
    if endsAtStops {
      stopEnds.reserve(points.points.count)
      var count = 0
      for point in points.points where count == 0 || stopEnds[count - 1].y != point.y {
        stopEnds[count] = PlacedPlan.End(y: point.y, length: 0, terminal: 0)
        count += 1
      }
      ends = UnsafeBufferPointer(start: stopEnds.start, count: count)
    }
    points.forEachPlan(starts, ends, body)
  }

  /// What the sweep needs, from an aisle on.
  func sweepEnds(from first: Int) -> SweepEnds {
    SweepEnds(
      startCosts: startCosts.start + first * vertexCount,
      endCosts: endCosts.start + first * vertexCount, junctions: junctions.start + first,
      rowNumbers: rowNumbers.start + first * blockCount, rows: rows.start,
      placed: placed.start + first, isSymmetric: isSymmetric)
  }
}
