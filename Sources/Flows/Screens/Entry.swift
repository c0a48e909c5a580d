/// What a person has typed or pointed at since the prompt was shown, and not yet sent.
public struct Entry: Hashable, Codable, Sendable {
  /// The characters typed into the prompt.
  public var typed: String
  /// The choice pointed at, from 0, where the prompt is a choice.
  public var selected: Int
  /// How often the page of the live keys was turned; nil is never.
  public var keyPage: Int?

  /// Makes an entry; a new prompt starts with an empty one.
  public init(typed: String = "", selected: Int = 0) {
    self.typed = typed
    self.selected = selected
  }
}
