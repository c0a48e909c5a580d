extension GS1Parser {
  /// Reads an item number of so many digits and, behind `|]e0`, a composite component.
  func item(
    in source: [UInt8], from start: Int, length: Int, symbology: Symbology?
  ) throws(GS1Problem) -> GS1Message {
    let end = start + length
    guard source.count >= end else {
      throw GS1Problem(.itemLength(expected: length), at: start, count: source.count - start)
    }
    let digits = Array(source[start..<end])
    if let finding = ComponentCheck.checkCheckDigit(digits.span) {
      let code: GS1Problem.Code =
        finding.fault == .checkDigit
        ? .itemCheckDigit(
          expected: CheckDigit.modulo10(ofDigits: digits.span.extracting(0..<length - 1)))
        : .itemDigits
      throw GS1Problem(code, at: start + finding.offset, count: finding.count)
    }
    guard source.count > end else {
      return GS1Message(symbology: symbology, form: .item, bytes: [], item: digits)
    }
    guard source[end...].starts(with: GS1Parser.compositeMark) else {
      throw GS1Problem(.itemLength(expected: length), at: start, count: source.count - start)
    }
    let reader = try elements(in: source, from: end + GS1Parser.compositeMark.count)
    return try checked(
      GS1Message(
        symbology: symbology, form: .item, bytes: reader.bytes, item: digits,
        slots: reader.slots))
  }

  static let compositeMark: [UInt8] = Array("|]e0".utf8)
}
