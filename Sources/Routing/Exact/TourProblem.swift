/// A request made ready for the sweep: per aisle what its junctions and blocks need.
struct TourProblem {
  /// What a junction needs.
  struct Junction {
    /// Whether the walk must come by.
    var isRequired = false
    /// The start and the end that may be placed here, indices into `starts` and `ends`.
    var start: Int?
    var end: Int?
  }

  /// One aisle.
  struct Column {
    var junctions: [Junction]
    var blocks: [[BlockPlan]] = []
    /// The ends that cannot be placed in a later aisle: a sum of `Ends`.
    var placed = Ends.none
  }

  let layout: AisleLayout
  /// Whether the walk is a round from a point of the grid back to it: that point is then required
  /// and no end is placed.
  let isClosed: Bool
  let starts: [Terminal]
  let ends: [Terminal]
  /// The aisles in question; there is a shortest tour that leaves them aside no further.
  let aisles: ClosedRange<Int>
  let columns: [Column]

  init(_ request: TourRequest) {
    let layout = request.layout
    let starts = request.startTerminals
    let ends = request.endTerminals
    let isClosed = starts.count == 1 && starts == ends.map(\.withoutEnd) && starts[0].link == nil
    var required = request.distinctStops
    if isClosed { required = Self.inserting(starts[0].point, into: required) }
    let touched = required.map(\.aisle) + (starts + ends).map(\.point.aisle)
    let aisles = (touched.min() ?? 0)...(touched.max() ?? 0)
    self.layout = layout
    self.isClosed = isClosed
    self.starts = starts
    self.ends = ends
    self.aisles = aisles

    var ys = [[Int]](repeating: [], count: aisles.count)
    for point in required { ys[point.aisle - aisles.lowerBound].append(point.y) }
    var startsHere = [[BlockPlanner.Option]](repeating: [], count: aisles.count)
    var endsHere = startsHere
    if !isClosed {
      startsHere = Self.options(starts, aisles)
      endsHere = Self.options(ends, aisles)
    }
    let lastStart = startsHere.lastIndex { !$0.isEmpty } ?? -1
    let lastEnd = endsHere.lastIndex { !$0.isEmpty } ?? -1
    columns = aisles.map { aisle in
      let column = aisle - aisles.lowerBound
      var made = Self.column(
        layout.crossAisles, ys[column], startsHere[column], endsHere[column])
      if !isClosed {
        made.placed =
          (column >= lastStart ? Ends.start : 0) + (column >= lastEnd ? Ends.end : 0)
      }
      return made
    }
  }

  private static func column(
    _ crossAisles: [Int], _ required: [Int], _ starts: [BlockPlanner.Option],
    _ ends: [BlockPlanner.Option]
  ) -> Column {
    var column = Column(junctions: [])
    for y in crossAisles {
      column.junctions.append(
        Junction(
          isRequired: required.contains(y), start: starts.first { $0.y == y }?.index,
          end: ends.first { $0.y == y }?.index))
    }
    for (low, high) in zip(crossAisles, crossAisles.dropFirst()) {
      column.blocks.append(
        BlockPlanner.plans(
          low: low, high: high, required: required.filter { low < $0 && $0 < high },
          starts: starts.filter { low < $0.y && $0.y < high },
          ends: ends.filter { low < $0.y && $0.y < high }))
    }
    return column
  }

  private static func options(
    _ terminals: [Terminal], _ aisles: ClosedRange<Int>
  ) -> [[BlockPlanner.Option]] {
    var result = [[BlockPlanner.Option]](repeating: [], count: aisles.count)
    for (index, terminal) in terminals.enumerated() {
      result[terminal.point.aisle - aisles.lowerBound].append(
        BlockPlanner.Option(y: terminal.point.y, length: terminal.length, index: index))
    }
    return result
  }

  private static func inserting(_ point: GridPoint, into points: [GridPoint]) -> [GridPoint] {
    let place = points.firstIndex { $0 >= point } ?? points.count
    if place < points.count, points[place] == point { return points }
    var result = points
    result.insert(point, at: place)
    return result
  }
}

extension Terminal {
  fileprivate var withoutEnd: Terminal { Terminal(point: point, link: link, end: nil) }
}
