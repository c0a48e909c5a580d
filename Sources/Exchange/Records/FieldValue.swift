/// What a field holds; CSV knows only text.
public enum FieldValue: Hashable, Sendable {
  /// A text as it stands in the file.
  case text(String)
  /// A number as it is written, such as `12.50`.
  case number(String)
  /// True or false.
  case bool(Bool)
  /// An explicit nothing.
  case null
  /// A list, such as the lines of an order.
  case list([FieldValue])
  /// An object with fields of its own.
  case record(Record)

  /// Whether there is nothing in it: null, or a text of nothing but spaces.
  var isBlank: Bool {
    switch self {
    case .null: true
    case .text(let text): text.utf8.isEmpty || Cleaned.trimmed(text).isEmpty
    case .number, .bool, .list, .record: false
    }
  }

  /// How it is shown in a problem.
  var shown: String {
    switch self {
    case .text(let text), .number(let text): text
    case .bool(let bool): bool ? "true" : "false"
    case .null: "null"
    case .list: "[...]"
    case .record: "{...}"
    }
  }
}
