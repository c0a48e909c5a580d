/// A place that has to be visited.
public struct WalkStop: Hashable, Sendable {
  /// What it is called; unique among the stops of a request.
  public let id: String
  /// Where it is.
  public let place: WalkPlace
  /// The length, in millimeters, after which it must have been reached; nil: whenever.
  public let due: Int?

  /// A stop; the request that takes it up checks it.
  public init(id: String, place: WalkPlace, due: Int? = nil) {
    self.id = id
    self.place = place
    self.due = due
  }
}
