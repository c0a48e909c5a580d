/// The kinds of barcode a label can carry.
public enum Symbology: String, Sendable, Equatable, Codable, CaseIterable {
  /// Code 128, ISO/IEC 15417.
  case code128
  /// GS1-128: Code 128 that begins with FNC1 and holds application identifiers.
  case gs1_128 = "gs1-128"
  /// EAN-13, ISO/IEC 15420.
  case ean13
  /// ITF-14: Interleaved 2 of 5 with a GTIN-14, ISO/IEC 16390.
  case itf14
  /// QR Code, ISO/IEC 18004.
  case qrCode = "qr"
  /// Data Matrix ECC 200, ISO/IEC 16022.
  case dataMatrix = "datamatrix"
  /// Data Matrix that holds application identifiers.
  case gs1DataMatrix = "gs1-datamatrix"
  /// PDF417, ISO/IEC 15438.
  case pdf417

  /// The name people know it by.
  public var displayName: String {
    switch self {
    case .code128: "Code 128"
    case .gs1_128: "GS1-128"
    case .ean13: "EAN-13"
    case .itf14: "ITF-14"
    case .qrCode: "QR Code"
    case .dataMatrix: "Data Matrix"
    case .gs1DataMatrix: "GS1 Data Matrix"
    case .pdf417: "PDF417"
    }
  }

  /// The empty room the standard asks for on each side, in modules.
  ///
  /// EAN-13 asks for 11 on the left and 7 on the right; the larger stands for both.
  public var quietZoneModules: Int {
    switch self {
    case .code128, .gs1_128, .itf14: 10
    case .ean13: 11
    case .qrCode: 4
    case .dataMatrix, .gs1DataMatrix: 1
    case .pdf417: 2
    }
  }

  /// Whether the symbol is one row of bars, as high as wanted; else a matrix of modules.
  public var isLinear: Bool {
    switch self {
    case .code128, .gs1_128, .ean13, .itf14: true
    case .qrCode, .dataMatrix, .gs1DataMatrix, .pdf417: false
    }
  }

  /// Whether the data are GS1 element strings, written with their identifiers in square brackets.
  public var isGS1: Bool {
    switch self {
    case .gs1_128, .gs1DataMatrix: true
    case .code128, .ean13, .itf14, .qrCode, .dataMatrix, .pdf417: false
    }
  }

  /// How many modules high a row is.
  var rowModules: Int {
    switch self {
    case .pdf417: 3
    case .code128, .gs1_128, .ean13, .itf14, .qrCode, .dataMatrix, .gs1DataMatrix: 1
    }
  }
}
