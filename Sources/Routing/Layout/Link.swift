/// A way from a point beside the grid to a point of the grid.
public struct Link: Hashable, Sendable {
  /// The index of the aisle it joins.
  public let aisle: Int
  /// Where in that aisle it joins, in millimeters.
  public let y: Int
  /// The length of the way, in millimeters.
  public let length: Int

  /// A link of the given length to a point of an aisle.
  public init(aisle: Int, y: Int, length: Int) {
    self.aisle = aisle
    self.y = y
    self.length = length
  }
}
