/// One line for people, in every language of the floor: ASCII and fullwidth characters only.
public struct Wording: Hashable, Codable, Sendable {
  /// The line in simplified Chinese.
  public var zh: String
  /// The line in English.
  public var en: String

  /// Makes a line from both its wordings.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }
}
