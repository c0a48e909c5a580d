/// What a screen asks of the person.
public enum Prompt: Hashable, Codable, Sendable {
  /// Scan something, or type its code and press Enter.
  case scan(Text)
  /// Scan something, or type a quantity; `proposed` stands there until a digit replaces it.
  case quantity(Text, proposed: Int)
  /// Type some text and press Enter.
  case text(Text)
  /// Type a secret; it is never shown, saved or journalled.
  case secret(Text)
  /// Choose by digit, or with the arrows and Enter; pages when there are many.
  case choose(Text, [Choice])
  /// Press Enter to do what is said, Esc to leave it.
  case confirm(Text)
  /// Read, then press Enter.
  case read(Text)
  /// Nothing can be done now; something is on its way.
  case wait(Text)

  /// The words of the prompt.
  public var label: Text {
    switch self {
    case .scan(let text), .quantity(let text, _), .text(let text), .secret(let text),
      .choose(let text, _), .confirm(let text), .read(let text), .wait(let text):
      text
    }
  }
}

/// One of the things that can be chosen.
public struct Choice: Hashable, Codable, Sendable {
  /// What the flow is told when it is chosen.
  public var id: String
  /// The words shown.
  public var label: Text
  /// A count or state at the right.
  public var trailing: Text?

  /// Makes a choice.
  public init(_ id: String, _ label: Text, trailing: Text? = nil) {
    self.id = id
    self.label = label
    self.trailing = trailing
  }
}
