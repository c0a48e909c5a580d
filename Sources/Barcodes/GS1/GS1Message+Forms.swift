extension GS1Message {
  /// The elements as one string, `^` for FNC1: in front, and where a length is not predefined.
  ///
  /// Empty if there are no elements.
  public var elementString: String {
    guard !slots.isEmpty else { return "" }
    var out: [UInt8] = []
    var separates = true
    for slot in slots {
      if separates { out.append(UInt8(ascii: "^")) }
      out += slot.code.description.utf8
      out += bytes[slot.value]
      separates = !AIRule.of(slot).isPredefined
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// The elements with their identifiers in brackets, a bracket within a value as `\(`.
  public var bracketed: String {
    var out: [UInt8] = []
    for slot in slots {
      out.append(UInt8(ascii: "("))
      out += slot.code.description.utf8
      out.append(UInt8(ascii: ")"))
      for byte in bytes[slot.value] {
        if byte == UInt8(ascii: "(") { out.append(UInt8(ascii: "\\")) }
        out.append(byte)
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// What the symbol says, on one line: `^` for FNC1, `|` before a composite component; text that
  /// begins with `^` gets a `\` in front, and a link stays as it was scanned.
  public var symbolText: String {
    switch form {
    case .link where symbology != nil: String(decoding: link, as: UTF8.self)
    case .link, .bracketed: elementString
    case .elements: "^" + GS1Message.visible(bytes)
    case .item:
      String(decoding: item, as: UTF8.self)
        + (slots.isEmpty ? "" : "|^" + GS1Message.visible(bytes))
    case .plain: GS1Message.escaped(bytes)
    }
  }

  private static func visible(_ bytes: [UInt8]) -> String {
    String(
      decoding: bytes.map { $0 == Byte.groupSeparator ? UInt8(ascii: "^") : $0 }, as: UTF8.self)
  }

  /// Keeps text that begins with `^`, or with `\` before one, apart from elements.
  private static func escaped(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let first = bytes.first { $0 != UInt8(ascii: "\\") }
    return first == UInt8(ascii: "^") ? "\\" + text : text
  }
}
