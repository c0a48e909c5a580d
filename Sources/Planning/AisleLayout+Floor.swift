public import Routing
public import Warehouse

extension AisleLayout {
  /// The floor as the routing core knows it.
  ///
  /// - Throws: `RoutingError` with code `geometry` where the floor is none; the import of a site
  ///   sees to that.
  public init(_ floor: FloorLayout) throws(RoutingError) {
    var aisleSegments: [AisleSegment] = []
    var crossAisleSegments: [CrossAisleSegment] = []
    for segment in floor.segments {
      switch segment.lane {
      case .aisle(let aisle):
        guard let rule = AisleSegment.Rule(rawValue: segment.rule.rawValue) else { continue }
        aisleSegments.append(
          AisleSegment(aisle: aisle, from: segment.from, to: segment.to, rule: rule))
      case .crossAisle(let crossAisle):
        guard let rule = CrossAisleSegment.Rule(rawValue: segment.rule.rawValue) else { continue }
        crossAisleSegments.append(
          CrossAisleSegment(
            crossAisle: crossAisle, from: segment.from, to: segment.to, rule: rule))
      }
    }
    try self.init(
      aisles: floor.aisles.map(\.x), crossAisles: floor.crossAisles,
      aisleSegments: aisleSegments, crossAisleSegments: crossAisleSegments)
  }

  /// A point of the floor as a place of the layout; nil off the aisles.
  public func place(_ point: Warehouse.FloorPoint) -> Place? {
    aisles.firstIndex(of: point.x).map { .aisle($0, y: point.y) }
  }
}
