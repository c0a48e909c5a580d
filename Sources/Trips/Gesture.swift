public import Flows

/// One thing a person does to a handheld without looking up in between.
public enum Gesture: Hashable, Sendable {
  /// Codes are scanned, so fast that they lie waiting behind each other.
  case scan([String])
  /// A key is pressed.
  case key(Key)
  /// A text is typed, and Enter is pressed.
  case type(String)
}
