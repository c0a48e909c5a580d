/// A floor seen in a mirror: its shortest tours are as long, but ties may fall the other way.
struct Mirror: Hashable {
  /// Whether left and right are exchanged.
  let turnsX: Bool
  /// Whether bottom and top are.
  let turnsY: Bool

  static let none = Mirror(turnsX: false, turnsY: false)
  static let all = [
    Mirror.none, Mirror(turnsX: false, turnsY: true), Mirror(turnsX: true, turnsY: false),
    Mirror(turnsX: true, turnsY: true),
  ]

  /// The tour found on the mirrored floor, for a request on a floor without rules.
  func tour(_ request: TourRequest) throws(RoutingError) -> Tour {
    let layout = request.layout
    let mirrored = try TourRequest(
      layout: AisleLayout(
        aisles: turnsX ? layout.aisles.reversed().map { -$0 } : layout.aisles,
        crossAisles: turnsY ? layout.crossAisles.reversed().map { -$0 } : layout.crossAisles),
      start: place(request.start, layout), ends: request.ends.map { place($0, layout) },
      stops: request.stops.map { place($0, layout) })
    return tour(try ExactTourSolver().solve(mirrored), request, isTurned: false)
  }

  /// A tour of the mirrored floor on the floor itself, perhaps walked the other way.
  func tour(_ tour: Tour, _ request: TourRequest, isTurned: Bool) -> Tour {
    let layout = request.layout
    var points = tour.path.map { point in
      let x = turnsX ? -point.x : point.x
      return GridPoint(
        aisle: layout.aisles.firstIndex(of: x) ?? 0, y: turnsY ? -point.y : point.y)
    }
    if isTurned { points.reverse() }
    guard let first = points.first, let last = points.last else { return tour }
    func terminal(_ terminals: [Terminal], _ point: GridPoint) -> Terminal {
      terminals.first { $0.point == point } ?? terminals[0]
    }
    return GridWalk(
      start: terminal(request.startTerminals, first), end: terminal(request.endTerminals, last),
      points: points
    ).tour(for: request, lowerBound: tour.lowerBound)
  }

  private func place(_ place: Place, _ layout: AisleLayout) -> Place {
    func aisle(_ aisle: Int) -> Int { turnsX ? layout.aisles.count - 1 - aisle : aisle }
    func height(_ y: Int) -> Int { turnsY ? -y : y }
    switch place {
    case .aisle(let number, let y): return .aisle(aisle(number), y: height(y))
    case .offGrid(let links):
      return .offGrid(
        links.map { Link(aisle: aisle($0.aisle), y: height($0.y), length: $0.length) })
    }
  }
}
