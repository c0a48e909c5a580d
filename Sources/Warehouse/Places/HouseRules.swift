/// What a site asks of its people beyond the work itself.
public struct HouseRules: Hashable, Codable, Sendable {
  /// Whether a picker says of a bin that should be empty now that it is.
  public var zeroCheck: Bool

  /// Makes rules; without arguments nothing more is asked.
  public init(zeroCheck: Bool = false) {
    self.zeroCheck = zeroCheck
  }
}
