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

/// A size is written as `3.2mm`, `9pt` or a bare number of millimeters.
extension FontSize: Codable {
  /// Reads `3.2mm`, `9pt` or a number.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .millimeters(number)
      return
    }
    let text = try container.decode(String.self)
    if text.hasSuffix("mm"), let number = Double(text.dropLast(2)) {
      self = .millimeters(number)
    } else if text.hasSuffix("pt"), let number = Double(text.dropLast(2)) {
      self = .points(number)
    } else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "font size '\(text)': expected such as 3.2mm or 9pt")
    }
  }

  /// Writes millimeters.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode("\(millimeters)mm")
  }
}
