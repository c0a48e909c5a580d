/// The size of type: the height of its em square, which a Chinese character fills.
public struct FontSize: Sendable, Equatable, Comparable {
  /// The size in millimeters.
  public var millimeters: Double

  /// A size in millimeters.
  public static func millimeters(_ value: Double) -> FontSize { FontSize(millimeters: value) }

  /// A size in points of 1/72 inch.
  public static func points(_ value: Double) -> FontSize {
    FontSize(millimeters: value * 25.4 / 72)
  }

  /// Orders sizes from small to large.
  public static func < (lhs: FontSize, rhs: FontSize) -> Bool { lhs.millimeters < rhs.millimeters }
}
