/// A walk that answers a request, ready to be followed.
public struct Walk: Hashable, Sendable {
  /// The stops in walking order: indices into the request's `stops`.
  ///
  /// A stop counts as visited when the walk first comes by after all that have to come before it.
  public let order: [Int]
  /// How far from the start each stop is reached, in millimeters, in the order of `order`.
  public let stopOffsets: [Int]
  /// The length of the whole walk, in millimeters, links included.
  public let length: Int
  /// No walk that answers the request is shorter than this, in millimeters.
  public let lowerBound: Int
  /// The way: the corners of the walk on an aisle layout, all nodes on a graph.
  ///
  /// Two neighbors on an aisle layout share an aisle or a y; a point at which the walk turns back
  /// is a corner too. A place off the grid stands as `.offGrid` with the links walked: the one it
  /// was reached by, the one it was left by, in this order, or the only one of them.
  public let path: [WalkPlace]
  /// Which of the request's `ends` was reached, nil where it named none.
  public let end: Int?
  /// How it was found.
  public let method: WalkMethod

  /// True where the walk is known to be the shortest: the bound equals the length.
  public var proven: Bool { lowerBound == length }

  /// A walk as a solver found it; `violations(of:)` tells whether it holds together.
  public init(
    order: [Int], stopOffsets: [Int], length: Int, lowerBound: Int, path: [WalkPlace], end: Int?,
    method: WalkMethod
  ) {
    self.order = order
    self.stopOffsets = stopOffsets
    self.length = length
    self.lowerBound = lowerBound
    self.path = path
    self.end = end
    self.method = method
  }
}
