extension GS1Parser {
  /// Reads `(01)...(10)...`; a bracket within a value is written `\(`.
  func bracketedElements(in line: [UInt8]) throws(GS1Problem) -> Reader {
    let table = AITable.standard
    var reader = Reader()
    var index = 0
    while index < line.count {
      guard line[index] == UInt8(ascii: "(") else { throw GS1Problem(.brackets, at: index) }
      let open = index + 1
      guard let close = line[open...].firstIndex(of: UInt8(ascii: ")")) else {
        throw GS1Problem(.brackets, at: index, count: line.count - index)
      }
      guard let code = GS1Parser.code(line[open..<close]) else {
        throw GS1Problem(.unknownAI, at: open, count: close - open)
      }
      let (place, rule) = try rule(of: code, at: open, table)
      let begin = close + 1
      let (value, end) = GS1Parser.unescaped(line, from: begin)
      reader.append(code)
      let found = GS1Parser.wholeFinding(value, rule, table)
      if let found {
        let start = GS1Parser.sourceOffset(line, begin, found.offset)
        let last = GS1Parser.sourceOffset(line, begin, found.offset + found.count)
        throw GS1Problem(found.code, ai: code.description, at: start, count: last - start)
      }
      try reader.append(value, code, place, source: open)
      index = end
    }
    return reader
  }

  /// The rule of an identifier that stands alone, in brackets or in a link.
  func rule(
    of code: AICode, at offset: Int, _ table: AITable
  ) throws(GS1Problem) -> (place: Int?, rule: AIRule) {
    if let place = table.place(of: code) { return (place, table.rules[place]) }
    let prefix = code.value / (code.digits == 2 ? 1 : code.digits == 3 ? 10 : 100)
    let digits = table.digitCount(prefix: prefix)
    guard permits.contains(.unknownAIs), digits == 0 || digits == code.digits else {
      throw GS1Problem(.unknownAI, ai: code.description, at: offset, count: code.digits)
    }
    return (nil, .unknown(code, predefinedLength: AITable.predefinedLength(code)))
  }

  /// The identifier a text of two to four digits names.
  static func code(_ text: ArraySlice<UInt8>) -> AICode? {
    guard (2...4).contains(text.count) else { return nil }
    var value = 0
    for byte in text {
      guard Byte.isDigit(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return AICode(value: value, digits: text.count)
  }

  /// What is wrong with a value whose end is known: first its length, then its components.
  static func wholeFinding(
    _ value: [UInt8], _ rule: AIRule, _ table: AITable
  ) -> ValueFinding? {
    if value.isEmpty { return ValueFinding(code: .emptyValue, offset: 0, count: 0) }
    if value.count < rule.minimum {
      return ValueFinding(code: .valueTooShort, offset: 0, count: value.count)
    }
    if value.count > rule.maximum {
      return ValueFinding(
        code: .valueTooLong, offset: rule.maximum, count: value.count - rule.maximum)
    }
    if let caret = value.firstIndex(of: UInt8(ascii: "^")) {
      return ValueFinding(code: .separatorInValue, offset: caret, count: 1)
    }
    return finding(value.span, rule, table)
  }

  /// The value from there to the next bracket that opens an element, and where that is.
  private static func unescaped(
    _ line: [UInt8], from begin: Int
  ) -> (value: [UInt8], end: Int) {
    var value: [UInt8] = []
    var index = begin
    while index < line.count, line[index] != UInt8(ascii: "(") {
      if isEscape(line, index) { index += 1 }
      value.append(line[index])
      index += 1
    }
    return (value, index)
  }

  private static func isEscape(_ line: [UInt8], _ index: Int) -> Bool {
    line[index] == UInt8(ascii: "\\") && index + 1 < line.count
      && line[index + 1] == UInt8(ascii: "(")
  }

  /// Where the character `offset` of a value stands in the line.
  private static func sourceOffset(_ line: [UInt8], _ begin: Int, _ offset: Int) -> Int {
    var index = begin
    for _ in 0..<offset where index < line.count {
      index += isEscape(line, index) ? 2 : 1
    }
    return index
  }
}

extension GS1Parser.Reader {
  /// Writes an identifier, with a separator in front where the element before asks for one.
  mutating func append(_ code: AICode) {
    if let last = slots.last, !AIRule.of(last).isPredefined {
      bytes.append(Byte.groupSeparator)
    }
    code.append(to: &bytes)
  }

  /// Writes the value behind its identifier and notes the element.
  mutating func append(
    _ value: [UInt8], _ code: AICode, _ place: Int?, source: Int
  ) throws(GS1Problem) {
    guard slots.count < GS1Parser.elementLimit else {
      throw GS1Problem(.tooManyElements, at: source, count: code.digits)
    }
    let begin = bytes.count
    bytes += value
    slots.append(
      GS1Message.Slot(code: code, place: place, value: begin..<bytes.count, source: source))
  }
}
