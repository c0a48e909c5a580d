/// An application identifier and its value.
public struct GS1Element: Hashable, Codable, Sendable {
  /// Two to four digits.
  public let ai: String
  /// The value, without separators.
  public let value: String

  /// Makes an element; nothing is checked.
  public init(ai: String, value: String) {
    self.ai = ai
    self.value = value
  }

  /// The title GS1 gave the identifier, such as `BATCH/LOT`; nil if it is in no table.
  public var title: String? {
    let table = AITable.standard
    guard let code = AICode(ai), let place = table.place(of: code) else { return nil }
    return table.titles[place]
  }
}
