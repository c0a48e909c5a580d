/// What a site asks of its people beyond the work itself.
public struct HouseRules: Hashable, Codable, Sendable {
  /// Whether a picker says of a bin that should be empty now that it is.
  public var zeroCheck: Bool
  /// Minutes without a key or a scan after which a handheld locks; nil is never.
  public var idleLock: Int?
  /// Wrong PINs after which a badge is locked; nil is 5.
  public var pinAttempts: Int?
  /// Minutes a badge stays locked; nil is 5.
  public var pinPause: Int?

  /// Makes rules; without arguments nothing more is asked.
  public init(
    zeroCheck: Bool = false, idleLock: Int? = nil, pinAttempts: Int? = nil, pinPause: Int? = nil
  ) {
    self.idleLock = idleLock
    self.pinAttempts = pinAttempts
    self.pinPause = pinPause
    self.zeroCheck = zeroCheck
  }
}
