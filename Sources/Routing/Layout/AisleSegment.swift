/// A stretch of an aisle with a rule of its own.
public struct AisleSegment: Hashable, Codable, Sendable {
  /// What the stretch forbids.
  public enum Rule: String, Hashable, Codable, CaseIterable, Sendable {
    /// Nobody walks here.
    case closed
    /// Walking towards larger y only.
    case up
    /// Walking towards smaller y only.
    case down
    /// Nobody turns round here: who enters at one end leaves at the other.
    case noTurn
  }

  /// Index of the aisle.
  public let aisle: Int
  /// The y at which the stretch begins, in millimeters.
  public let from: Int
  /// The y at which it ends, in millimeters, larger than `from`.
  public let to: Int
  /// What it forbids.
  public let rule: Rule

  /// A stretch; the layout that takes it up checks it.
  public init(aisle: Int, from: Int, to: Int, rule: Rule) {
    self.aisle = aisle
    self.from = from
    self.to = to
    self.rule = rule
  }
}
