public import Warehouse

/// A picture or a list beside the glass, shown where there is room for it.
public enum Pane: Hashable, Codable, Sendable {
  /// The aisle map with the walk on it.
  case map(FloorMap)
  /// Facts under a heading.
  case list(Text, [Fact])
}

/// The floor seen from above, with a walk on it.
public struct FloorMap: Hashable, Codable, Sendable {
  /// A stop of the walk, in walking order.
  public struct Stop: Hashable, Codable, Sendable {
    /// Where it is, in millimetres.
    public var at: FloorPoint
    /// The number shown, from 1 in walking order.
    public var number: Int
    /// Whether nothing is left to do there.
    public var done: Bool
    /// Whether it is where the person goes next.
    public var next: Bool

    /// Makes a stop.
    public init(at: FloorPoint, number: Int, done: Bool, next: Bool) {
      self.at = at
      self.number = number
      self.done = done
      self.next = next
    }
  }

  /// Words over the map: how long the walk is and whether it is proven shortest.
  public var caption: Text
  /// The aisles and cross-aisles.
  public var layout: FloorLayout
  /// The walk still ahead as corner points, in millimetres.
  public var walk: [FloorPoint]
  /// The stops in walking order.
  public var stops: [Stop]
  /// Where the person is.
  public var person: FloorPoint?
  /// Where walks start.
  public var start: FloorPoint
  /// Where goods are dropped.
  public var drop: FloorPoint
  /// What lies over the whole floor; nil on the map of one walk.
  public var overlay: FloorOverlay?

  /// Makes a map.
  public init(
    caption: Text, layout: FloorLayout, walk: [FloorPoint], stops: [Stop], person: FloorPoint?,
    start: FloorPoint, drop: FloorPoint, overlay: FloorOverlay? = nil
  ) {
    self.overlay = overlay
    self.caption = caption
    self.layout = layout
    self.walk = walk
    self.stops = stops
    self.person = person
    self.start = start
    self.drop = drop
  }
}
