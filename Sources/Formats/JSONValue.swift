/// A value of a JSON document (RFC 8259).
indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// What it is, for a person.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number: "a number"
    case .string(let text): text.count <= 20 ? "\"\(text)\"" : "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
