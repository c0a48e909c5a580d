/// What became of a trip.
public struct TripResult: Hashable, Sendable {
  /// The trip's file as it is named.
  public var trip: String
  /// Gestures made before it ended.
  public var gestures: Int
  /// How often a handheld was killed and came back at the exact step.
  public var kills: Int
  /// What went otherwise than the trip says; nil when it passed.
  public var failure: TripFailure?

  /// Whether everything was as the trip says.
  public var passed: Bool { failure == nil }

  /// Makes a result.
  public init(trip: String, gestures: Int = 0, kills: Int = 0, failure: TripFailure? = nil) {
    self.trip = trip
    self.gestures = gestures
    self.kills = kills
    self.failure = failure
  }
}
