/// How fine a printer's dots are.
public enum Resolution: String, Sendable, Equatable, Codable, CaseIterable {
  /// 203 dpi: exactly 8 dots a millimeter.
  case dpi203
  /// 300 dpi: 11.81 dots a millimeter.
  case dpi300

  /// Dots in a millimeter.
  public var dotsPerMillimeter: Double {
    switch self {
    case .dpi203: 8
    case .dpi300: 300 / 25.4
    }
  }

  /// The nearest whole number of dots to a length in millimeters.
  func dots(_ millimeters: Double) -> Int {
    Int((millimeters * dotsPerMillimeter).rounded())
  }

  /// The length of some dots in millimeters.
  func millimeters(_ dots: Int) -> Double { Double(dots) / dotsPerMillimeter }

  /// This printer's nearest module width to one given in dots of 1/8 mm, at least one dot.
  func moduleDots(nominal: Int) -> Int { max(1, dots(Double(nominal) / 8)) }
}
