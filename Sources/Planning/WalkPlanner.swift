import Routing
public import Warehouse

/// Plans walks over pick lines: the shortest one the routing core proves.
public struct WalkPlanner: Sendable {
  private let solver: any TourSolver
  /// How hard to look for better bins.
  let effort: ScatteredSolver.Effort

  /// Makes a planner on the house's solver.
  ///
  /// - Parameter isWaiting: whether a person waits for the walk, so that it has to be there at once.
  public init(isWaiting: Bool) {
    solver = ShortestWalk()
    effort = isWaiting ? .instant : .search
  }

  /// A line and where it is picked.
  public struct Visit: Sendable {
    /// The line.
    public var line: PickLine
    /// Its bin.
    public var bin: Bin
    /// Its product, where the site's walk rules ask for it.
    public var product: Product?
    /// Other stock that may be taken instead, with what is free of it.
    public var others: [BinStock]

    /// Joins a line, its bin, its product and what may be taken instead.
    public init(line: PickLine, bin: Bin, product: Product? = nil, others: [BinStock] = []) {
      self.line = line
      self.bin = bin
      self.product = product
      self.others = others
    }
  }

  /// The stops in walking order, and the walk.
  ///
  /// Lines left for the end are walked after the others; within that the site's walk rules hold.
  /// The walk is the shortest that keeps this order, proven where the core can prove it. A line goes
  /// to other stock as good as the promised one where the walk is shorter that way.
  ///
  /// - Parameter taken: what other walks planned with the same facts took; grows by what this takes.
  public func plan(
    _ visits: [Visit], on site: Site, from start: Warehouse.FloorPoint,
    taken: inout [StockKey: Int]
  ) throws -> (order: [Warehouse.WalkStop], walk: Warehouse.Walk) {
    let layout = try AisleLayout(site.layout)
    var sorted = visits.sorted(by: goesBefore)
    var tour = try tour(sorted, site, layout, start)
    if let moved = try moved(sorted, site, layout, start, taken) {
      let other = try self.tour(moved.visits, site, layout, start)
      if other.length < tour.length {
        (sorted, tour) = (moved.visits, other)
        taken.merge(moved.taken, uniquingKeysWith: +)
      }
    }
    let promised = Dictionary(visits.map { ($0.line.code, $0.line.from) }) { first, _ in first }
    return (
      zip(tour.order, tour.stopOffsets).map { index, reached in
        let line = sorted[index].line
        return Warehouse.WalkStop(
          line.code, reached: reached,
          from: promised[line.code] == line.from ? nil : line.from)
      },
      Warehouse.Walk(
        length: tour.length, bound: tour.lowerBound, proven: tour.proven,
        byCode: try byCode(sorted, on: site, layout, from: start),
        path: tour.path.map { Warehouse.FloorPoint(x: $0.x, y: $0.y) })
    )
  }

  private func tour(
    _ visits: [Visit], _ site: Site, _ layout: AisleLayout, _ start: Warehouse.FloorPoint
  ) throws -> Tour {
    let (from, to) = (place(start, layout), place(site.drop, layout))
    let places = visits.map { Place.aisle($0.bin.aisle, y: $0.bin.y) }
    let ranks = visits.map { rank(of: $0, site) }
    let isPlain = Set(ranks).count <= 1 && !site.walkRules.keepTogether
    guard !isPlain else {
      let request = try TourRequest(layout: layout, start: from, end: to, stops: places)
      guard isExact(layout), from == to else { return try solver.solve(request) }
      // Of equally short rounds the one that bears a short pick or a full tote best.
      return try WayRound(
        elsewhere: visits.map { visit in
          visit.others.map { Place.aisle($0.bin.aisle, y: $0.bin.y) }
        }, emptyAt: [to]
      ).tour(request)
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

  /// Which of the groups walked one after the other a visit belongs to.
  func rank(of visit: Visit, _ site: Site) -> Int {
    let rule = visit.product.map { site.walkRules.rank(of: $0, in: visit.bin) } ?? 0
    return visit.line.skips * 10_000 + rule
  }

  /// Whether the program over the aisles takes a floor.
  func isExact(_ layout: AisleLayout) -> Bool {
    !layout.hasOneWay && layout.crossAisles.count <= ExactTourSolver.mostCrossAisles
  }

  /// Walks start and end in aisles; the import of a site sees to that.
  func place(_ point: Warehouse.FloorPoint, _ layout: AisleLayout) -> Place {
    layout.place(point) ?? .aisle(0, y: point.y)
  }

  private func goesBefore(_ one: Visit, _ other: Visit) -> Bool {
    if one.bin.code != other.bin.code { return one.bin.code < other.bin.code }
    return one.line.code < other.line.code
  }
}
