import Warehouse

/// The imports of a store in memory: as there is nothing a crash could leave behind, what is
/// decided lands at once.
struct MemoryImports {
  private var files: [Int: ImportFile] = [:]
  private var staged: [Int: [ImportRecord]] = [:]
  private var digests: [Int: String] = [:]
  private var last = 0

  mutating func begin(
    _ kind: ImportKind, digest: String, at: Timestamp
  ) -> ImportTicket? {
    for file in files.values where file.state == .open { drop(file.number) }
    let landed = files.values.contains { $0.kind == kind && digests[$0.number] == digest }
    guard !landed else { return nil }
    last += 1
    files[last] = ImportFile(number: last, kind: kind, at: at)
    digests[last] = digest
    return ImportTicket(number: last, kind: kind)
  }

  mutating func stage(_ records: [ImportRecord], for ticket: ImportTicket) throws {
    var file = try open(ticket)
    file.staged += records.count
    files[file.number] = file
    staged[file.number, default: []] += records
  }

  mutating func abandon(_ ticket: ImportTicket) throws {
    drop(try open(ticket).number)
  }

  func problems(
    of ticket: ImportTicket, limit: Int, in books: MemoryBooks
  ) throws -> [LandingProblem] {
    let records = staged[try open(ticket).number] ?? []
    let names = Set(records.map { "\($0.name.kind) \($0.name.code)" })
    var repeats = Repeats()
    var problems: [LandingProblem] = []
    for (index, record) in records.enumerated() {
      repeats.note(record.name.kind, record.name.code, index + 1)
      if case .product(let product) = record {
        for barcode in product.allBarcodes { repeats.note("barcode", barcode, index + 1) }
      }
      let unknown = try record.unknownReferences(in: books) { kind, code in
        names.contains("\(kind) \(code)")
      }
      let against = try books.standingAgainst(record) { names.contains("product \($0)") }
      problems += (unknown + against).map { LandingProblem(ordinal: index + 1, reason: $0) }
    }
    problems += repeats.problems
    return Array(problems.sorted { $0.ordinal < $1.ordinal }.prefix(max(1, limit)))
  }

  mutating func land(_ ticket: ImportTicket, in books: MemoryBooks) throws -> ImportReport {
    if let file = files[ticket.number], file.state == .landed { return file.tally.report }
    var file = try open(ticket)
    if let problem = try problems(of: ticket, limit: 1, in: books).first {
      throw ImportFile.unsound(ticket, problem)
    }
    let records = staged[file.number] ?? []
    while file.landed < file.staged {
      let step = records[file.landed..<min(file.landed + importStep, file.staged)]
      file = try books.transact { books in
        var file = file
        let entry = try books.takeNumbers(1)
        for record in step {
          file.landed += 1
          let stamp = Stamp(entry: entry, part: file.landed, at: file.at)
          file.tally.count(try books.land(record, stamp))
        }
        try books.append(file.entry(number: entry), command: "")
        return .commit(file)
      }
    }
    file.state = .landed
    files[file.number] = file
    staged[file.number] = nil
    return file.tally.report
  }

  private func open(_ ticket: ImportTicket) throws -> ImportFile {
    guard let file = files[ticket.number], file.state == .open else {
      throw ImportFile.gone(ticket)
    }
    return file
  }

  private mutating func drop(_ number: Int) {
    files[number] = nil
    staged[number] = nil
    digests[number] = nil
  }
}

extension MemoryBooks {
  /// What the floor has against a staged record; `isStaged` tells of products in the same file.
  fileprivate func standingAgainst(
    _ record: ImportRecord, isStaged: (Code<Product>) -> Bool
  ) throws -> [LandingProblem.Reason] {
    switch record {
    case .product(let product):
      return product.allBarcodes.sorted().compactMap { barcode in
        guard let owner = barcodes[barcode], owner != product.sku, !isStaged(owner) else {
          return nil
        }
        return .barcodeTaken(barcode, by: owner)
      }
    case .count(let key, let quantity):
      let allocated = try stock(at: key)?.allocated ?? 0
      guard quantity < allocated else { return [] }
      return [.belowAllocated(key, counted: quantity, allocated: allocated)]
    case .order(let order, let lines, let receiver):
      guard let known = orders[order.number], !known.state.isOpenToFiles,
        try !isSame(known, order, lines, receiver)
      else { return [] }
      return [.orderInWork(order.number, known.state)]
    case .site, .zone, .bin, .workstation, .carrier, .numberRange, .asset, .unit:
      return []
    }
  }
}
