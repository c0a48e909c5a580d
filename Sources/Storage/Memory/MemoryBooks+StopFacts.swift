import Warehouse

/// A serial number of a product, as a key.
struct SerialKey: Hashable, Comparable {
  let sku: Code<Product>
  let number: String

  static func < (lhs: Self, rhs: Self) -> Bool {
    if lhs.sku != rhs.sku { return lhs.sku < rhs.sku }
    return lhs.number.utf8.lexicographicallyPrecedes(rhs.number.utf8)
  }
}

extension MemoryBooks {
  func serial(_ number: String, of sku: Code<Product>) throws -> SerialNumber? {
    serialTable[SerialKey(sku: sku, number: number)]
  }

  func serials(_ number: String) throws -> [SerialNumber] { serialTable.rows("number", number) }
  func serials(in holder: Holder) throws -> [SerialNumber] { serialTable.rows("holder", holder) }
  func unit(_ code: Code<HandlingUnit>) throws -> HandlingUnit? { unitTable[code] }
  func units(in bin: Code<Bin>) throws -> [HandlingUnit] { unitTable.rows("bin", Holder.bin(bin)) }
  func units(of list: Code<PickList>) throws -> [HandlingUnit] { unitTable.rows("list", list) }

  func stopViolations() -> [Violation] {
    var found: [Violation] = []
    var numbers: [String: Int] = [:]
    var pieces: [String: Int] = [:]
    for serial in serialTable.rows.values {
      numbers["\(serial.holder) \(serial.sku)", default: 0] += 1
    }
    for record in stock.rows.values {
      pieces["\(record.key.holder) \(record.key.sku)", default: 0] += record.quantity
    }
    for (subject, count) in numbers.sorted(by: { $0.key < $1.key }) {
      let lie = pieces[subject, default: 0]
      guard count > lie else { continue }
      found.append(Violation(.serials, subject, expected: lie, found: count))
    }
    let captured = Dictionary(
      grouping: serialTable.rows.values,
      by: { "\($0.list?.rawValue ?? "") \($0.pick) \($0.sku)" })
    for pick in pickTable.sorted where !(lists[pick.list]?.way.gathers ?? true) {
      guard let line = pickLineTable[pick.line], orders[line.order]?.state != .cancelled,
        let count = captured["\(pick.list) \(pick.number) \(pick.from.sku)"]?.count,
        count != pick.quantity
      else { continue }
      found.append(
        Violation(
          .serials, "\(pick.list) \(pick.number) \(pick.from.sku)", expected: pick.quantity,
          found: count))
    }
    var held: [SortedKey: Int] = [:]
    for unit in unitTable.rows.values where unit.state == .whole {
      held[SortedKey(key: unit.goods), default: 0] += unit.quantity
    }
    for (key, quantity) in held.sorted(by: { $0.key < $1.key }) {
      let lie = stock[key]?.quantity ?? 0
      guard quantity > lie else { continue }
      found.append(Violation(.units, key.key.checked, expected: lie, found: quantity))
    }
    var missing: Set<String> = []
    for serial in serialTable.rows.values {
      if products[serial.sku] == nil {
        missing.insert("serial_number refers to product \(serial.sku)")
      }
      if let list = serial.list, lists[list] == nil {
        missing.insert("serial_number refers to pick_list \(list)")
      }
    }
    for unit in unitTable.rows.values where products[unit.goods.sku] == nil {
      missing.insert("handling_unit refers to product \(unit.goods.sku)")
    }
    return found + missing.sorted().map { Violation(.reference, $0, expected: 1, found: 0) }
  }
}
