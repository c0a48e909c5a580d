extension Label {
  /// A rectangle: its outline, or filled.
  public struct Box: Sendable, Equatable {
    /// The name errors and notes use.
    public var name: String
    /// The outer edge.
    public var frame: Frame
    /// The thickness of the outline in millimeters, at least one dot, growing inwards.
    public var thickness: Double
    /// Whether the inside is black too.
    public var isFilled: Bool

    /// Creates a rectangle.
    public init(name: String, frame: Frame, thickness: Double = 0.25, isFilled: Bool = false) {
      self.name = name
      self.frame = frame
      self.thickness = thickness
      self.isFilled = isFilled
    }
  }
}
