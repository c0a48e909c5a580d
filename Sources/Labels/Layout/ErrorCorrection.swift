/// How much damage a QR Code survives, ISO/IEC 18004.
public enum ErrorCorrection: String, Sendable, Equatable, CaseIterable {
  /// Level L, about 7 % of the code words.
  case low = "L"
  /// Level M, about 15 %.
  case medium = "M"
  /// Level Q, about 25 %.
  case quartile = "Q"
  /// Level H, about 30 %.
  case high = "H"

  /// The level from 1 to 4, as libzint counts it.
  var level: Int {
    switch self {
    case .low: 1
    case .medium: 2
    case .quartile: 3
    case .high: 4
    }
  }

  /// The letter of the level, as printers name it.
  var letter: String { rawValue }
}
