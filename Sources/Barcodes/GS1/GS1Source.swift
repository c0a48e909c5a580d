/// What a line looks like before any of it is read as elements.
enum GS1Source: Hashable {
  case elements(Symbology?, start: Int)
  case item(Symbology?, start: Int, length: Int)
  case bracketed
  case link(Symbology?, start: Int)
  case plain(Symbology?, start: Int)

  /// Decides how to read a line.
  ///
  /// Without a symbology identifier it must show what it is: FNC1 in front or within, a bracket,
  /// a link, an item number, or an identifying element first.
  static func form(of line: [UInt8], substitutes: Bool) throws(GS1Problem) -> GS1Source {
    guard let first = line.first else { throw GS1Problem(.empty, at: 0) }
    if first == Byte.bracket { return try form(identified: line) }
    if first == UInt8(ascii: "(") { return .bracketed }
    if separator(line, 0, substitutes: substitutes) > 0 {
      // One byte, however it was written: the line is decoded before it is read.
      return .elements(nil, start: 1)
    }
    if isLink(line, from: 0) { return .link(nil, start: 0) }
    if isItemNumber(line) { return .item(nil, start: 0, length: line.count) }
    guard Byte.isDigit(first), beginsWithKey(line) || hasSeparator(line, substitutes: substitutes)
    else { throw GS1Problem(.notGS1, at: 0, count: line.count) }
    return .elements(nil, start: 0)
  }

  private static func form(identified line: [UInt8]) throws(GS1Problem) -> GS1Source {
    guard line.count >= 3, let symbology = Symbology(identifier: line[1..<3]) else {
      throw GS1Problem(.symbologyForm, at: 0, count: min(3, line.count))
    }
    switch (line[1], line[2]) {
    case (UInt8(ascii: "C"), 0x31), (UInt8(ascii: "e"), 0x30), (UInt8(ascii: "d"), 0x32),
      (UInt8(ascii: "Q"), 0x33), (UInt8(ascii: "J"), 0x31):
      return .elements(symbology, start: 3)
    case (UInt8(ascii: "E"), 0x30):
      return .item(symbology, start: 3, length: 13)
    case (UInt8(ascii: "E"), 0x34):
      return .item(symbology, start: 3, length: 8)
    case (UInt8(ascii: "I"), _) where line.count == 17 && isItemNumber(Array(line[3...])):
      return .item(symbology, start: 3, length: 14)
    default:
      guard isPlain(symbology) else { throw GS1Problem(.symbology, at: 0, count: 3) }
      return isLink(line, from: 3)
        ? .link(symbology, start: 3) : .plain(symbology, start: 3)
    }
  }

  /// Whether the symbol holds plain text, which may be a link (ISO/IEC 15424).
  private static func isPlain(_ symbology: Symbology) -> Bool {
    let plain = ["C0", "Q0", "Q1", "Q2", "d0", "d1", "d4", "J0"]
    let families = Array("ABFGHIKLOPRSTz")
    return plain.contains(symbology.identifier)
      || symbology.identifier.first.map(families.contains) == true
  }

  /// Whether a URI of the web begins there; any other scheme is left to the reader of links.
  private static func isLink(_ line: [UInt8], from start: Int) -> Bool {
    var index = start
    while index < line.count, Byte.isLetter(line[index]) { index += 1 }
    guard index > start, index + 2 < line.count, line[index] == UInt8(ascii: ":"),
      line[index + 1] == UInt8(ascii: "/"), line[index + 2] == UInt8(ascii: "/")
    else { return false }
    guard start > 0 else { return true }
    // In a symbol that may say anything only the schemes in one case are links.
    let scheme = line[start..<index]
    return ["http", "https", "HTTP", "HTTPS"].contains { scheme.elementsEqual($0.utf8) }
  }

  /// Whether the line is the number of an EAN-8, UPC-A, EAN-13 or ITF-14 symbol.
  private static func isItemNumber(_ line: [UInt8]) -> Bool {
    [8, 12, 13, 14].contains(line.count) && ComponentCheck.checkCheckDigit(line.span) == nil
  }

  /// Whether an identifier comes first whose value begins with digits and a check digit.
  private static func beginsWithKey(_ line: [UInt8]) -> Bool {
    let table = AITable.standard
    guard let code = leadingCode(line.span, 0, table), let place = table.place(of: code) else {
      return false
    }
    let rule = table.rules[place]
    return line.count >= code.digits + rule.minimum
      && table.components[rule.components].contains { $0.checks.contains(.checkDigit) }
  }

  /// The identifier that begins at `index`; nil if no identifier begins with those digits.
  static func leadingCode(_ bytes: Span<UInt8>, _ index: Int, _ table: AITable) -> AICode? {
    guard index + 1 < bytes.count, Byte.isDigit(bytes[index]), Byte.isDigit(bytes[index + 1])
    else { return nil }
    var value = Int(bytes[index] - 0x30) * 10 + Int(bytes[index + 1] - 0x30)
    let digits = table.digitCount(prefix: value)
    guard digits > 0, index + digits <= bytes.count else { return nil }
    for next in index + 2..<index + max(digits, 2) {
      guard Byte.isDigit(bytes[next]) else { return nil }
      value = value * 10 + Int(bytes[next] - 0x30)
    }
    return AICode(value: value, digits: digits)
  }
}

extension GS1Source {
  /// How many bytes FNC1 takes at `index`: GS or one of its substitutes; 0 if it is not there.
  static func separator(_ line: [UInt8], _ index: Int, substitutes: Bool) -> Int {
    switch line[index] {
    case Byte.groupSeparator: return 1
    case UInt8(ascii: "^"): return substitutes ? 1 : 0
    case UInt8(ascii: "{"): return substitutes && line[index...].starts(with: braces) ? 4 : 0
    case UInt8(ascii: "\\"):
      guard substitutes, index + 3 < line.count, line[index + 1] == UInt8(ascii: "x"),
        line[index + 2] == UInt8(ascii: "1"), line[index + 3] | 0x20 == UInt8(ascii: "d")
      else { return 0 }
      return 4
    default: return 0
    }
  }

  private static let braces: [UInt8] = Array("{GS}".utf8)

  private static func hasSeparator(_ line: [UInt8], substitutes: Bool) -> Bool {
    for index in line.indices where separator(line, index, substitutes: substitutes) > 0 {
      return true
    }
    return false
  }

  /// The line with every substitute of FNC1 replaced by GS.
  static func decoded(_ line: [UInt8]) -> [UInt8] {
    guard let first = line.firstIndex(where: { [0x5E, 0x7B, 0x5C].contains($0) }) else {
      return line
    }
    var out = Array(line[..<first])
    out.reserveCapacity(line.count)
    var index = first
    while index < line.count {
      let width = separator(line, index, substitutes: true)
      out.append(width > 0 ? Byte.groupSeparator : line[index])
      index += max(1, width)
    }
    return out
  }

  /// Where a byte of the decoded line stands in the line as given, in characters of UTF-8.
  static func lineOffset(_ offset: Int, in line: [UInt8], substitutes: Bool) -> Int {
    let replaces: Bool
    switch try? form(of: line, substitutes: substitutes) {
    case .elements, .item: replaces = substitutes
    case .bracketed, .link, .plain, nil: replaces = false
    }
    var index = 0
    var passed = 0
    var characters = 0
    while index < line.count, passed < offset {
      let width = replaces ? max(1, separator(line, index, substitutes: true)) : 1
      for byte in line[index..<index + width] where Byte.startsCharacter(byte) { characters += 1 }
      index += width
      passed += 1
    }
    return characters
  }
}
