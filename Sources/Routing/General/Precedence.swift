/// One stop has to be visited before another.
public struct Precedence: Hashable, Sendable {
  /// The id of the stop that comes first.
  public let first: String
  /// The id of the stop that comes later, not necessarily next.
  public let later: String

  /// A rule; the request that takes it up checks it.
  public init(_ first: String, before later: String) {
    self.first = first
    self.later = later
  }
}
