import Warehouse

/// The imports of a store kept by an engine: what its `Importing` promises.
struct SQLImports {
  let database: any Database

  func begin(_ kind: ImportKind, digest: String, at: Timestamp) throws -> ImportTicket? {
    try finishDecided()
    try sweepUndecided()
    return try write { books in
      let known = try books.transaction.figure(.landedBefore, [.raw(kind), .text(digest)])
      guard known == 0 else { return nil }
      let number = try books.transaction.figure(.nextImport, [])
      try books.transaction.execute(
        .beginImport, [.int(number), .raw(kind), .text(digest), .time(at)])
      return ImportTicket(number: number, kind: kind)
    }
  }

  func stage(_ records: [ImportRecord], for ticket: ImportTicket) throws {
    for start in stride(from: 0, to: max(1, records.count), by: importStep) {
      let step = records[start..<min(start + importStep, records.count)]
      try write { books in
        let file = try books.open(ticket)
        for (index, record) in step.enumerated() {
          try books.stage(record, file.number, file.staged + index + 1)
        }
        try books.transaction.execute(
          .noteStaged, [.int(file.staged + step.count), .int(file.number)])
      }
    }
  }

  func problems(of ticket: ImportTicket, limit: Int) throws -> [LandingProblem] {
    let (file, problems) = try database.read { transaction in
      let books = SQLBooks(transaction: transaction)
      let file = try books.open(ticket)
      return (file, try books.problems(of: file, limit: max(1, limit)))
    }
    if problems.isEmpty {
      try write { books in
        try books.transaction.execute(.noteChecked, [.int(file.staged), .int(file.number)])
      }
    }
    return problems
  }

  func land(_ ticket: ImportTicket) throws -> ImportReport {
    let file = try database.read { transaction in
      try SQLBooks(transaction: transaction).file(ticket.number)
    }
    guard let file, file.state != .gone else { throw ImportFile.gone(ticket) }
    if file.state == .open {
      if file.checked != file.staged, let problem = try problems(of: ticket, limit: 1).first {
        throw ImportFile.unsound(ticket, problem)
      }
      try write { books in
        let now = try books.open(ticket)
        guard now.checked == now.staged else { throw ImportFile.gone(ticket) }
        try books.transaction.execute(.decide, [.int(now.number)])
      }
    }
    return try finish(ticket.number)
  }

  func abandon(_ ticket: ImportTicket) throws {
    let file = try database.read { transaction in
      try SQLBooks(transaction: transaction).open(ticket)
    }
    try sweep(file)
  }

  /// Lands what was decided, by whomever, and not finished.
  func finishDecided() throws {
    let numbers = try database.read { transaction in
      try transaction.rows(.decidedImports, []).map { row in
        var row = row
        return try row.int()
      }
    }
    for number in numbers { _ = try finish(number) }
  }

  private func finish(_ number: Int) throws -> ImportReport {
    while true {
      let file = try write { books in
        guard var file = try books.file(number), file.state == .decided else {
          return try books.file(number)
        }
        if file.landed < file.staged {
          try books.landStep(&file)
        } else {
          try books.transaction.execute(.finish, [.int(number)])
          file.state = .landed
        }
        return file
      }
      guard let file else { throw StoreTrouble(.corrupt, "Import \(number) is not there.") }
      if file.state != .decided { return file.tally.report }
    }
  }

  private func sweepUndecided() throws {
    let files = try database.read { transaction in
      let books = SQLBooks(transaction: transaction)
      return try transaction.rows(.undecidedImports, []).compactMap { row in
        var row = row
        return try books.file(try row.int())
      }
    }
    for file in files { try sweep(file) }
  }

  /// Takes away an undecided import: first its name, so that nobody decides it meanwhile.
  private func sweep(_ file: ImportFile) throws {
    let mine = try write { books in
      guard try books.file(file.number)?.state == .open else { return false }
      try books.transaction.execute(.dropImport, [.int(file.number)])
      return true
    }
    guard mine else { return }
    for start in stride(from: 0, to: file.staged, by: importStep) {
      try write { books in try books.clear(file.number, start, start + importStep) }
    }
  }

  @discardableResult
  private func write<T>(_ body: (SQLBooks) throws -> T) throws -> T {
    try database.write { transaction in
      let books = SQLBooks(transaction: transaction)
      _ = try books.takeNumbers(0)
      return .commit(try body(books))
    }
  }
}
