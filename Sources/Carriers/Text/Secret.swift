/// A text that never gets into a log, a journal or onto a screen by itself.
public struct Secret: Hashable, Sendable {
  private let text: String

  /// Makes a secret.
  public init(_ text: String) {
    self.text = text
  }

  /// The text, for the one place that needs it.
  public func reveal() -> String { text }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { text.isEmpty }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Stars.
  public var description: String { "****" }
  /// Stars.
  public var debugDescription: String { "****" }
  /// Nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
