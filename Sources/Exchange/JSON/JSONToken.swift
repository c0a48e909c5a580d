/// One token of JSON and where it begins.
struct JSONToken {
  /// What it is.
  enum Kind: Hashable {
    case beginObject
    case endObject
    case beginArray
    case endArray
    case colon
    case comma
    case text(String)
    case number(String)
    case bool(Bool)
    case null
    case end
  }

  let kind: Kind
  let place: Place
  /// What is wrong with it though the text around it can still be read.
  var flaw: Expectation?

  /// How it is shown in a problem.
  var shown: String? {
    switch kind {
    case .beginObject: "{"
    case .endObject: "}"
    case .beginArray: "["
    case .endArray: "]"
    case .colon: ":"
    case .comma: ","
    case .text(let text), .number(let text): text
    case .bool(let bool): bool ? "true" : "false"
    case .null: "null"
    case .end: nil
    }
  }
}

/// Why reading of JSON stopped where it did.
enum JSONFailure: Error {
  /// The text is no JSON from here on.
  case syntax(Place, found: String?, Expectation)
  /// The file cannot be read.
  case trouble(ExchangeError)
}
