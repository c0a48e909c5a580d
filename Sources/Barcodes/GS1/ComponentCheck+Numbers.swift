extension ComponentCheck {
  /// Ten digits up to a limit, in ten-millionths of a degree from the south pole or the meridian.
  static func checkAngle(
    _ data: Span<UInt8>, limit: Int, length: ComponentFault, range: ComponentFault
  ) -> ComponentFinding? {
    guard data.count == 10 else { return ComponentFinding(length, 0, data.count) }
    if let finding = checkDigits(data) { return finding }
    var value = 0
    for index in data.indices { value = value * 10 + Int(data[index] - 0x30) }
    return value <= limit ? nil : ComponentFinding(range, 0, 10)
  }

  static func checkNonzero(_ data: Span<UInt8>) -> ComponentFinding? {
    if let finding = checkDigits(data) { return finding }
    for index in data.indices where data[index] != 0x30 { return nil }
    return ComponentFinding(.nonzero, 0, data.count)
  }

  static func checkZero(_ data: Span<UInt8>) -> ComponentFinding? {
    for index in data.indices where data[index] != 0x30 {
      return ComponentFinding(.zero, 0, data.count)
    }
    return nil
  }

  static func checkNoLeadingZero(_ data: Span<UInt8>) -> ComponentFinding? {
    if let finding = checkDigits(data) { return finding }
    return !data.isEmpty && data[0] == 0x30 ? ComponentFinding(.leadingZero, 0, 1) : nil
  }

  /// The piece and the total in halves of equal length, neither zero, the piece within the total.
  static func checkPieceOfTotal(_ data: Span<UInt8>) -> ComponentFinding? {
    guard !data.isEmpty, data.count % 2 == 0 else {
      return ComponentFinding(.pieceLength, 0, data.count)
    }
    if let finding = checkDigits(data) { return finding }
    let half = data.count / 2
    if isZero(data, 0..<half) { return ComponentFinding(.pieceZero, 0, half) }
    if isZero(data, half..<data.count) { return ComponentFinding(.totalZero, half, half) }
    for index in 0..<half where data[index] != data[half + index] {
      return data[index] < data[half + index]
        ? nil : ComponentFinding(.pieceExceedsTotal, 0, data.count)
    }
    return nil
  }

  /// `3/12`: a position and the end of a sequence, without leading zeros.
  static func checkPositionInSequence(_ data: Span<UInt8>) -> ComponentFinding? {
    var slash = 0
    while slash < data.count, Byte.isDigit(data[slash]) { slash += 1 }
    var end = slash + 1
    while end < data.count, Byte.isDigit(data[end]) { end += 1 }
    guard slash > 0, slash + 1 < data.count, data[slash] == UInt8(ascii: "/"), end == data.count
    else { return ComponentFinding(.sequenceForm, 0, data.count) }
    if data[0] == 0x30 { return ComponentFinding(.leadingZero, 0, slash) }
    let length = data.count - slash - 1
    if data[slash + 1] == 0x30 { return ComponentFinding(.leadingZero, slash + 1, length) }
    let excess = ComponentFinding(.positionExceedsEnd, 0, data.count)
    guard slash == length else { return slash < length ? nil : excess }
    for index in 0..<slash where data[index] != data[slash + 1 + index] {
      return data[index] < data[slash + 1 + index] ? nil : excess
    }
    return nil
  }

  private static func isZero(_ data: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for index in range where data[index] != 0x30 { return false }
    return true
  }
}
