extension JSONTokenizer {
  /// Reads a number as it is written: `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
  mutating func number(from start: Place) throws(JSONFailure) -> JSONToken {
    var bytes: [UInt8] = []
    while let byte = try peek(), bytes.count < 100, Self.isNumeric(byte) {
      bytes.append(byte)
      try advance()
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard Self.isNumber(bytes[...]) else {
      throw .syntax(start, found: text, Expectation(en: "a JSON number", zh: "JSON 数字"))
    }
    return JSONToken(kind: .number(text), place: start)
  }

  /// Letters are taken along so that `12kg` is shown whole.
  private static func isNumeric(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".")
  }

  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = rest.prefix(while: Digits.isDigit)
    guard !whole.isEmpty, whole.count == 1 || whole.first != 0x30 else { return false }
    rest = rest.dropFirst(whole.count)
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix(while: Digits.isDigit)
      guard !fraction.isEmpty else { return false }
      rest = rest.dropFirst(fraction.count + 1)
    }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      rest.removeFirst()
      if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
      let exponent = rest.prefix(while: Digits.isDigit)
      guard !exponent.isEmpty else { return false }
      rest = rest.dropFirst(exponent.count)
    }
    return rest.isEmpty
  }
}
