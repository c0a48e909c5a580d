extension Label {
  /// A rectangle on the label, in millimeters from its top left corner.
  public struct Frame: Sendable, Equatable {
    /// The distance of the left edge from the label's left edge.
    public var x: Double
    /// The distance of the top edge from the label's top edge.
    public var y: Double
    /// The width.
    public var width: Double
    /// The height.
    public var height: Double

    /// Creates a rectangle from its corner and size.
    public init(x: Double, y: Double, width: Double, height: Double) {
      self.x = x
      self.y = y
      self.width = width
      self.height = height
    }

    /// Creates a rectangle from its four edges.
    public init(left: Double, top: Double, right: Double, bottom: Double) {
      self.init(x: left, y: top, width: right - left, height: bottom - top)
    }

    /// The right edge.
    public var right: Double { x + width }
    /// The bottom edge.
    public var bottom: Double { y + height }

    /// Whether the rectangles share some area; touching edges do not count, nor does rounding dust.
    func overlaps(_ other: Frame) -> Bool {
      let dust = 0.01
      return x + dust < other.right && other.x + dust < right
        && y + dust < other.bottom && other.y + dust < bottom
    }
  }

  /// Where something narrow lies in something wide.
  public enum Alignment: String, Sendable, Equatable, CaseIterable {
    /// At the left edge.
    case left
    /// In the middle.
    case center
    /// At the right edge.
    case right
  }

  /// Where something low lies in something high.
  public enum VerticalAlignment: String, Sendable, Equatable, CaseIterable {
    /// At the top edge.
    case top
    /// In the middle.
    case middle
    /// At the bottom edge.
    case bottom
  }
}
