/// What one application identifier asks of its value and of its neighbors.
struct AIRule: Sendable {
  /// The identifier.
  let code: AICode
  /// Whether its length is predefined, so that no FNC1 need follow (General Specifications, 7.8.5).
  let isPredefined: Bool
  /// Whether it may stand in the query of a Digital Link.
  let attribute: AttributeUse
  /// The shortest and the longest value, in characters.
  let minimum: Int
  let maximum: Int
  /// Where its components are in `AITable.components`.
  let components: Range<Int>
  /// Where its needs are in `AITable.needs`.
  let needs: Range<Int>
  /// Where the identifiers it does not suffer are in `AITable.excluded`.
  let excluded: Range<Int>
  /// Where its qualifier sequences are in `AITable.sequences`; nil if it is no Digital Link key.
  let sequences: Range<Int>?

  /// Whether an identifier may be a data attribute of a Digital Link.
  enum AttributeUse: Sendable {
    case allowed, refused
    /// Nobody knows: it is in no table.
    case unknown
  }

  /// Whether it may stand in the query of a Digital Link.
  func isAttribute(_ permits: GS1Parser.Permissions) -> Bool {
    switch attribute {
    case .allowed: true
    case .refused: false
    case .unknown: permits.contains(.unknownAttributes)
    }
  }

  /// The rule of an identifier that is in no table, once the caller permits such.
  ///
  /// Where the first digits belong to a group of predefined length, that length holds.
  static func unknown(_ code: AICode, predefinedLength: Int?) -> AIRule {
    AIRule(
      code: code, isPredefined: predefinedLength != nil, attribute: .unknown,
      minimum: predefinedLength ?? 1, maximum: predefinedLength ?? 90, components: 0..<0,
      needs: 0..<0, excluded: 0..<0, sequences: nil)
  }
}

extension AIRule {
  /// The rule of an element; the one for the unknown if it is in no table.
  static func of(_ slot: GS1Message.Slot) -> AIRule {
    slot.place.map { AITable.standard.rules[$0] }
      ?? .unknown(slot.code, predefinedLength: AITable.predefinedLength(slot.code))
  }
}
