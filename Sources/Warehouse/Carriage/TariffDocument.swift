/// A site's tariffs and its rules about who carries what; `Carriers` reads it from JSON.
public struct TariffDocument: Hashable, Codable, Sendable {
  /// Terms by carrier.
  public var carriers: [CarrierTerms]
  /// The site's rules.
  public var rules: [ChoiceRule]

  /// Makes a document.
  public init(carriers: [CarrierTerms], rules: [ChoiceRule] = []) {
    self.carriers = carriers
    self.rules = rules
  }
}
