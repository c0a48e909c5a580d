import Warehouse

extension SQLBooks {
  func cage(_ code: Code<Cage>) throws -> Cage? { try transaction.record(.cage, [.code(code)]) }
  func cages() throws -> [Cage] { try transaction.records(.cages, []) }

  func caged(_ parcel: Code<Parcel>) throws -> CagedParcel? {
    try transaction.record(.cagedParcel, [.code(parcel)])
  }

  func caged(in cage: Code<Cage>) throws -> [CagedParcel] {
    try transaction.records(.cagedIn, [.code(cage)])
  }

  func figures(of cage: Code<Cage>) throws -> CageFigures {
    guard var row = try transaction.row(.cageFigures, [.code(cage)]) else { return CageFigures() }
    return CageFigures(
      parcels: try row.int(), grams: try row.int(), manifest: try row.optionalCode())
  }

  func unsortedCount() throws -> Int { try transaction.figure(.unsorted, []) }

  func parcels(of carrier: Code<Carrier>, in state: Parcel.State) throws -> [Parcel] {
    try transaction.records(.parcelsOfCarrier, [.raw(state), .code(carrier)])
  }

  func manifest(_ code: Code<Manifest>) throws -> Manifest? {
    try transaction.record(.manifest, [.code(code)])
  }

  func manifests() throws -> [Manifest] { try transaction.records(.manifests, []) }
  func manifestCount() throws -> Int { try transaction.figure(.manifestCount, []) }

  func manifestLines(of code: Code<Manifest>) throws -> [ManifestLine] {
    try transaction.records(.manifestLines, [.code(code)])
  }

  func manifest(of parcel: Code<Parcel>) throws -> Manifest? {
    try transaction.record(.manifestOfParcel, [.code(parcel)])
  }

  func message(_ key: String) throws -> OutboxMessage? {
    try transaction.record(.message, [.text(key)])
  }

  func messages(in state: OutboxMessage.State, limit: Int) throws -> [OutboxMessage] {
    try transaction.records(.messagesIn, [.raw(state), .int(limit)])
  }

  func dueMessages(at moment: Timestamp, limit: Int) throws -> [OutboxMessage] {
    try transaction.records(.dueMessages, [.time(moment), .int(limit)])
  }

  func messageCounts() throws -> [OutboxMessage.State: Int] {
    var counts: [OutboxMessage.State: Int] = [:]
    for var row in try transaction.rows(.messageCounts, []) {
      counts[try row.raw()] = try row.int()
    }
    return counts
  }

  func write(_ lines: [ManifestLine], of code: Code<Manifest>) throws {
    try transaction.execute(.dropManifestLines, [.code(code)])
    for line in lines { try write(line) }
  }
}
