/// The escapes of a URI (RFC 3986), and `+` for a space in its query.
enum PercentEscape {
  /// The bytes an escaped text stands for; a `%` without two hexadecimal digits stands for itself.
  static func decoded(_ text: ArraySlice<UInt8>, isQuery: Bool) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      if let byte = escaped(text, index) {
        out.append(byte)
        index += 3
      } else {
        let byte = text[index]
        out.append(isQuery && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
        index += 1
      }
    }
    return out
  }

  /// Where the decoded byte `offset` stands in the escaped text.
  static func offset(_ offset: Int, in text: ArraySlice<UInt8>) -> Int {
    var index = text.startIndex
    for _ in 0..<offset where index < text.endIndex {
      index += escaped(text, index) == nil ? 1 : 3
    }
    return index
  }

  private static func escaped(_ text: ArraySlice<UInt8>, _ index: Int) -> UInt8? {
    guard text[index] == UInt8(ascii: "%"), index + 2 < text.endIndex,
      let high = ComponentCheck.hexValue(text[index + 1]),
      let low = ComponentCheck.hexValue(text[index + 2])
    else { return nil }
    return high << 4 | low
  }

  /// The text escaped: what is not unreserved as `%XX`, in a query a space as `+`.
  static func encoded(_ bytes: some Sequence<UInt8>, isQuery: Bool) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    var out: [UInt8] = []
    for byte in bytes {
      if ByteSet.unreserved.contains(byte) {
        out.append(byte)
      } else if isQuery, byte == UInt8(ascii: " ") {
        out.append(UInt8(ascii: "+"))
      } else {
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return out
  }
}
