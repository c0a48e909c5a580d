import Warehouse

extension SQLBooks {
  func labelledOrders() throws -> [Code<Wave>: Int] {
    var counts: [Code<Wave>: Int] = [:]
    for var row in try transaction.rows(.labelledOrders, []) {
      counts[try row.code()] = try row.int()
    }
    return counts
  }

  func notices(to badge: Code<Operator>) throws -> [Notice] {
    try transaction.records(.notices, [.code(badge)])
  }

  func lastNotice() throws -> Int { try transaction.figure(.lastNotice, []) }

  func commands(after number: Int, span: Int) throws -> [JournalEntry] {
    try transaction.rows(.commandEntries, [.int(number), .int(number + span)]).map { row in
      var row = row
      return try JournalEntry(&row)
    }
  }
}
