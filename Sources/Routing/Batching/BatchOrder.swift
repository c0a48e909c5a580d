/// An order to be put onto a cart: how much room it takes, where its goods lie, how urgent it is.
public struct BatchOrder: Hashable, Sendable {
  /// The room it takes: slots, totes, pieces or volume, in the unit of the cart's capacity; 1 or
  /// more.
  public let size: Int
  /// Where its goods lie: points of the grid, several may be the same, none is fine.
  public let stops: [Place]
  /// The length walked since the first batch began, in millimeters, by which the order's batch
  /// must be finished; nil where there is no cut-off.
  public let due: Int?
  /// How much a millimeter of lateness of this order counts, 1 or more; of batches that may as well
  /// be walked in any order those with the highest priority come first.
  public let priority: Int

  /// An order; the request that takes it up checks it.
  public init(size: Int, stops: [Place], due: Int? = nil, priority: Int = 1) {
    self.size = size
    self.stops = stops
    self.due = due
    self.priority = priority
  }
}
