/// A JSON value that keeps the order of its members and, when read, where it stood.
public struct JSON: Sendable {
  /// What a value can be.
  public indirect enum Value: Sendable {
    /// Nothing.
    case null
    /// True or false.
    case bool(Bool)
    /// A number as it was written.
    case number(String)
    /// A text.
    case text(String)
    /// A list.
    case list([JSON])
    /// Names and values in their order.
    case object([(name: String, value: JSON)])
  }

  /// The value.
  public var value: Value
  /// The line it began on, from 1; 0 when it was made, not read.
  public var line: Int
  /// The column it began at, in characters from 1; 0 when it was made, not read.
  public var column: Int

  /// Makes a value.
  public init(_ value: Value, line: Int = 0, column: Int = 0) {
    self.value = value
    self.line = line
    self.column = column
  }

  /// Makes a text.
  public static func text(_ text: String) -> JSON { JSON(.text(text)) }
  /// Makes a whole number.
  public static func number(_ number: Int) -> JSON { JSON(.number(String(number))) }
  /// Makes a truth value.
  public static func bool(_ bool: Bool) -> JSON { JSON(.bool(bool)) }
  /// Makes a list.
  public static func list(_ list: [JSON]) -> JSON { JSON(.list(list)) }
  /// Makes an object; members whose value is nil are left out.
  public static func object(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    JSON(.object(members.compactMap { name, value in value.map { (name, $0) } }))
  }
}

extension JSON {
  /// The member of an object by its name; nil when there is none.
  public subscript(name: String) -> JSON? {
    guard case .object(let members) = value else { return nil }
    return members.last { $0.name == name }?.value
  }

  /// The value as text, a number as it was written; nil for anything else.
  public var string: String? {
    switch value {
    case .text(let text): text
    case .number(let digits): digits
    case .null, .bool, .list, .object: nil
    }
  }

  /// The value as a whole number, also when it was written as text; nil for anything else.
  public var integer: Int? { string.flatMap { Int($0) } }

  /// The value as a truth value, also when it was written as text; nil for anything else.
  public var truth: Bool? {
    switch value {
    case .bool(let bool): bool
    case .text(let text):
      switch text.lowercased() {
      case "true": true
      case "false": false
      default: nil
      }
    case .null, .number, .list, .object: nil
    }
  }

  /// The values of a list; nil for anything else.
  public var elements: [JSON]? {
    guard case .list(let elements) = value else { return nil }
    return elements
  }

  /// The members of an object; nil for anything else.
  public var members: [(name: String, value: JSON)]? {
    guard case .object(let members) = value else { return nil }
    return members
  }

  /// The value as compact JSON, non-ASCII characters as they are.
  public var compact: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch value {
    case .null: text += "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .number(let digits): text += digits
    case .text(let content): Self.quote(content, into: &text)
    case .list(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += "," }
        element.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.quote(member.name, into: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func quote(_ content: String, into text: inout String) {
    text += "\""
    for scalar in content.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case _ where scalar.value < 0x20:
        let hex = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
