/// What a short pick left behind, kept so that it can be taken back.
public struct ShortTrail: Hashable, Codable, Sendable {
  /// Why pieces were missing.
  public var reason: ShortReason
  /// Base units that were missing.
  public var pieces: Int
  /// The pick lines it changed, as they were before: its own, and promises that moved on.
  public var before: [PickLine]
  /// These lines as it left them, and those it added.
  public var after: [PickLine]
  /// Base units of the bin that it froze.
  public var froze: Int
  /// Base units of the bin that were frozen after it.
  public var frozen: Int
  /// The chores it made.
  public var chores: [Int]

  /// Makes a trail.
  public init(
    reason: ShortReason, pieces: Int, before: [PickLine] = [], after: [PickLine] = [],
    froze: Int = 0, frozen: Int = 0, chores: [Int] = []
  ) {
    self.reason = reason
    self.pieces = pieces
    self.before = before
    self.after = after
    self.froze = froze
    self.frozen = frozen
    self.chores = chores
  }
}
