/// A language the glass speaks.
public enum Language: String, Codable, Sendable, CaseIterable, Hashable {
  /// Simplified Chinese.
  case zh
  /// English.
  case en
}
