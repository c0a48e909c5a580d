/// Some pieces of one article in one bin.
public struct StockEntry: Hashable, Sendable {
  /// Index of the article among the request's demands.
  public let article: Int
  /// Where the bin is: a point of the grid.
  public let place: Place
  /// The pieces that may be taken.
  public let quantity: Int
  /// The group (lot, best-before date) the pieces belong to, for the article's rule.
  public let group: Int
  /// The walk, in millimeters, one would accept to avoid taking from this bin.
  ///
  /// Counted once however many pieces are taken: 0 for a pick face, more for a reserve bin.
  public let penalty: Int

  /// An entry; the request that takes it up checks it.
  public init(article: Int, place: Place, quantity: Int, group: Int = 0, penalty: Int = 0) {
    self.article = article
    self.place = place
    self.quantity = quantity
    self.group = group
    self.penalty = penalty
  }
}
