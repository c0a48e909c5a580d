/// Which tones a person wants to hear, so that good and bad differ without looking.
public enum Tones: String, Hashable, Codable, Sendable, CaseIterable {
  /// A refusal rings three times; what worked is silent.
  case bad
  /// What worked rings once, a refusal three times.
  case both
  /// A refusal flashes the screen and nothing rings.
  case flashing
  /// What worked rings once; a refusal rings three times and flashes.
  case all
  /// Nothing is heard.
  case none

  /// Whether what worked rings.
  public var ringsForGood: Bool { self == .both || self == .all }
  /// Whether a refusal rings.
  public var ringsForBad: Bool { self == .bad || self == .both || self == .all }
  /// Whether a refusal flashes.
  public var flashes: Bool { self == .flashing || self == .all }
  /// The next one in turn.
  public var next: Tones {
    let all = Self.allCases
    return all.firstIndex(of: self).map { all[($0 + 1) % all.count] } ?? .bad
  }
}
