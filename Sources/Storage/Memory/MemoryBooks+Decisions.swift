import Warehouse

extension MemoryBooks {
  func shortLines() throws -> [PickLine] {
    pickLineTable.sorted.filter { line in
      guard line.state == .short, let state = orders[line.order]?.state else { return false }
      return state == .planned || state == .picking || state == .picked
    }
  }
}
