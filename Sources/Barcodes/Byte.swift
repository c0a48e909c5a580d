/// The bytes the decoders know by name.
enum Byte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let escape: UInt8 = 0x1B
  static let groupSeparator: UInt8 = 0x1D
  static let openBracket = UInt8(ascii: "[")
  static let bracket = UInt8(ascii: "]")

  static func isDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x46).contains(byte)
  }

  static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F
  }

  /// Controls that are data in a symbol: EOT, FS, GS, RS and US (ISO/IEC 15434 envelopes, GS1).
  static func isSeparator(_ byte: UInt8) -> Bool {
    byte == 0x04 || (0x1C...0x1F).contains(byte)
  }

  /// Whether the byte opens a character; every byte of UTF-8 does but the continuations.
  static func startsCharacter(_ byte: UInt8) -> Bool {
    byte & 0xC0 != 0x80
  }
}
