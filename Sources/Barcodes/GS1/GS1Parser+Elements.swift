extension GS1Parser {
  /// Elements as they are found, and the element string they make up.
  struct Reader {
    var bytes: [UInt8] = []
    var slots: [GS1Message.Slot] = []
  }

  /// Reads elements one behind the other from `start` to the end.
  func elements(in source: [UInt8], from start: Int) throws(GS1Problem) -> Reader {
    guard start < source.count else { throw GS1Problem(.empty, at: start) }
    let table = AITable.standard
    var reader = Reader(bytes: Array(source[start...]))
    reader.slots.reserveCapacity(8)
    let bytes = source.span
    var index = start
    while index < bytes.count {
      guard let code = GS1Source.leadingCode(bytes, index, table) else {
        let shown = GS1Parser.shownPrefix(bytes, index)
        throw GS1Problem(.unknownAI, ai: shown, at: index, count: shown?.utf8.count ?? 1)
      }
      let place = table.place(of: code)
      guard place != nil || permits.contains(.unknownAIs) else {
        throw GS1Problem(.unknownAI, ai: code.description, at: index, count: code.digits)
      }
      let rule =
        place.map { table.rules[$0] }
        ?? .unknown(code, predefinedLength: AITable.predefinedLength(code))
      let begin = index + code.digits
      // One byte further than the longest value shows whether it ends there.
      let limit = min(bytes.count, begin + rule.maximum + 1)
      var end = begin
      while end < limit, bytes[end] != Byte.groupSeparator { end += 1 }
      let value = begin..<min(end, begin + rule.maximum)
      if let finding = GS1Parser.finding(bytes.extracting(value), rule, table) {
        throw GS1Problem(
          finding.code, ai: code.description, at: begin + finding.offset, count: finding.count)
      }
      let length = value.count
      guard begin + length == end || rule.isPredefined else {
        throw GS1Problem(
          .valueTooLong, ai: code.description, at: begin + length, count: end - begin - length)
      }
      guard reader.slots.count < GS1Parser.elementLimit else {
        throw GS1Problem(.tooManyElements, at: index, count: bytes.count - index)
      }
      reader.slots.append(
        GS1Message.Slot(
          code: code, place: place, value: begin - start..<begin - start + length, source: index))
      index = begin + length
      if index < bytes.count, bytes[index] == Byte.groupSeparator { index += 1 }
    }
    return reader
  }

  /// A value's problem and where it lies in the value.
  struct ValueFinding {
    let code: GS1Problem.Code
    let offset: Int
    let count: Int
  }

  /// What is wrong with a value no longer than the rule's greatest length; nil if nothing is.
  static func finding(
    _ value: Span<UInt8>, _ rule: AIRule, _ table: AITable
  ) -> ValueFinding? {
    if value.isEmpty { return ValueFinding(code: .emptyValue, offset: 0, count: 0) }
    if rule.components.isEmpty {
      if value.count < rule.minimum {
        return ValueFinding(code: .valueTooShort, offset: 0, count: value.count)
      }
      return ByteSet.set82.firstOutside(value).map {
        ValueFinding(code: .component(.notSet82), offset: $0, count: 1)
      }
    }
    var offset = 0
    for place in rule.components {
      let component = table.components[place]
      let length = min(component.maximum, value.count - offset)
      if length == 0, component.isOptional { continue }
      guard length >= component.minimum else {
        return ValueFinding(code: .valueTooShort, offset: 0, count: value.count)
      }
      let part = value.extracting(offset..<offset + length)
      if let finding = finding(part, component) {
        return ValueFinding(
          code: .component(finding.fault), offset: offset + finding.offset, count: finding.count)
      }
      offset += length
    }
    return nil
  }

  private static func finding(_ part: Span<UInt8>, _ component: AIComponent) -> ComponentFinding? {
    let finding =
      switch component.characters {
      case .digits: ComponentCheck.checkDigits(part)
      case .set82: ComponentCheck.checkSet82(part)
      case .set39: ComponentCheck.checkSet39(part)
      case .set64: ComponentCheck.checkSet64(part)
      }
    if let finding { return finding }
    for check in component.checks {
      if let finding = check.finding(in: part) { return finding }
    }
    return nil
  }

  /// The two digits there, to name them; nil if they are none.
  private static func shownPrefix(_ bytes: Span<UInt8>, _ index: Int) -> String? {
    guard index + 1 < bytes.count, Byte.isDigit(bytes[index]), Byte.isDigit(bytes[index + 1])
    else { return nil }
    return String(decoding: [bytes[index], bytes[index + 1]], as: UTF8.self)
  }
}
