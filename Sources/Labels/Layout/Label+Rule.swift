extension Label {
  /// A straight line, across or down.
  public struct Rule: Sendable, Equatable {
    /// The name errors and notes use.
    public var name: String
    /// The left end of a line across, the top end of a line down, in millimeters.
    public var x: Double
    /// The y of that end, in millimeters.
    public var y: Double
    /// The length in millimeters.
    public var length: Double
    /// Whether the line runs across or down.
    public var direction: Direction
    /// The thickness in millimeters, at least one dot.
    public var thickness: Double
    /// The length of a dash and of the gap after it, in millimeters; nil: a solid line.
    public var dash: Double?

    /// Creates a line.
    public init(
      name: String, x: Double, y: Double, length: Double, direction: Direction = .across,
      thickness: Double = 0.25, dash: Double? = nil
    ) {
      self.name = name
      self.x = x
      self.y = y
      self.length = length
      self.direction = direction
      self.thickness = thickness
      self.dash = dash
    }

    /// The rectangle the line covers, its thickness centered on it.
    var frame: Frame {
      switch direction {
      case .across: Frame(x: x, y: y - thickness / 2, width: length, height: thickness)
      case .down: Frame(x: x - thickness / 2, y: y, width: thickness, height: length)
      }
    }
  }

  /// Which way a line runs.
  public enum Direction: String, Sendable, Equatable, CaseIterable {
    /// From left to right.
    case across
    /// From top to bottom.
    case down
  }
}
