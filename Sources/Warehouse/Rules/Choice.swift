/// Chooses which pieces to promise: first expired first out, pick faces before reserve bins among
/// equal dates, then first in first out, then by bin code.
///
/// - Parameters:
///   - quantity: base units wanted.
///   - stock: what there is of the product; taken pieces are what its records still have free.
///   - today: goods that expire today or earlier are never promised.
/// - Returns: stock keys with base units from 1 up; together less than `quantity` when there is
///   not enough. O(n log n) in the number of stock records.
public func choose(
  _ quantity: Int, from stock: [BinStock], today: Day
) -> [(key: StockKey, quantity: Int)] {
  let usable = stock.filter { entry in
    entry.bin.kind != .staging && entry.stock.available > 0
      && (entry.stock.key.expiry.map { $0 > today } ?? true)
  }
  var left = quantity
  var chosen: [(key: StockKey, quantity: Int)] = []
  for entry in usable.sorted(by: goesBefore) where left > 0 {
    let take = min(left, entry.stock.available)
    chosen.append((entry.stock.key, take))
    left -= take
  }
  return chosen
}

extension BinStock {
  /// Whether free pieces of this record may be promised instead of others: they expire on the same
  /// day, came no later by the day, and nobody is sent to a reserve bin instead of a pick face.
  ///
  /// What `choose` prefers is kept but for the order of bins; that one is the walk's to decide.
  public func canReplace(_ promised: BinStock, utcOffset: Int) -> Bool {
    stock.key != promised.stock.key && stock.key.sku == promised.stock.key.sku
      && stock.key.expiry == promised.stock.key.expiry
      && stock.since.day(utcOffset: utcOffset) <= promised.stock.since.day(utcOffset: utcOffset)
      && (bin.kind == .pickFace || bin.kind == promised.bin.kind)
  }
}

private func goesBefore(_ one: BinStock, _ other: BinStock) -> Bool {
  let never = 99_991_231
  let expiries = (one.stock.key.expiry?.number ?? never, other.stock.key.expiry?.number ?? never)
  if expiries.0 != expiries.1 { return expiries.0 < expiries.1 }
  if one.bin.kind != other.bin.kind { return one.bin.kind == .pickFace }
  if one.stock.since != other.stock.since { return one.stock.since < other.stock.since }
  if one.bin.code != other.bin.code { return one.bin.code < other.bin.code }
  return one.stock.key.lot < other.stock.key.lot
}
