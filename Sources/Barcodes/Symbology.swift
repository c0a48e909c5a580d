/// The kind of symbol a scanner read, as its AIM identifier `]cm` says (ISO/IEC 15424).
///
/// Any well-formed identifier is kept, known to us or not; it is coded as its three characters.
public struct Symbology: Hashable, Sendable {
  /// The code character and the modifier without the `]`, such as `C1`.
  public let identifier: String

  /// Reads an identifier written with or without its `]`; nil unless it is a letter and a modifier.
  public init?(_ text: String) {
    var bytes = Array(text.utf8)
    if bytes.first == Byte.bracket { bytes.removeFirst() }
    self.init(identifier: bytes[...])
  }

  /// Reads the two bytes after the `]`: a letter and a sum of options as one hexadecimal digit.
  init?(identifier bytes: ArraySlice<UInt8>) {
    guard bytes.count == 2, let code = bytes.first, let modifier = bytes.last,
      Byte.isLetter(code), Byte.isHexDigit(modifier)
    else { return nil }
    identifier = String(decoding: bytes, as: UTF8.self)
  }

  private init(known identifier: String) {
    self.identifier = identifier
  }

  /// GS1-128.
  public static let gs1Code128 = Symbology(known: "C1")
  /// Code 128 without GS1 element strings.
  public static let code128 = Symbology(known: "C0")
  /// EAN-13, UPC-A and UPC-E, sent as 13 digits.
  public static let ean13 = Symbology(known: "E0")
  /// EAN-8.
  public static let ean8 = Symbology(known: "E4")
  /// Interleaved 2 of 5 with a verified check digit, as ITF-14.
  public static let itf = Symbology(known: "I1")
  /// GS1 DataBar and GS1 Composite.
  public static let gs1DataBar = Symbology(known: "e0")
  /// Data Matrix without GS1 element strings.
  public static let dataMatrix = Symbology(known: "d1")
  /// GS1 DataMatrix.
  public static let gs1DataMatrix = Symbology(known: "d2")
  /// QR Code without GS1 element strings.
  public static let qrCode = Symbology(known: "Q1")
  /// GS1 QR Code.
  public static let gs1QRCode = Symbology(known: "Q3")
  /// GS1 DotCode.
  public static let gs1DotCode = Symbology(known: "J1")

  /// Whether the data are GS1 element strings, in which GS ends a field of variable length.
  public var carriesGS1: Bool {
    [.gs1Code128, .gs1DataBar, .gs1DataMatrix, .gs1QRCode, .gs1DotCode].contains(self)
  }
}

extension Symbology: Codable {
  /// Reads the three characters `]cm`; throws if they are not an identifier.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let symbology = Symbology(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\"\(text)\": expected an AIM identifier such as ]C1")
    }
    self = symbology
  }

  /// Writes the three characters `]cm`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Symbology: CustomStringConvertible {
  /// The identifier with its `]`, such as `]C1`.
  public var description: String { "]" + identifier }
}
