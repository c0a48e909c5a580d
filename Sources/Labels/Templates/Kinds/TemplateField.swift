/// A field a kind of label knows.
public struct TemplateField: Sendable, Equatable {
  /// The name, such as `receiver.name`.
  public var name: String
  /// What it holds, in a few words.
  public var summary: String
  /// Whether there is no label without it.
  public var isRequired: Bool
  /// What it tells about a person; nil: nothing.
  public var privacy: Privacy?
  /// The fields of its rows when it is a list; nil: it is text.
  public var rows: [TemplateField]?

  /// Creates a field that holds text, or rows when their fields are given.
  public init(
    _ name: String, _ summary: String, isRequired: Bool = false, privacy: Privacy? = nil,
    rows: [TemplateField]? = nil
  ) {
    self.name = name
    self.summary = summary
    self.isRequired = isRequired
    self.privacy = privacy
    self.rows = rows
  }
}

extension TemplateField: Encodable {
  private enum CodingKeys: String, CodingKey {
    case name, summary, required, privacy, rows
  }

  /// Writes name, summary, required and, where they apply, privacy and rows.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(name, forKey: .name)
    try container.encode(summary, forKey: .summary)
    try container.encode(isRequired, forKey: .required)
    try container.encodeIfPresent(privacy, forKey: .privacy)
    try container.encodeIfPresent(rows, forKey: .rows)
  }
}
