import Routing
public import Warehouse

/// Plans walks over pick lines: the shortest one the routing core proves.
public struct WalkPlanner: Sendable {
  private let solver: any TourSolver

  /// Makes a planner on the house's solver.
  public init() {
    solver = ShortestWalk()
  }

  /// A line and where it is picked.
  public struct Visit: Sendable {
    /// The line.
    public var line: PickLine
    /// Its bin.
    public var bin: Bin

    /// Joins a line and its bin.
    public init(line: PickLine, bin: Bin) {
      self.line = line
      self.bin = bin
    }
  }

  /// The stops in walking order, and the walk.
  ///
  /// Lines left for the end are walked after the others, each group on a shortest way of its
  /// own; then the whole is not proven shortest, because the person chose the order.
  public func plan(
    _ visits: [Visit], on site: Site, from start: Warehouse.FloorPoint
  ) throws -> (order: [Warehouse.WalkStop], walk: Warehouse.Walk) {
    let layout = try AisleLayout(site.layout)
    let skips = Set(visits.map(\.line.skips)).sorted()
    var order: [Warehouse.WalkStop] = []
    var path: [Warehouse.FloorPoint] = []
    var length = 0
    var bound = 0
    var at = start
    for (index, skip) in skips.enumerated() {
      let group = visits.filter { $0.line.skips == skip }.sorted(by: goesBefore)
      let last = index == skips.count - 1
      let tour = try solver.solve(
        TourRequest(
          layout: layout, start: place(at, layout), end: last ? place(site.drop, layout) : nil,
          stops: group.map { .aisle($0.bin.aisle, y: $0.bin.y) }))
      order += zip(tour.order, tour.stopOffsets).map {
        Warehouse.WalkStop(group[$0].line.code, reached: length + $1)
      }
      path += tour.path.map { Warehouse.FloorPoint(x: $0.x, y: $0.y) }
      length += tour.length
      bound += tour.lowerBound
      if let final = tour.order.last { at = site.layout.point(of: group[final].bin) }
    }
    return (
      order,
      Warehouse.Walk(
        length: length, bound: bound, proven: skips.count <= 1 && length == bound,
        byCode: try byCode(visits, on: site, layout, from: start), path: path)
    )
  }

  /// What walking in bin-code order takes, in millimetres.
  private func byCode(
    _ visits: [Visit], on site: Site, _ layout: AisleLayout, from start: Warehouse.FloorPoint
  ) throws -> Int {
    let bins = visits.sorted(by: goesBefore).map { Place.aisle($0.bin.aisle, y: $0.bin.y) }
    return try layout.length(of: [place(start, layout)] + bins + [place(site.drop, layout)])
  }

  /// Walks start and end in aisles; the import of a site sees to that.
  private func place(_ point: Warehouse.FloorPoint, _ layout: AisleLayout) -> Place {
    layout.place(point) ?? .aisle(0, y: point.y)
  }

  private func goesBefore(_ one: Visit, _ other: Visit) -> Bool {
    if one.bin.code != other.bin.code { return one.bin.code < other.bin.code }
    return one.line.code < other.line.code
  }
}
