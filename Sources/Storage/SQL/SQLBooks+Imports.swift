import Warehouse

extension SQLBooks {
  func file(_ number: Int) throws -> ImportFile? {
    guard var row = try transaction.row(.importFile, [.int(number)]) else { return nil }
    var file = ImportFile(number: try row.int(), kind: try row.raw(), at: try row.time())
    file.state = try row.raw()
    file.staged = try row.int()
    file.checked = try row.int()
    file.landed = try row.int()
    file.tally = Tally(
      report: ImportReport(
        added: try row.int(), changed: try row.int(), unchanged: try row.int()),
      skipped: try row.int())
    return file
  }

  func open(_ ticket: ImportTicket) throws -> ImportFile {
    guard let file = try file(ticket.number), file.state == .open else {
      throw ImportFile.gone(ticket)
    }
    return file
  }

  /// Lands the next thousand records of a decided import.
  func landStep(_ file: inout ImportFile) throws {
    let (from, to) = (file.landed, min(file.landed + importStep, file.staged))
    let entry = try takeNumbers(1)
    let part: [Value] = [.int(file.number), .int(from), .int(to)]
    try landRecords(part, &file.tally)
    for judging in [Statement.judgeBins, .judgeProducts, .judgeCounts, .judgeOrders] {
      try transaction.execute(judging, part)
    }
    for var row in try transaction.rows(.verdicts, part) {
      file.tally.count(try row.raw(), times: try row.int())
    }
    for landing in Statement.landBins + Statement.landProducts {
      try transaction.execute(landing, part)
    }
    let stamped: [Value] = [.int(entry), .time(file.at)]
    try transaction.execute(.countsIn, stamped + part)
    try transaction.execute(.countsOut, stamped + part)
    try transaction.execute(.landCounts, [.time(file.at)] + part)
    try transaction.execute(.landZeros, part)
    try transaction.execute(.openUnits, part)
    for landing in Statement.landOrders { try transaction.execute(landing, part) }
    try clear(file.number, from, to)
    file.landed = to
    try append(file.entry(number: entry), command: "")
    let report = file.tally.report
    try transaction.execute(
      .noteLanded,
      [
        .int(file.landed), .int(report.added), .int(report.changed), .int(report.unchanged),
        .int(file.tally.skipped), .int(file.number),
      ])
  }

  func clear(_ number: Int, _ from: Int, _ to: Int) throws {
    for table in StagingTable.all {
      try transaction.execute(table.clear, [.int(number), .int(from), .int(to)])
    }
  }

  private func landRecords(_ part: [Value], _ tally: inout Tally) throws {
    for var row in try transaction.rows(.stagedRecords, part) {
      row.skip(1)
      let staged = try JournalFormat.value(ImportRecord.self, from: try row.text())
      let (verdict, record) = try judged(staged)
      tally.count(verdict)
      if verdict == .added || verdict == .changed { try write(record) }
    }
  }

  private func write(_ record: ImportRecord) throws {
    switch record {
    case .site(let site):
      try write(site)
      try transaction.execute(.replaceSite, [.code(site.code)])
    case .zone(let zone): try write(zone)
    case .workstation(let workstation): try write(workstation)
    case .carrier(let carrier): try write(carrier)
    case .numberRange(let range): try write(range)
    case .asset(let asset): try add(asset)
    case .unit(let unit): try write(unit)
    case .bin, .product, .count, .order:
      throw StoreTrouble(.corrupt, "A record that has a staging table was staged elsewhere.")
    }
  }
}
