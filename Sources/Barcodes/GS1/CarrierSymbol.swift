/// A symbol as a scanner sends it: what a virtual scanner writes for given data.
///
/// The forms are those of the General Specifications, 5.2 to 5.10 and 7.8.
public enum CarrierSymbol: String, CaseIterable, Sendable {
  case ean13, ean8, upcA, upcE
  case dataBarOmni, dataBarLimited, dataBarExpanded
  case gs1Code128, dataMatrix, qrCode, dotCode

  /// What the scanner sends for data in one line.
  ///
  /// `^` stands for FNC1, `|` comes before a composite component, and plain text that begins with
  /// `^` is written `\^`. With `addsCheckDigit` an item number comes without its check digit.
  /// Throws if the symbol cannot carry the data.
  public func transmission(
    of text: String, addsCheckDigit: Bool = false
  ) throws(GS1Problem) -> [UInt8] {
    let data = Array(text.utf8)
    switch self {
    case .qrCode, .dataMatrix, .dotCode:
      return try matrix(data)
    case .gs1Code128, .dataBarExpanded:
      let (linear, composite) = try parts(data)
      guard linear.first == UInt8(ascii: "^") else { throw GS1Problem(.notGS1, at: 0) }
      return try elements(linear, composite)
    case .dataBarOmni, .dataBarLimited:
      return try dataBar(data, addsCheckDigit: addsCheckDigit)
    case .ean13, .ean8, .upcA, .upcE:
      return try item(data, addsCheckDigit: addsCheckDigit)
    }
  }

  private var plainIdentifier: (plain: String, elements: String) {
    switch self {
    case .qrCode: ("]Q1", "]Q3")
    case .dataMatrix: ("]d1", "]d2")
    case .dotCode: ("]J0", "]J1")
    case .gs1Code128: ("]C0", "]C1")
    case .ean8: ("]E4", "]e0")
    case .ean13, .upcA, .upcE: ("]E0", "]e0")
    case .dataBarOmni, .dataBarLimited, .dataBarExpanded: ("]e0", "]e0")
    }
  }

  private func matrix(_ data: [UInt8]) throws(GS1Problem) -> [UInt8] {
    guard data.first == UInt8(ascii: "^") else {
      let first = data.first { $0 != UInt8(ascii: "\\") }
      let isEscaped = first == UInt8(ascii: "^")
      return Array(plainIdentifier.plain.utf8) + data[(isEscaped ? 1 : 0)...]
    }
    let linear = data.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)[0]
    try validate(linear)
    return Array(plainIdentifier.elements.utf8) + sent(linear)
  }

  private func elements(
    _ linear: ArraySlice<UInt8>, _ composite: ArraySlice<UInt8>?
  ) throws(GS1Problem) -> [UInt8] {
    let message = try validate(linear)
    guard let composite else {
      return Array(plainIdentifier.elements.utf8) + sent(linear)
    }
    try validate(composite)
    let separates = message.slots.last.map { !AIRule.of($0).isPredefined } ?? false
    return Array("]e0".utf8) + sent(linear)
      + (separates && linear.last != UInt8(ascii: "^") ? [Byte.groupSeparator] : [])
      + sent(composite)
  }

  private func dataBar(_ data: [UInt8], addsCheckDigit: Bool) throws(GS1Problem) -> [UInt8] {
    let (linear, composite) = try parts(data)
    let skipped = linear.starts(with: "^01".utf8) ? 3 : 0
    let digits = try itemDigits(linear.dropFirst(skipped), 14, addsCheckDigit: addsCheckDigit)
    if self == .dataBarLimited, digits[0] > UInt8(ascii: "1") {
      throw GS1Problem(.itemTooLarge, at: skipped, count: 1)
    }
    var out = Array("]e001".utf8) + digits
    if let composite {
      try validate(composite)
      out += sent(composite)
    }
    return out
  }

  private func item(_ data: [UInt8], addsCheckDigit: Bool) throws(GS1Problem) -> [UInt8] {
    let (linear, composite) = try parts(data)
    let length = self == .ean13 ? 13 : self == .ean8 ? 8 : 12
    let zeros = "^01" + String(repeating: "0", count: 14 - length)
    let skipped = linear.starts(with: zeros.utf8) ? zeros.utf8.count : 0
    let digits = try itemDigits(
      linear.dropFirst(skipped), length, addsCheckDigit: addsCheckDigit)
    var out = Array(plainIdentifier.plain.utf8) + (length == 12 ? [UInt8(ascii: "0")] : []) + digits
    if let composite {
      try validate(composite)
      out += GS1Parser.compositeMark + sent(composite)
    }
    return out
  }

  /// The data before and behind the first `|`; a composite component begins with FNC1.
  private func parts(
    _ data: [UInt8]
  ) throws(GS1Problem) -> (linear: ArraySlice<UInt8>, composite: ArraySlice<UInt8>?) {
    guard let bar = data.firstIndex(of: UInt8(ascii: "|")) else { return (data[...], nil) }
    let composite = data[(bar + 1)...]
    guard composite.first == UInt8(ascii: "^") else { throw GS1Problem(.notGS1, at: bar + 1) }
    return (data[..<bar], composite)
  }

  private func itemDigits(
    _ text: ArraySlice<UInt8>, _ length: Int, addsCheckDigit: Bool
  ) throws(GS1Problem) -> [UInt8] {
    let expected = addsCheckDigit ? length - 1 : length
    guard text.count == expected else {
      throw GS1Problem(.itemLength(expected: expected), at: text.startIndex, count: text.count)
    }
    var digits = Array(text) + (addsCheckDigit ? [0x30] : [])
    if let finding = ComponentCheck.checkDigits(digits.span) {
      throw GS1Problem(.itemDigits, at: text.startIndex + finding.offset, count: 1)
    }
    let check = CheckDigit.modulo10(ofDigits: digits.span.extracting(0..<length - 1))
    if addsCheckDigit { digits[length - 1] = UInt8(0x30 + check) }
    guard digits[length - 1] == UInt8(0x30 + check) else {
      throw GS1Problem(
        .itemCheckDigit(expected: check), at: text.startIndex + length - 1, count: 1)
    }
    return digits
  }

  @discardableResult
  private func validate(_ text: ArraySlice<UInt8>) throws(GS1Problem) -> GS1Message {
    try GS1Parser(rules: []).parse(Array(text))
  }

  /// Without the first FNC1, the others as GS.
  private func sent(_ text: ArraySlice<UInt8>) -> [UInt8] {
    text.dropFirst().map { $0 == UInt8(ascii: "^") ? Byte.groupSeparator : $0 }
  }
}
