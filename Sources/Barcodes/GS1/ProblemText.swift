/// A sentence for people in both languages.
public struct ProblemText: Hashable, Sendable {
  /// Chinese.
  public let zh: String
  /// English.
  public let en: String

  /// Makes the pair.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }
}
