import Warehouse

extension MemoryBooks {
  func chore(_ number: Int) throws -> Chore? { choreTable[number] }
  func openChores(_ kind: Chore.Kind) throws -> [Chore] { choreTable.rows("kind", kind) }
  func chores(at holder: Holder) throws -> [Chore] { choreTable.rows("holder", holder) }
  func lastChore() throws -> Int { choreTable.rows.keys.max() ?? 0 }
  func picks(of list: Code<PickList>) throws -> [Pick] { pickTable.rows("list", list) }
  func openLines(from key: StockKey) throws -> [PickLine] { pickLineTable.rows("from", key) }

  func teach(_ barcode: String, _ sku: Code<Product>, _ rung: Int) {
    guard var product = products[sku], product.packagings.indices.contains(rung) else { return }
    product.packagings[rung].barcodes.append(barcode)
    products[sku] = product
    barcodes[barcode] = sku
  }

  func exceptionViolations() -> [Violation] {
    var found: [Violation] = []
    let open = choreTable.rows.values.filter { $0.state != .done }
    let counted = Set(open.filter { $0.kind == .count }.map(\.goods))
    for record in stock.sorted where record.frozen > 0 && !counted.contains(record.key) {
      found.append(Violation(.frozen, record.key.checked, expected: 0, found: record.frozen))
    }
    var wanted: [StockKey: Int] = [:]
    for chore in open where chore.kind == .putBack {
      wanted[chore.goods, default: 0] += chore.quantity
    }
    for (key, quantity) in wanted {
      let held = stock[SortedKey(key: key)]?.quantity ?? 0
      guard held != quantity else { continue }
      found.append(Violation(.putBack, key.checked, expected: quantity, found: held))
    }
    var kept: [Code<PickLine>: Int] = [:]
    for pick in pickTable.rows.values { kept[pick.line, default: 0] += pick.quantity }
    for (line, quantity) in kept {
      let picked = pickLineTable[line]?.picked ?? 0
      guard quantity > picked else { continue }
      found.append(Violation(.undo, line.rawValue, expected: picked, found: quantity))
    }
    return found + missingOfChores()
  }

  private func missingOfChores() -> [Violation] {
    var missing: Set<String> = []
    for chore in choreTable.rows.values {
      if products[chore.goods.sku] == nil {
        missing.insert("chore refers to product \(chore.goods.sku)")
      }
      if let bin = chore.to, bins[bin] == nil { missing.insert("chore refers to bin \(bin)") }
      if let order = chore.order, orders[order] == nil {
        missing.insert("chore refers to orders \(order)")
      }
    }
    for pick in pickTable.rows.values where lists[pick.list] == nil {
      missing.insert("pick refers to pick_list \(pick.list)")
    }
    return missing.sorted().map { Violation(.reference, $0, expected: 1, found: 0) }
  }
}
