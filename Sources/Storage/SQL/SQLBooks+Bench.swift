import Synchronization
import Warehouse

extension SQLBooks {
  func benchRules() throws -> BenchRules {
    guard var row = try transaction.row(.benchRules, []) else { return BenchRules() }
    let text = try row.text()
    return try Read.rules.withLock { read in
      if let read, read.text == text { return read.rules }
      let rules = try JournalFormat.value(BenchRules.self, from: text)
      read = Read(text: text, rules: rules)
      return rules
    }
  }

  func packing(of parcel: Code<Parcel>) throws -> ParcelPacking? {
    try transaction.record(.parcelPacking, [.code(parcel)])
  }

  func learnedWeight(of sku: Code<Product>) throws -> LearnedWeight? {
    try transaction.record(.learnedWeight, [.code(sku)])
  }

  func learnedWeights() throws -> [LearnedWeight] {
    try transaction.records(.learnedWeights, [])
  }
}

/// Rules read once for the many parcels they are asked for: a memory of a pure function.
private struct Read: Sendable {
  static let rules = Mutex<Read?>(nil)

  let text: String
  let rules: BenchRules
}
