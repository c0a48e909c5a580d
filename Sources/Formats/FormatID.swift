/// What something is called in a document: a text, or an integer, written back as it came.
///
/// Two ids are the same where their texts are: 7 and "7" are.
public struct FormatID: Hashable, Sendable {
  /// The id as text.
  public let text: String
  /// Whether it was written as a number.
  public let isNumber: Bool

  /// An id.
  public init(text: String, isNumber: Bool = false) {
    self.text = text
    self.isNumber = isNumber
  }

  /// Whether two ids name the same.
  public static func == (a: FormatID, b: FormatID) -> Bool { a.text == b.text }

  /// Hashes the text alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
