extension JSONTokenizer {
  /// Reads a text; its escapes are resolved.
  ///
  /// A text that is too long, holds half a surrogate pair or bytes in no known encoding is flawed,
  /// but what follows it can still be read.
  mutating func text(from start: Place) throws(JSONFailure) -> JSONToken {
    try advance()
    var bytes: [UInt8] = []
    var flaw: Expectation?
    while true {
      guard let byte = try peek(), byte != 0x0A, byte != 0x0D else {
        let shown = String(decoding: bytes.prefix(200), as: UTF8.self)
        throw .syntax(start, found: shown, Expectation(en: "a closing quote", zh: "有右引号"))
      }
      if byte < 0x20 {
        throw .syntax(
          place, found: nil,
          Expectation(en: "control characters as escapes", zh: "控制字符写作转义"))
      }
      if byte == UInt8(ascii: "\"") { break }
      if byte == UInt8(ascii: "\\") {
        if let scalar = try escape() {
          bytes += String(Character(scalar)).utf8
        } else {
          flaw = Expectation(en: "whole surrogate pairs", zh: "成对的代理项")
        }
      } else {
        bytes.append(byte)
        try advance()
      }
      if bytes.count > Self.longest {
        bytes.removeAll(keepingCapacity: true)
        flaw = Expectation(
          en: "a text of at most \(Self.longest) bytes", zh: "不超过 \(Self.longest) 字节的文字")
      }
    }
    try advance()
    let text = String(decoding: bytes, as: UTF8.self)
    if Cleaned.isDamaged(text) {
      flaw = .text(in: stream.encoding)
    }
    return JSONToken(kind: .text(text), place: start, flaw: flaw)
  }

  /// Resolves one escape; nil for half a surrogate pair.
  private mutating func escape() throws(JSONFailure) -> Unicode.Scalar? {
    let start = place
    try advance()
    let letter = try peek()
    try advance()
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{08}"
    case UInt8(ascii: "f"): return "\u{0C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    default:
      let shown = letter.map { "\\" + String(decoding: [$0], as: UTF8.self) }
      throw .syntax(start, found: shown, Expectation(en: "a JSON escape", zh: "JSON 转义"))
    }
  }

  private mutating func unicodeEscape(from start: Place) throws(JSONFailure) -> Unicode.Scalar? {
    let unit = try hexadecimal(from: start)
    guard unit & 0xFC00 == 0xD800 else { return Unicode.Scalar(unit) }
    // The other half must follow as an escape of its own.
    guard try peek() == UInt8(ascii: "\\") else { return nil }
    let second = place
    try advance()
    guard try peek() == UInt8(ascii: "u") else {
      throw .syntax(
        second, found: nil, Expectation(en: "the second half of a pair", zh: "代理对的后一半"))
    }
    try advance()
    let low = try hexadecimal(from: second)
    guard low & 0xFC00 == 0xDC00 else { return nil }
    return Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF))
  }

  private mutating func hexadecimal(from start: Place) throws(JSONFailure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = try peek(), let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw .syntax(
          start, found: nil,
          Expectation(en: "four hexadecimal digits after \\u", zh: "\\u 后有四位十六进制数字"))
      }
      value = value << 4 + UInt32(digit)
      try advance()
    }
    return value
  }
}
