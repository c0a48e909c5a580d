extension ComponentCheck {
  static func checkDigits(_ data: Span<UInt8>) -> ComponentFinding? {
    for index in data.indices where !Byte.isDigit(data[index]) {
      return ComponentFinding(.notDigit, index, 1)
    }
    return nil
  }

  static func checkSet82(_ data: Span<UInt8>) -> ComponentFinding? {
    ByteSet.set82.firstOutside(data).map { ComponentFinding(.notSet82, $0, 1) }
  }

  static func checkSet39(_ data: Span<UInt8>) -> ComponentFinding? {
    ByteSet.set39.firstOutside(data).map { ComponentFinding(.notSet39, $0, 1) }
  }

  /// base64url; padding may be left out, but if it is there it must fill up the last three.
  static func checkSet64(_ data: Span<UInt8>) -> ComponentFinding? {
    var end = data.count
    while end > 0, data[end - 1] == UInt8(ascii: "=") { end -= 1 }
    let padding = data.count - end
    if padding > 2 || (padding > 0 && data.count % 3 != 0) {
      return ComponentFinding(.padding, end, padding)
    }
    for index in 0..<end where !ByteSet.set64.contains(data[index]) {
      return ComponentFinding(.notSet64, index, 1)
    }
    return nil
  }

  static func checkHasNonDigit(_ data: Span<UInt8>) -> ComponentFinding? {
    for index in data.indices where !Byte.isDigit(data[index]) { return nil }
    return ComponentFinding(.needsNonDigit, 0, data.count)
  }

  /// Every percent sign begins an escape of two hexadecimal digits.
  static func checkPercentEscapes(_ data: Span<UInt8>) -> ComponentFinding? {
    var index = 0
    while index < data.count {
      guard data[index] == UInt8(ascii: "%") else {
        index += 1
        continue
      }
      guard index + 2 < data.count, hexValue(data[index + 1]) != nil,
        hexValue(data[index + 2]) != nil
      else { return ComponentFinding(.percentEscape, index, min(3, data.count - index)) }
      index += 3
    }
    return nil
  }

  /// The value of a hexadecimal digit, in either case.
  static func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  static func checkHyphens(_ data: Span<UInt8>) -> ComponentFinding? {
    for index in data.indices where data[index] != UInt8(ascii: "-") {
      return ComponentFinding(.hyphens, 0, data.count)
    }
    return nil
  }

  static func checkImporterIndex(_ data: Span<UInt8>) -> ComponentFinding? {
    guard data.count == 1 else { return ComponentFinding(.code(.importerLength), 0, data.count) }
    return ByteSet.importers.contains(data[0]) ? nil : ComponentFinding(.code(.importerIndex), 0, 1)
  }

  static let sexes = ByteSet("0129")
  static let windings = ByteSet("019")
  static let yesOrNo = ByteSet("01")

  /// Exactly one byte, and one of those.
  static func checkOne(
    of choices: ByteSet, _ data: Span<UInt8>, else fault: ComponentFault
  ) -> ComponentFinding? {
    guard data.count == 1, choices.contains(data[0]) else {
      return ComponentFinding(fault, 0, data.count)
    }
    return nil
  }
}
