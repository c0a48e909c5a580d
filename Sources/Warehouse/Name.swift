/// A name in the languages of the floor.
public struct Name: Hashable, Codable, Sendable {
  /// The name in Chinese.
  public var zh: String
  /// The name in English.
  public var en: String

  /// Makes a name; an empty wording takes the other one.
  public init(zh: String, en: String) {
    self.zh = zh.isEmpty ? en : zh
    self.en = en.isEmpty ? zh : en
  }
}
