import Warehouse

extension Books {
  /// The trouble of pieces that are not where a change takes them from.
  func missing(_ quantity: Int, _ key: StockKey) -> StoreTrouble {
    StoreTrouble(.invariant, "\(quantity) pieces of \(key.sku) are not in \(key.holder).")
  }

  /// The trouble of a movement that moves nothing, or nowhere.
  func senseless(_ movement: Movement) -> StoreTrouble {
    StoreTrouble(
      .invariant,
      "\(movement.quantity) pieces of \(movement.from.sku) cannot go from"
        + " \(movement.from.holder) to \(movement.to).")
  }

  /// The trouble of a figure that would fall below zero.
  func negative(_ what: String, _ key: StockKey) -> StoreTrouble {
    StoreTrouble(
      .invariant, "The \(what) pieces of \(key.sku) in \(key.holder) would be fewer than none.")
  }
}
