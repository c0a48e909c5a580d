extension Span<UInt8> {
  /// The digits from `start` on as a number; nil if there are none, others, or more than 18.
  func number(from start: Int = 0) -> Int? {
    guard start < count, count - start <= 18 else { return nil }
    var value = 0
    for index in start..<count {
      guard Byte.isDigit(self[index]) else { return nil }
      value = value * 10 + Int(self[index] - 0x30)
    }
    return value
  }
}
