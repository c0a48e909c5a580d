import Warehouse

extension SQLBooks {
  func move(_ movement: Movement, _ stamp: Stamp) throws {
    let (from, to) = (movement.from, movement.from.moved(to: movement.to))
    guard movement.quantity > 0, from.holder != to.holder else { throw senseless(movement) }
    var since = stamp.at
    if from.holder != .outside {
      let taken: Stock? = try transaction.record(
        .takeStock, [.int(movement.quantity)] + from.values)
      guard let taken else { throw missing(movement.quantity, from) }
      since = taken.since
      try dropIfNothing(taken)
    }
    if to.holder != .outside {
      try transaction.execute(
        .putStock, to.values + [.int(movement.quantity), .time(since)])
    }
    let stamped: [Value] = [.int(stamp.entry), .int(stamp.part), .time(stamp.at)]
    try transaction.execute(
      .move,
      stamped + from.values + [
        .text(to.holder.kind), .text(to.holder.code), .int(movement.quantity),
      ])
  }

  func adjust(_ statement: Statement, _ key: StockKey, _ amount: Int) throws {
    let adjusted: Stock? = try transaction.record(statement, [.int(amount)] + key.values)
    guard let adjusted else { throw missing(amount, key) }
    guard adjusted.allocated >= 0 else { throw negative("promised", key) }
    guard adjusted.frozen >= 0 else { throw negative("frozen", key) }
    try dropIfNothing(adjusted)
  }

  /// A record that says nothing any more goes.
  private func dropIfNothing(_ stock: Stock) throws {
    guard stock.quantity == 0, stock.allocated == 0, stock.frozen == 0 else { return }
    try transaction.execute(.dropStock, stock.key.values)
  }
}
