/// A set of bytes as 256 bits.
struct ByteSet: Sendable {
  private var low: (UInt64, UInt64) = (0, 0)

  /// The ASCII bytes of `text`; a `-` between two characters stands for a range.
  init(_ text: StaticString) {
    text.withUTF8Buffer { bytes in
      var index = 0
      while index < bytes.count {
        let first = bytes[index]
        var last = first
        if index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "-") {
          last = bytes[index + 2]
          index += 2
        }
        for byte in first...max(first, last) { insert(byte) }
        index += 1
      }
    }
  }

  private mutating func insert(_ byte: UInt8) {
    if byte < 64 {
      low.0 |= 1 << UInt64(byte)
    } else if byte < 128 {
      low.1 |= 1 << UInt64(byte - 64)
    }
  }

  /// Whether the byte is in the set.
  @inline(__always)
  func contains(_ byte: UInt8) -> Bool {
    if byte < 64 { return low.0 >> UInt64(byte) & 1 != 0 }
    if byte < 128 { return low.1 >> UInt64(byte - 64) & 1 != 0 }
    return false
  }

  /// Where the first byte outside the set is; nil if there is none.
  func firstOutside(_ data: Span<UInt8>) -> Int? {
    for index in data.indices where !contains(data[index]) { return index }
    return nil
  }

  static let set82 = ByteSet("-!\"%-?A-Z_a-z")
  static let set39 = ByteSet("-#/0-9A-Z")
  static let set64 = ByteSet("-0-9A-Z_a-z")
  static let importers = ByteSet("-0-9A-Z_a-z")
  static let ibanCharacters = ByteSet("0-9A-Z")
  /// What needs no escape in a URI (RFC 3986, 2.3).
  static let unreserved = ByteSet("-.0-9A-Z_a-z~")
  /// What may stand in a URI at all, with the percent sign (RFC 3986, 2).
  static let uri = ByteSet("-.0-9A-Z_a-z~:/?#[]@!$&'()*+,;=%")
  /// What of it may stand in a host and port.
  static let host = ByteSet("-.0-9A-Za-z:[]")
}
