extension ZPLGraphic {
  /// The bitmap of a `^GFA` field, in the `:Z64:` form or as plain hexadecimal; nil when it is damaged.
  ///
  /// `parameters` is what stands behind `^GF`.
  static func bitmap(_ parameters: Substring) -> Bitmap? {
    let parts = parameters.split(separator: ",", maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 5, parts[0] == "A", let total = Int(parts[2]), let row = Int(parts[3]),
      row > 0, total > 0, total % row == 0
    else { return nil }
    guard let bytes = data(parts[4], count: total) else { return nil }
    return Bitmap(width: row * 8, height: total / row, rows: bytes)
  }

  private static func data(_ text: Substring, count: Int) -> [UInt8]? {
    let mark = ":Z64:"
    guard text.hasPrefix(mark) else {
      let digits = text.utf8.compactMap { Character(UnicodeScalar($0)).hexDigitValue }
      guard digits.count == 2 * count else { return nil }
      return stride(from: 0, to: digits.count, by: 2).map {
        UInt8(digits[$0] << 4 | digits[$0 + 1])
      }
    }
    let body = text.dropFirst(mark.count)
    guard let colon = body.lastIndex(of: ":"),
      checksum(body[..<colon].utf8) == UInt16(body[body.index(after: colon)...], radix: 16),
      let packed = decoded(body[..<colon].utf8)
    else { return nil }
    return inflated(packed, count: count)
  }

  /// RFC 4648 base64; nil for a foreign character.
  private static func decoded(_ text: some Sequence<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text where byte != UInt8(ascii: "=") {
      let value: UInt8
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - 65
      case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - 71
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte + 4
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: return nil
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }
}
