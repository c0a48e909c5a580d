/// Reads JSON (RFC 8259) and says at which line and column it is wrong.
public struct JSONReader {
  /// What is wrong with a text, and where.
  public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
    /// The line, from 1.
    public var line: Int
    /// The column, in characters from 1.
    public var column: Int
    /// What was expected.
    public var expected: String

    /// The place and what was expected there.
    public var description: String { "line \(line), column \(column): expected \(expected)" }
  }

  private var rest: Substring.UnicodeScalarView
  private var line = 1
  private var column = 1
  private var depth = 0
  private let allowsSingleQuotes: Bool

  /// Reads a text; `allowsSingleQuotes` also takes `{'name':'value'}`, which some clients send.
  public static func read(
    _ text: String, allowsSingleQuotes: Bool = false
  ) throws(Problem) -> JSON {
    var reader = JSONReader(
      rest: Substring(text).unicodeScalars, allowsSingleQuotes: allowsSingleQuotes)
    if reader.rest.first == "\u{FEFF}" { reader.rest.removeFirst() }
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.rest.isEmpty else { throw reader.problem("the end") }
    return value
  }

  private init(rest: Substring.UnicodeScalarView, allowsSingleQuotes: Bool) {
    self.rest = rest
    self.allowsSingleQuotes = allowsSingleQuotes
  }

  private func problem(_ expected: String) -> Problem {
    Problem(line: line, column: column, expected: expected)
  }

  @discardableResult
  private mutating func next() -> Unicode.Scalar? {
    guard let scalar = rest.popFirst() else { return nil }
    if scalar == "\n" {
      line += 1
      column = 1
    } else {
      column += 1
    }
    return scalar
  }

  private mutating func skipBlanks() {
    while let scalar = rest.first, " \t\r\n".unicodeScalars.contains(scalar) { next() }
  }

  private mutating func value() throws(Problem) -> JSON {
    skipBlanks()
    let (line, column) = (self.line, self.column)
    guard let first = rest.first else { throw problem("a value") }
    depth += 1
    defer { depth -= 1 }
    guard depth <= 64 else { throw problem("at most 64 levels") }
    let found: JSON.Value
    switch first {
    case "{": found = .object(try members())
    case "[": found = .list(try elements())
    case "\"": found = .text(try text())
    case "'" where allowsSingleQuotes: found = .text(try text())
    case "-", "0"..."9": found = .number(try number())
    default: found = try word()
    }
    return JSON(found, line: line, column: column)
  }

  private mutating func members() throws(Problem) -> [(name: String, value: JSON)] {
    var members: [(name: String, value: JSON)] = []
    next()
    skipBlanks()
    if rest.first == "}" {
      next()
      return members
    }
    while true {
      skipBlanks()
      guard rest.first == "\"" || (allowsSingleQuotes && rest.first == "'") else {
        throw problem("a quoted name")
      }
      let name = try text()
      skipBlanks()
      guard rest.first == ":" else { throw problem("':'") }
      next()
      members.append((name, try value()))
      skipBlanks()
      switch rest.first {
      case ",": next()
      case "}":
        next()
        return members
      default: throw problem("',' or '}'")
      }
    }
  }

  private mutating func elements() throws(Problem) -> [JSON] {
    var elements: [JSON] = []
    next()
    skipBlanks()
    if rest.first == "]" {
      next()
      return elements
    }
    while true {
      elements.append(try value())
      skipBlanks()
      switch rest.first {
      case ",": next()
      case "]":
        next()
        return elements
      default: throw problem("',' or ']'")
      }
    }
  }

  private mutating func text() throws(Problem) -> String {
    let quote = next()
    var content = String.UnicodeScalarView()
    while true {
      guard let scalar = next() else { throw problem("a closing quote") }
      if scalar == quote { return String(content) }
      content.append(scalar == "\\" ? try escape() : scalar)
    }
  }

  private mutating func escape() throws(Problem) -> Unicode.Scalar {
    switch next() {
    case "\"": return "\""
    case "'": return "'"
    case "\\": return "\\"
    case "/": return "/"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      let high = try hex()
      guard (0xD800..<0xDC00).contains(high) else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
      guard rest.starts(with: "\\u".unicodeScalars) else { return "\u{FFFD}" }
      next()
      next()
      let low = try hex()
      guard (0xDC00..<0xE000).contains(low) else { return "\u{FFFD}" }
      return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)) ?? "\u{FFFD}"
    default: throw problem("an escape")
    }
  }

  private mutating func hex() throws(Problem) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = rest.first.flatMap({ Character($0).hexDigitValue }) else {
        throw problem("a hexadecimal digit")
      }
      next()
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  private mutating func number() throws(Problem) -> String {
    var digits = String.UnicodeScalarView()
    func isPart(_ scalar: Unicode.Scalar) -> Bool {
      ("0"..."9").contains(scalar) || "+-.eE".unicodeScalars.contains(scalar)
    }
    let start = (line, column)
    while let scalar = rest.first, isPart(scalar) {
      digits.append(scalar)
      next()
    }
    let text = String(digits)
    guard Double(text) != nil, text.last?.isNumber == true else {
      throw Problem(line: start.0, column: start.1, expected: "a number")
    }
    return text
  }

  private mutating func word() throws(Problem) -> JSON.Value {
    for (word, value) in [
      ("true", JSON.Value.bool(true)), ("false", .bool(false)), ("null", .null),
    ] where rest.starts(with: word.unicodeScalars) {
      for _ in 0..<word.count { next() }
      return value
    }
    throw problem("a value")
  }
}
