/// A line of the table of application identifiers, as it is written down in the sources.
///
/// The facts are those of the GS1 Barcode Syntax Dictionary, release 2026-01-27.
struct AIRow: Sendable {
  let codes: ClosedRange<AICode>
  let components: [AIComponent]
  let title: String
  let numbersFrom: Int?
  let use: Use
  let needs: [String]
  let excludes: String
  let key: String?

  /// How an identifier may be written and where it may stand.
  enum Use: Sendable {
    /// Predefined length, and may be an attribute in a Digital Link.
    case predefined
    /// Predefined length, never an attribute in a Digital Link.
    case predefinedOnly
    /// Ends with FNC1, and may be an attribute in a Digital Link.
    case attribute
    /// Ends with FNC1, never an attribute in a Digital Link.
    case plain
  }

  /// Writes a line: identifier or pattern, components, title; `key` holds the sequences of
  /// qualifiers of a Digital Link key, separated by `|`.
  init(
    _ pattern: String, _ components: [AIComponent], _ title: String, numbersFrom: Int? = nil,
    use: Use = .attribute, needs: String..., excludes: String = "", key: String? = nil
  ) {
    self.init(
      codes: AICode.range(pattern) ?? "00"..."00", components: components, title: title,
      numbersFrom: numbersFrom, use: use, needs: needs, excludes: excludes, key: key)
  }

  init(
    codes: ClosedRange<AICode>, components: [AIComponent], title: String, numbersFrom: Int? = nil,
    use: Use = .attribute, needs: [String] = [], excludes: String = "", key: String? = nil
  ) {
    self.codes = codes
    self.components = components
    self.title = title
    self.numbersFrom = numbersFrom
    self.use = use
    self.needs = needs
    self.excludes = excludes
    self.key = key
  }
}
