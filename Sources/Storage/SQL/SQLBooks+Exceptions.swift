import Warehouse

extension SQLBooks {
  func chore(_ number: Int) throws -> Chore? {
    try transaction.record(.chore, [.int(number)])
  }

  func openChores(_ kind: Chore.Kind) throws -> [Chore] {
    try transaction.records(.openChores, [.raw(kind)])
  }

  func chores(at holder: Holder) throws -> [Chore] {
    try transaction.records(.choresAt, [.text(holder.kind), .text(holder.code)])
  }

  func lastChore() throws -> Int { try transaction.figure(.lastChore, []) }

  func picks(of list: Code<PickList>) throws -> [Pick] {
    try transaction.records(.picks, [.code(list)])
  }

  func openLines(from key: StockKey) throws -> [PickLine] {
    try transaction.records(.openLinesFrom, key.values)
  }
}
