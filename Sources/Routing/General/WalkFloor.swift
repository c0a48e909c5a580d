/// Where people walk.
public enum WalkFloor: Hashable, Sendable {
  /// Parallel aisles joined by cross-aisles.
  case aisles(AisleLayout)
  /// Any graph.
  case graph(FloorGraph)
}

extension WalkFloor {
  /// Refuses a place that is not on this floor.
  func check(_ place: WalkPlace, _ what: @autoclosure () -> String) throws(RoutingError) {
    switch place {
    case .at(let point): try check(point, what())
    case .offGrid(let links):
      guard !links.isEmpty else {
        throw RoutingError(.place, "\(what()) has no link: expected one or more")
      }
      for (index, link) in links.enumerated() {
        try check(link.point, "link \(index) of \(what())")
        guard (0...AisleLayout.farthest).contains(link.length) else {
          throw RoutingError(
            .place,
            "link \(index) of \(what()) is \(link.length) mm long: expected 0 to "
              + "\(AisleLayout.farthest)")
        }
      }
    }
  }

  private func check(
    _ point: WalkPoint, _ what: @autoclosure () -> String
  ) throws(RoutingError) {
    switch (self, point) {
    case (.aisles(let layout), .aisle(let aisle, let y)):
      try layout.check(.aisle(aisle, y: y), what())
      let isInside =
        layout.aisleSegments.contains {
          $0.aisle == aisle && $0.rule == .closed && $0.from < y && y < $0.to
        } && !layout.crossAisles.contains(y)
      guard !isInside else {
        throw RoutingError(
          .place, "\(what()) is in aisle \(aisle) at y \(y) mm, inside a closed stretch")
      }
    case (.aisles, .node(let name)):
      throw RoutingError(
        .place, "\(what()) is at node \"\(name)\": expected an aisle of the layout")
    case (.graph(let graph), .node(let name)):
      guard graph.numbers[name] != nil else {
        throw RoutingError(.place, "\(what()) is at node \"\(name)\", which no edge names")
      }
    case (.graph, .aisle(let aisle, _)):
      throw RoutingError(
        .place, "\(what()) is in aisle \(aisle): expected a node of the graph")
    }
  }
}
