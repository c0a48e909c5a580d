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
    /// Its product, where the site's walk rules ask for it.
    public var product: Product?

    /// Joins a line, its bin and its product.
    public init(line: PickLine, bin: Bin, product: Product? = nil) {
      self.line = line
      self.bin = bin
      self.product = product
    }
  }

  /// The stops in walking order, and the walk.
  ///
  /// Lines left for the end are walked after the others; within that the site's walk rules hold.
  /// The walk is the shortest that keeps this order, proven where the core can prove it.
  public func plan(
    _ visits: [Visit], on site: Site, from start: Warehouse.FloorPoint
  ) throws -> (order: [Warehouse.WalkStop], walk: Warehouse.Walk) {
    let layout = try AisleLayout(site.layout)
    let sorted = visits.sorted(by: goesBefore)
    let tour = try tour(sorted, site, layout, start)
    return (
      zip(tour.order, tour.stopOffsets).map {
        Warehouse.WalkStop(sorted[$0].line.code, reached: $1)
      },
      Warehouse.Walk(
        length: tour.length, bound: tour.lowerBound, proven: tour.proven,
        byCode: try byCode(visits, on: site, layout, from: start),
        path: tour.path.map { Warehouse.FloorPoint(x: $0.x, y: $0.y) })
    )
  }

  private func tour(
    _ visits: [Visit], _ site: Site, _ layout: AisleLayout, _ start: Warehouse.FloorPoint
  ) throws -> Tour {
    let (from, to) = (place(start, layout), place(site.drop, layout))
    let places = visits.map { Place.aisle($0.bin.aisle, y: $0.bin.y) }
    let ranks = visits.map { visit in
      let rule = visit.product.map { site.walkRules.rank(of: $0, in: visit.bin) } ?? 0
      return visit.line.skips * 10_000 + rule
    }
    let isPlain = Set(ranks).count <= 1 && !site.walkRules.keepTogether
    guard !isPlain else {
      return try solver.solve(TourRequest(layout: layout, start: from, end: to, stops: places))
    }
    var products: [Code<Product>: Int] = [:]
    for visit in visits { products[visit.line.from.sku] = products.count }
    // A product of which a line was left for the end cannot stay together.
    var ranksOf: [Code<Product>: Set<Int>] = [:]
    for (visit, rank) in zip(visits, ranks) {
      ranksOf[visit.line.from.sku, default: []].insert(rank)
    }
    let stops = visits.indices.map { index in
      let sku = visits[index].line.from.sku
      let together = site.walkRules.keepTogether && ranksOf[sku]?.count == 1
      return SequencedStop(
        places[index], rank: ranks[index], product: together ? products[sku] : nil)
    }
    return try SequencedSolver().solve(
      SequencedRequest(layout: layout, start: from, ends: [to], stops: stops)
    ).tour
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
