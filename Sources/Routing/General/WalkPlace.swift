/// Where a walk starts, stops or ends.
public enum WalkPlace: Hashable, Sendable {
  /// A point of the floor.
  case at(WalkPoint)
  /// A place beside the walkways, joined to them by links: a dock, a desk, an alcove.
  ///
  /// A walk reaches it by one link and leaves it by the same or another; only a walk that stops
  /// here passes through it.
  case offGrid([WalkLink])
}

extension WalkPlace {
  /// A place of an aisle layout in the words of the general request.
  init(_ place: Place) {
    switch place {
    case .aisle(let aisle, let y): self = .at(.aisle(aisle, y: y))
    case .offGrid(let links):
      self = .offGrid(
        links.map { WalkLink(point: .aisle($0.aisle, y: $0.y), length: $0.length) })
    }
  }

  /// The place of an aisle layout, nil where it names a node of a graph.
  public var aislePlace: Place? {
    switch self {
    case .at(.aisle(let aisle, let y)): return .aisle(aisle, y: y)
    case .at(.node): return nil
    case .offGrid(let links):
      var made: [Link] = []
      for link in links {
        guard case .aisle(let aisle, let y) = link.point else { return nil }
        made.append(Link(aisle: aisle, y: y, length: link.length))
      }
      return .offGrid(made)
    }
  }
}
