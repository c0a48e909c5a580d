/// A walk that visits every stop of a request, ready to be followed and drawn.
public struct Tour: Hashable, Sendable {
  /// The stops in walking order: indices into the request's `stops`.
  ///
  /// A stop counts as visited when the walk comes by for the first time; stops at the same place
  /// follow one another in the request's order.
  public let order: [Int]
  /// How far from the start each stop is reached, in millimeters, in the order of `order`.
  public let stopOffsets: [Int]
  /// The length of the whole walk, in millimeters, links included.
  public let length: Int
  /// No walk that answers the request is shorter than this, in millimeters.
  public let lowerBound: Int
  /// The corners of the walk on the grid, from its first point to its last.
  ///
  /// Two neighbors share an x or a y; a point at which the walk turns back is a corner too. A
  /// place beside the grid has no coordinates: where the walk starts (ends) at one, the path
  /// begins (finishes) where `startLink` (`endLink`) joins the grid. Empty where nobody moves from
  /// a place beside the grid.
  public let path: [FloorPoint]
  /// The link walked before the path, nil where the walk starts on the grid.
  public let startLink: Link?
  /// The link walked after the path, nil where the walk ends on the grid.
  public let endLink: Link?
  /// Which of the request's `ends` was reached, nil where it named none.
  public let end: Int?

  /// True where the walk is known to be the shortest: the bound equals the length.
  public var proven: Bool { lowerBound == length }

  /// A tour as a solver found it; `violations(of:)` tells whether it holds together.
  public init(
    order: [Int], stopOffsets: [Int], length: Int, lowerBound: Int, path: [FloorPoint],
    startLink: Link?, endLink: Link?, end: Int?
  ) {
    self.order = order
    self.stopOffsets = stopOffsets
    self.length = length
    self.lowerBound = lowerBound
    self.path = path
    self.startLink = startLink
    self.endLink = endLink
    self.end = end
  }
}
