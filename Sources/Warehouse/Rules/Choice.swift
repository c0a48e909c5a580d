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

private func goesBefore(_ one: BinStock, _ other: BinStock) -> Bool {
  let never = 99_991_231
  let expiries = (one.stock.key.expiry?.number ?? never, other.stock.key.expiry?.number ?? never)
  if expiries.0 != expiries.1 { return expiries.0 < expiries.1 }
  if one.bin.kind != other.bin.kind { return one.bin.kind == .pickFace }
  if one.stock.since != other.stock.since { return one.stock.since < other.stock.since }
  if one.bin.code != other.bin.code { return one.bin.code < other.bin.code }
  return one.stock.key.lot < other.stock.key.lot
}
