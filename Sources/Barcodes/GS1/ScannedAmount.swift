/// A price or an amount (AI 390n to 393n).
public struct ScannedAmount: Hashable, Sendable {
  /// The identifier with its decimals, such as `3922`.
  public var ai: String { code.description }
  let code: AICode
  /// How much.
  public let value: ScannedDecimal
  /// The currency by its ISO 4217 number; nil for the local one.
  public let currency: String?

  /// The amount of an identifier 390n to 393n; nil if the value is no such.
  init?(_ code: AICode, _ value: Span<UInt8>) {
    guard code.digits == 4, (3_900..<3_940).contains(code.value) else { return nil }
    let skipped = code.value / 10 % 2 == 1 ? 3 : 0
    guard let digits = value.number(from: skipped) else { return nil }
    self.code = code
    self.value = ScannedDecimal(digits: digits, decimals: code.value % 10)
    currency =
      skipped == 0
      ? nil : String(decoding: [value[0], value[1], value[2]], as: UTF8.self)
  }

  /// Whether it is the price of an item, not an amount to be paid.
  var isPrice: Bool { code.value >= 3_920 }
}
