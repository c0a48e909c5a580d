extension [UInt8] {
  /// Writes a number that is not negative, with zeros in front up to `width` digits.
  mutating func append(decimal value: Int, width: Int = 1) {
    var divisor = 1
    var digits = 1
    while digits < width || value / divisor >= 10 {
      divisor *= 10
      digits += 1
    }
    while divisor > 0 {
      append(UInt8(0x30 + value / divisor % 10))
      divisor /= 10
    }
  }
}
