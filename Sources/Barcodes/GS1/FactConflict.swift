/// Two scans that say different things of what should be one thing.
public struct FactConflict: Error, Hashable, Sendable {
  /// The identifier that has two values.
  public let ai: String
  /// The value known before.
  public let known: String
  /// The value of the later scan.
  public let found: String

  /// The title of the identifier, such as `BATCH/LOT`.
  public var title: String? {
    GS1Element(ai: ai, value: found).title
  }
}
