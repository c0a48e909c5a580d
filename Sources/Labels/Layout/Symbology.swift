/// The kinds of barcode a label can carry.
public enum Symbology: String, Sendable, Equatable, Codable, CaseIterable {
  /// Code 128, ISO/IEC 15417.
  case code128
  /// QR Code, ISO/IEC 18004.
  case qrCode

  /// The name people know it by.
  public var displayName: String {
    switch self {
    case .code128: "Code 128"
    case .qrCode: "QR Code"
    }
  }

  /// The empty room the standard asks for on each side, in modules.
  public var quietZoneModules: Int {
    switch self {
    case .code128: 10
    case .qrCode: 4
    }
  }

  /// Whether the symbol is one row of bars, as high as wanted; else a square of modules.
  public var isLinear: Bool {
    switch self {
    case .code128: true
    case .qrCode: false
    }
  }
}

/// How much damage a QR Code survives, ISO/IEC 18004.
public enum ErrorCorrection: String, Sendable, Equatable, Codable, CaseIterable {
  /// Level L, about 7 % of the code words.
  case low
  /// Level M, about 15 %.
  case medium
  /// Level Q, about 25 %.
  case quartile
  /// Level H, about 30 %.
  case high

  /// The level from 1 to 4, as libzint counts it.
  var level: Int {
    switch self {
    case .low: 1
    case .medium: 2
    case .quartile: 3
    case .high: 4
    }
  }

  /// The letter of the level, as ZPL names it.
  var letter: String {
    switch self {
    case .low: "L"
    case .medium: "M"
    case .quartile: "Q"
    case .high: "H"
    }
  }
}
