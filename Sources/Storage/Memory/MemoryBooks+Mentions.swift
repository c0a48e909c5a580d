import Warehouse

/// A code with a line of the journal that tells of it, as a key.
struct MentionKey: Hashable, Comparable {
  let code: String
  let number: Int

  static func < (lhs: Self, rhs: Self) -> Bool {
    lhs.code == rhs.code ? lhs.number < rhs.number : lhs.code < rhs.code
  }
}

extension MemoryBooks {
  func mention(_ codes: Set<String>, entry: Int) throws {
    for code in codes {
      let key = MentionKey(code: code, number: entry)
      mentions[key] = key
    }
  }

  func deeds(of code: String, before number: Int, limit: Int) throws -> [Deed] {
    mentions.rows("code", code).filter { $0.number < number }.suffix(limit).reversed()
      .compactMap { journal[$0.number]?.deed }
  }

  func deedCount(of code: String, from number: Int) throws -> Int {
    mentions.rows("code", code).count { $0.number >= number }
  }

  func unindexed() throws -> Int { 0 }

  func placeWork() throws -> [PlaceWork] {
    var work: [[Int]: PlaceWork] = [:]
    for line in pickLineTable.rows.values where line.picked > 0 || line.state == .short {
      guard case .bin(let code) = line.from.holder, let bin = bins[code] else { continue }
      var place =
        work[[bin.aisle, bin.y]] ?? PlaceWork(aisle: bin.aisle, y: bin.y, picks: 0, shorts: 0)
      if line.picked > 0 { place.picks += 1 }
      if line.state == .short { place.shorts += 1 }
      work[[bin.aisle, bin.y]] = place
    }
    return work.values.sorted { ($0.aisle, $0.y) < ($1.aisle, $1.y) }
  }

  func mentionViolations() -> [Violation] {
    mentions.sorted.filter { journal[$0.number] == nil }
      .map { Violation(.mention, $0.code, expected: $0.number, found: 0) }
  }
}
