/// A stretch of a cross-aisle, between two aisles, with a rule of its own.
public struct CrossAisleSegment: Hashable, Codable, Sendable {
  /// What the stretch forbids.
  public enum Rule: String, Hashable, Codable, CaseIterable, Sendable {
    /// Nobody walks here.
    case closed
    /// Walking towards larger x only.
    case right
    /// Walking towards smaller x only.
    case left
  }

  /// Index of the cross-aisle.
  public let crossAisle: Int
  /// Index of the aisle at which the stretch begins.
  public let from: Int
  /// Index of the aisle at which it ends, larger than `from`.
  public let to: Int
  /// What it forbids.
  public let rule: Rule

  /// A stretch; the layout that takes it up checks it.
  public init(crossAisle: Int, from: Int, to: Int, rule: Rule) {
    self.crossAisle = crossAisle
    self.from = from
    self.to = to
    self.rule = rule
  }
}
