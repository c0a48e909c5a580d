/// A point of the floor plan, in millimeters.
public struct FloorPoint: Hashable, Sendable, BitwiseCopyable {
  /// Across the aisles.
  public let x: Int
  /// Along the aisles.
  public let y: Int

  /// A point from its coordinates.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}
