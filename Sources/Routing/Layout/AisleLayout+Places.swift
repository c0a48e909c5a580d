extension AisleLayout {
  /// Refuses a place that is not on this layout.
  func check(_ place: Place, _ what: @autoclosure () -> String) throws(RoutingError) {
    switch place {
    case .aisle(let aisle, let y):
      try check(GridPoint(aisle: aisle, y: y), what())
    case .offGrid(let links):
      guard !links.isEmpty else {
        throw RoutingError(.place, "\(what()) has no link: expected one or more")
      }
      for (index, link) in links.enumerated() {
        try check(GridPoint(aisle: link.aisle, y: link.y), "link \(index) of \(what())")
        guard (0...Self.farthest).contains(link.length) else {
          throw RoutingError(
            .place,
            "link \(index) of \(what()) is \(link.length) mm long: expected 0 to \(Self.farthest)")
        }
      }
    }
  }

  private func check(
    _ point: GridPoint, _ what: @autoclosure () -> String
  ) throws(RoutingError) {
    guard aisles.indices.contains(point.aisle) else {
      throw RoutingError(
        .place, "\(what()) is in aisle \(point.aisle): expected 0 to \(aisles.count - 1)")
    }
    let low = crossAisles[0]
    let high = crossAisles[crossAisles.count - 1]
    guard (low...high).contains(point.y) else {
      throw RoutingError(.place, "\(what()) is at y \(point.y) mm: expected \(low) to \(high)")
    }
  }

  /// Where on the grid one stands after leaving a place, and how far that was.
  func terminals(of place: Place, end: Int? = nil) -> [Terminal] {
    switch place {
    case .aisle(let aisle, let y):
      [Terminal(point: GridPoint(aisle: aisle, y: y), link: nil, end: end)]
    case .offGrid(let links):
      links.map {
        Terminal(point: GridPoint(aisle: $0.aisle, y: $0.y), link: $0, end: end)
      }
    }
  }
}
