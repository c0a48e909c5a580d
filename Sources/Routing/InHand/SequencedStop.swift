/// A stop of a walk that keeps an order.
public struct SequencedStop: Hashable, Sendable {
  /// A point of the grid.
  public let place: Place
  /// All stops of a lower rank are picked before any of a higher one.
  ///
  /// Heavy first, fragile last, zones in sequence: each is a way to number the stops.
  public let rank: Int
  /// Stops with the same number are picked one directly after another; nil: no such rule.
  public let product: Int?

  /// A stop; the request that takes it up checks it.
  public init(_ place: Place, rank: Int = 0, product: Int? = nil) {
    self.place = place
    self.rank = rank
    self.product = product
  }
}
