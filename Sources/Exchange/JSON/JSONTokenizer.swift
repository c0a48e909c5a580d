/// Cuts a stream of UTF-8 into the tokens of JSON (RFC 8259), with the line and column of each.
struct JSONTokenizer {
  /// The most bytes of one text or number.
  static let longest = 65_536

  let stream: TextStream
  private(set) var line = 1
  private(set) var column = 1
  /// How many bytes were used up so far.
  private(set) var consumed = 0

  init(_ stream: TextStream) {
    self.stream = stream
  }

  var place: Place { Place(line: line, column: column, unit: .characters) }

  /// The next token; `end` at the end of the stream, again and again.
  mutating func next() throws(JSONFailure) -> JSONToken {
    try skipSpace()
    let start = place
    guard let byte = try peek() else { return JSONToken(kind: .end, place: start) }
    switch byte {
    case UInt8(ascii: "\""): return try text(from: start)
    case UInt8(ascii: "-"), 0x30...0x39: return try number(from: start)
    default: break
    }
    let mark: JSONToken.Kind? =
      switch byte {
      case UInt8(ascii: "{"): .beginObject
      case UInt8(ascii: "}"): .endObject
      case UInt8(ascii: "["): .beginArray
      case UInt8(ascii: "]"): .endArray
      case UInt8(ascii: ":"): .colon
      case UInt8(ascii: ","): .comma
      default: nil
      }
    if let mark {
      try advance()
      return JSONToken(kind: mark, place: start)
    }
    return try word(from: start)
  }

  /// Passes over the rest of the line.
  mutating func skipLine() throws(JSONFailure) {
    let before = line
    while line == before, try peek() != nil { try advance() }
  }

  mutating func peek() throws(JSONFailure) -> UInt8? {
    do { return try stream.peek() } catch { throw .trouble(error) }
  }

  /// Uses up the byte that was peeked at.
  mutating func advance() throws(JSONFailure) {
    guard let byte = try peek() else { return }
    stream.drop(1)
    consumed += 1
    if byte == 0x0A {
      line += 1
      column = 1
    } else if byte == 0x0D {
      // CR LF is one line end, counted at its LF.
      if try peek() != 0x0A {
        line += 1
        column = 1
      }
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }

  private mutating func skipSpace() throws(JSONFailure) {
    while let byte = try peek(), byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      try advance()
    }
  }

  private mutating func word(from start: Place) throws(JSONFailure) -> JSONToken {
    var bytes: [UInt8] = []
    while let byte = try peek(), bytes.count < 40, Self.isWord(byte) {
      bytes.append(byte)
      try advance()
    }
    if bytes.isEmpty, let byte = try peek() { bytes.append(byte) }
    switch String(decoding: bytes, as: UTF8.self) {
    case "true": return JSONToken(kind: .bool(true), place: start)
    case "false": return JSONToken(kind: .bool(false), place: start)
    case "null": return JSONToken(kind: .null, place: start)
    case let other:
      throw .syntax(start, found: other, Expectation(en: "a JSON value", zh: "JSON 值"))
    }
  }

  static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || Digits.isDigit(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == 0x5F
  }
}
