import Warehouse

/// A slot of a put wall, as a key.
struct WallSlotKey: Hashable, Comparable {
  let wall: Code<PutWall>
  let number: Int

  static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.wall == rhs.wall ? lhs.number < rhs.number : lhs.wall < rhs.wall
  }
}

extension MemoryBooks {
  func listCount(in state: PickList.State) throws -> Int { lists.count("state", state) }

  func gathered(on list: Code<PickList>?) throws -> [Tote] {
    guard let list else { return toteTable.sorted.filter { $0.list != nil } }
    return toteTable.rows("list", list)
  }

  func wall(_ code: Code<PutWall>) throws -> PutWall? { wallTable[code] }
  func walls() throws -> [PutWall] { wallTable.sorted }

  func taken(of wall: Code<PutWall>) throws -> [WallSlot] {
    wallSlots.rows("wall", wall).filter { $0.order != nil }
  }

  func wallSlot(of order: Code<Order>) throws -> WallSlot? {
    wallSlots.rows("order", order).first
  }

  /// What lies in totes picked together, and what a put wall promises, where it is not so.
  func wayViolations() -> [Violation] {
    var found: [Violation] = []
    for line in pickLineTable.sorted where line.seeded < 0 || line.seeded > line.picked {
      found.append(
        Violation(.seeded, line.code.rawValue, expected: line.picked, found: line.seeded))
    }
    var waiting: [String: Int] = [:]
    var inside: [String: Int] = [:]
    for line in pickLineTable.rows.values {
      guard let list = line.list.flatMap({ lists[$0] }), list.way.gathers else { continue }
      waiting["\(list.code) \(line.from.sku)", default: 0] += line.picked - line.seeded
    }
    for record in stock.rows.values {
      guard case .tote(let code) = record.key.holder, let list = toteTable[code]?.list else {
        continue
      }
      inside["\(list) \(record.key.sku)", default: 0] += record.quantity
    }
    for subject in Set(waiting.keys).union(inside.keys).sorted() {
      let (expected, lies) = (waiting[subject, default: 0], inside[subject, default: 0])
      guard expected != lies else { continue }
      found.append(Violation(.together, subject, expected: expected, found: lies))
    }
    for slot in wallSlots.sorted {
      guard let tote = slot.tote else { continue }
      let isOrders = slot.order != nil && toteTable[tote]?.order == slot.order
      guard !isOrders else { continue }
      found.append(
        Violation(.wallSlot, "\(slot.wall) \(slot.number)", expected: 1, found: 0))
    }
    let orders = wallSlots.rows.values.compactMap(\.order?.rawValue)
    return found
      + repeated(orders).map { Violation(.wallSlot, $0, expected: 1, found: $1) }
  }
}
