import Warehouse

extension SQLBooks {
  /// What keeps staged records from landing, by ordinal.
  func problems(of file: ImportFile, limit: Int) throws -> [LandingProblem] {
    var problems: [LandingProblem] = []
    func collect(
      _ statement: Statement, _ reason: (inout Row) throws -> LandingProblem.Reason
    ) throws {
      for var row in try transaction.rows(statement, [.int(file.number), .int(limit)]) {
        problems.append(
          LandingProblem(ordinal: try row.int(), reason: try reason(&row)))
      }
    }
    for statement in Statement.twice { try collect(statement) { .twice(try $0.words()) } }
    try collect(.unknownZones) { .unknownZone(try $0.code()) }
    try collect(.unknownBins) { .unknownBin(try $0.code()) }
    try collect(.unknownProducts) { .unknownProduct(try $0.code()) }
    try collect(.unknownCarriers) { .unknownCarrier(try $0.code()) }
    try collect(.barcodesTaken) { .barcodeTaken(try $0.text(), by: try $0.code()) }
    try collect(.notBins) { .notABin(try $0.holder()) }
    try collect(.belowAllocated) {
      .belowAllocated(try $0.stockKey(), counted: try $0.int(), allocated: try $0.int())
    }
    try collect(.ordersInWork) { .orderInWork(try $0.code(), try $0.raw()) }
    problems += try recordProblems(of: file)
    return Array(problems.sorted { $0.ordinal < $1.ordinal }.prefix(limit))
  }

  /// The problems of the few records that are staged as JSON.
  private func recordProblems(of file: ImportFile) throws -> [LandingProblem] {
    var problems: [LandingProblem] = []
    var repeats = Repeats()
    let all: [Value] = [.int(file.number), .int(0), .int(file.staged)]
    for var row in try transaction.rows(.stagedRecords, all) {
      let ordinal = try row.int()
      let record = try JournalFormat.value(ImportRecord.self, from: try row.text())
      repeats.note(record.name.kind, record.name.code, ordinal)
      let reasons = try record.unknownReferences(in: self) { kind, code in
        try transaction.figure(.isStaged, [.int(file.number), .text(kind), .text(code)]) > 0
      }
      problems += reasons.map { LandingProblem(ordinal: ordinal, reason: $0) }
    }
    return problems + repeats.problems
  }
}

extension Row {
  /// The columns that are left, parted by blanks; figures that are 0 say nothing.
  fileprivate mutating func words() throws -> String {
    var words: [String] = []
    while let value = rest() {
      switch value {
      case .string(let text): if !text.isEmpty { words.append(text) }
      case .integer(let number):
        if let day = Day(number: number) { words.append(day.description) }
      case .null: break
      }
    }
    return words.joined(separator: " ")
  }
}
