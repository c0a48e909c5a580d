/// What should have been there, in both languages: it completes "expected ..." and "应为...".
public struct Expectation: Hashable, Sendable {
  /// The English half, such as `a whole number of 1 or more`.
  public let en: String
  /// The Chinese half, such as `不小于 1 的整数`.
  public let zh: String

  /// Makes an expectation; neither half repeats "expected" or "应为".
  public init(en: String, zh: String) {
    self.en = en
    self.zh = zh
  }
}
