/// Pieces that were not where they should have been, and the bins that hold the same article.
public struct MissingArticle: Hashable, Sendable {
  /// A bin with some pieces of the article.
  public struct Bin: Hashable, Sendable {
    /// A point of the grid.
    public let place: Place
    /// The pieces that may be taken.
    public let quantity: Int

    /// A bin; the request that takes it up checks it.
    public init(_ place: Place, quantity: Int) {
      self.place = place
      self.quantity = quantity
    }
  }

  /// The pieces still wanted, 1 or more.
  public let quantity: Int
  /// The rank of the line they belong to.
  public let rank: Int
  /// Where else the article lies.
  public let bins: [Bin]

  /// A missing article; the request that takes it up checks it.
  public init(quantity: Int, rank: Int = 0, bins: [Bin]) {
    self.quantity = quantity
    self.rank = rank
    self.bins = bins
  }
}
