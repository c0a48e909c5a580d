public import Warehouse

/// One sentence a person can see, in every language the glass speaks.
///
/// It stands at the point of use, so a missing language does not compile. Texts hold no
/// ambiguous-width characters: ASCII and fullwidth CJK only.
public struct Text: Hashable, Codable, Sendable {
  /// The sentence in simplified Chinese.
  public var zh: String
  /// The sentence in English.
  public var en: String

  /// Makes a sentence from both its wordings.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// Makes a text that reads the same in every language: a code, a number.
  public init(_ same: some StringProtocol) {
    self.init(zh: String(same), en: String(same))
  }

  /// Makes a text from a name given in both languages.
  public init(_ name: Name) {
    self.init(zh: name.zh, en: name.en)
  }

  /// The wording in one language.
  public subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
