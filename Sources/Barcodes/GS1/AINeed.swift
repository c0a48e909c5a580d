/// Identifiers of which at least one group must be in the data too.
struct AINeed: Sendable {
  /// The groups; every pattern of one of them has to be met.
  let groups: [[ClosedRange<AICode>]]
  /// The groups as written in the table, such as `01+21 02`.
  let text: String

  /// Reads groups separated by spaces, their members joined by `+`.
  init(_ text: String) {
    self.text = text
    groups = text.split(separator: " ").map { group in
      group.split(separator: "+").compactMap { AICode.range($0) }
    }
  }
}
