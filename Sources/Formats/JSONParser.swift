/// Reads one JSON document (RFC 8259) from UTF-8 bytes.
///
/// Small and strict: no comments, no trailing commas, no second value of a key, at most 64 levels.
/// Numbers stay decimal. Errors name line and column.
struct JSONParser {
  private static let deepest = 64

  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0

  /// The value of a document.
  ///
  /// - Complexity: O(bytes).
  static func parse(_ bytes: [UInt8]) throws(FormatError) -> JSONValue {
    let result: Result<JSONValue, FormatError> = bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONParser(bytes: buffer)
      do throws(FormatError) {
        return .success(try parser.document())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func document() throws(FormatError) -> JSONValue {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { place = 3 }
    let value = try value(depth: 0)
    skipSpace()
    guard place == bytes.count else { throw error("expected the end of the document") }
    return value
  }

  private var here: UInt8? { place < bytes.count ? bytes[place] : nil }

  private func error(_ problem: String) -> FormatError {
    var line = 1
    var lineStart = 0
    for index in 0..<min(place, bytes.count) where bytes[index] == UInt8(ascii: "\n") {
      line += 1
      lineStart = index + 1
    }
    let found = place < bytes.count ? "" : ", found the end of the document"
    return FormatError("line \(line), column \(place - lineStart + 1)", problem + found)
  }

  private mutating func skipSpace() {
    while let byte = here, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      place += 1
    }
  }

  private mutating func value(depth: Int) throws(FormatError) -> JSONValue {
    guard depth <= Self.deepest else {
      throw error("expected at most \(Self.deepest) levels of lists and objects")
    }
    skipSpace()
    guard let byte = here else { throw error("expected a value") }
    switch byte {
    case UInt8(ascii: "{"): return try object(depth)
    case UInt8(ascii: "["): return try array(depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case _: throw error("expected a value")
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(FormatError) -> JSONValue {
    for byte in word.utf8 {
      guard here == byte else { throw error("expected \(word)") }
      place += 1
    }
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard here == byte else { return false }
    place += 1
    return true
  }

  private mutating func array(_ depth: Int) throws(FormatError) -> JSONValue {
    place += 1
    var values: [JSONValue] = []
    if take(UInt8(ascii: "]")) { return .array(values) }
    while true {
      values.append(try value(depth: depth + 1))
      if take(UInt8(ascii: "]")) { return .array(values) }
      guard take(UInt8(ascii: ",")) else { throw error("expected , or ]") }
    }
  }

  private mutating func object(_ depth: Int) throws(FormatError) -> JSONValue {
    place += 1
    var members: [(key: String, value: JSONValue)] = []
    var keys = Set<String>()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipSpace()
      guard here == UInt8(ascii: "\"") else { throw error("expected a key in quotes") }
      let start = place
      let key = try string()
      guard members.count < 8 ? !members.contains(where: { $0.key == key }) : true,
        members.count < 8 || keys.insert(key).inserted
      else {
        place = start
        throw error("expected the key \"\(key)\" once")
      }
      if members.count == 7 { keys = Set(members.map(\.key) + [key]) }
      guard take(UInt8(ascii: ":")) else { throw error("expected :") }
      members.append((key, try value(depth: depth + 1)))
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw error("expected , or }") }
    }
  }

  private mutating func number() throws(FormatError) -> JSONNumber {
    let isNegative = here == UInt8(ascii: "-")
    if isNegative { place += 1 }
    var digits = 0
    var count = 0
    var exponent = 0
    func isDigit(_ byte: UInt8?) -> Bool {
      byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
    }
    func add(_ byte: UInt8, _ isFraction: Bool) {
      if digits == 0 && byte == UInt8(ascii: "0") || count < 18 {
        digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
        if digits != 0 { count += 1 }
        if isFraction { exponent -= 1 }
      } else if !isFraction {
        exponent += 1
      }
    }
    guard isDigit(here) else { throw error("expected a digit") }
    let startsWithZero = here == UInt8(ascii: "0")
    var integerDigits = 0
    while let byte = here, isDigit(byte) {
      add(byte, false)
      integerDigits += 1
      place += 1
    }
    guard !startsWithZero || integerDigits == 1 else { throw error("expected no leading zero") }
    if here == UInt8(ascii: ".") {
      place += 1
      guard isDigit(here) else { throw error("expected a digit") }
      while let byte = here, isDigit(byte) {
        add(byte, true)
        place += 1
      }
    }
    if here == UInt8(ascii: "e") || here == UInt8(ascii: "E") {
      place += 1
      let isDown = here == UInt8(ascii: "-")
      if isDown || here == UInt8(ascii: "+") { place += 1 }
      guard isDigit(here) else { throw error("expected a digit") }
      var power = 0
      while let byte = here, isDigit(byte) {
        power = min(power * 10 + Int(byte - UInt8(ascii: "0")), 1_000_000)
        place += 1
      }
      exponent += isDown ? -power : power
    }
    return JSONNumber(digits: isNegative ? -digits : digits, exponent: exponent)
  }

  private mutating func string() throws(FormatError) -> String {
    place += 1
    let start = place
    while let byte = here, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      place += 1
    }
    var text = Array(bytes[start..<place])
    while let byte = here {
      switch byte {
      case UInt8(ascii: "\""):
        guard let result = String(validating: text, as: UTF8.self) else {
          throw error("expected UTF-8 text")
        }
        place += 1
        return result
      case UInt8(ascii: "\\"):
        place += 1
        try escape(&text)
      case 0..<0x20: throw error("expected no control character in a text")
      case _:
        text.append(byte)
        place += 1
      }
    }
    throw error("expected a quote at the end of the text")
  }

  private mutating func escape(_ text: inout [UInt8]) throws(FormatError) {
    let byte = here
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      text.append(byte ?? 0)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try codeUnit()
      if (0xD800..<0xDC00).contains(code), here == UInt8(ascii: "\\") {
        place += 1
        guard here == UInt8(ascii: "u") else { throw error("expected the second half of a pair") }
        place += 1
        let low = try codeUnit()
        guard (0xDC00..<0xE000).contains(low) else {
          throw error("expected the second half of a pair")
        }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(UInt32(code)) else {
        throw error("expected a character, found half a pair")
      }
      text += Array(String(Character(scalar)).utf8)
    case _:
      place -= 1
      throw error("expected an escape: one of \" \\ / b f n r t u")
    }
  }

  private mutating func codeUnit() throws(FormatError) -> Int {
    var code = 0
    for _ in 0..<4 {
      guard let byte = here, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error("expected four hexadecimal digits")
      }
      code = code * 16 + digit
      place += 1
    }
    return code
  }
}
