/// A way from a place off the floor's walkways to a point of them, walked in both directions.
public struct WalkLink: Hashable, Sendable {
  /// The point of the floor it joins.
  public let point: WalkPoint
  /// The length of the way, in millimeters.
  public let length: Int

  /// A link of the given length; the request that takes it up checks it.
  public init(point: WalkPoint, length: Int) {
    self.point = point
    self.length = length
  }
}
