import Warehouse

/// The line of an order, as a key.
struct LineKey: Hashable, Comparable {
  let order: Code<Order>
  let number: Int

  static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.order == rhs.order ? lhs.number < rhs.number : lhs.order < rhs.order
  }
}

/// A pick of a list, as a key.
struct PickKey: Hashable, Comparable {
  let list: Code<PickList>
  let number: Int

  static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.list == rhs.list ? lhs.number < rhs.number : lhs.list < rhs.list
  }
}

/// A stock key that sorts as the engines sort it: byte by byte, no expiry before any.
struct SortedKey: Hashable, Comparable {
  let key: StockKey

  static func < (lhs: Self, rhs: Self) -> Bool {
    let pairs = [
      (lhs.key.holder.kind, rhs.key.holder.kind), (lhs.key.holder.code, rhs.key.holder.code),
      (lhs.key.sku.rawValue, rhs.key.sku.rawValue), (lhs.key.lot, rhs.key.lot),
    ]
    for (one, other) in pairs where one != other {
      return one.utf8.lexicographicallyPrecedes(other.utf8)
    }
    return (lhs.key.expiry?.number ?? 0) < (rhs.key.expiry?.number ?? 0)
  }
}

/// A movement with its place in the journal.
struct BookedMovement {
  let stamp: Stamp
  let movement: Movement
}

/// A record with the line of the journal that wrote it last.
struct Journalled<Record> {
  var record: Record
  var entry: Int
}
