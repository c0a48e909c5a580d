import Warehouse

extension SQLBooks {
  func mention(_ codes: Set<String>, entry: Int) throws {
    for code in codes.sorted() {
      try transaction.execute(.mention, [.text(code), .int(entry)])
    }
  }

  func deeds(of code: String, before number: Int, limit: Int) throws -> [Deed] {
    try transaction.rows(.deeds, [.text(code), .int(number), .int(limit)]).map { row in
      var row = row
      return try JournalEntry(&row).deed
    }
  }

  func deedCount(of code: String, from number: Int) throws -> Int {
    try transaction.figure(.deedCount, [.text(code), .int(number)])
  }

  func unindexed() throws -> Int { try transaction.figure(.unindexed, []) }

  func placeWork() throws -> [PlaceWork] {
    try transaction.rows(.placeWork, []).map { row in
      var row = row
      return PlaceWork(
        aisle: try row.int(), y: try row.int(), picks: try row.int(), shorts: try row.int())
    }
  }
}
