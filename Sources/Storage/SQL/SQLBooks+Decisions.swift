import Warehouse

extension SQLBooks {
  func shortLines() throws -> [PickLine] { try transaction.records(.shortLines, []) }
}
