import Testing

@testable import Storage

/// The catalogue of statements keeps to what both engines understand.
@Suite struct StatementTests {
  // SQLite numbers `$1`, `$2` ... as they come, PostgreSQL as they are written.
  @Test func parametersAppearInOrder() {
    for statement in Statement.all {
      var seen: [Int] = []
      for match in statement.sql.matches(of: /\$([0-9]+)/) {
        if let number = Int(match.1), !seen.contains(number) { seen.append(number) }
      }
      #expect(seen == seen.indices.map { $0 + 1 }, "\(statement.sql)")
    }
  }

  @Test func columnsAreNumbersOrTexts() {
    for statement in Migration.all.flatMap(\.statements) {
      let types = statement.matches(of: /\b(INTEGER|INT|REAL|BLOB|BYTEA|BOOLEAN|SERIAL|DATE)\b/)
      #expect(types.isEmpty, "\(statement)")
    }
  }

  @Test func everyStatementIsUnderstoodBySQLite() throws {
    try Engine.sqlite.withStore { store in
      guard let store = store as? SQLiteStore else { return }
      for statement in Statement.all {
        try store.run("EXPLAIN \(statement.sql)")
      }
    }
  }

  /// What a commit or a screen waits for must not read whole tables, however much there is.
  @Test func dailyStatementsReadThroughAnIndex() throws {
    let whole: Set<Statement> = [
      .orderCounts, .waveProgress, .cartons, .carriers, .carts, .persons, .printers, .replaceSite,
      .sessions, .site, .totes, .workstations, .migrations,
    ]
    let daily =
      Statement.journal + Statement.places + Statement.goods + Statement.stock
      + Statement.orders + Statement.waves + Statement.picking + Statement.people
      + Statement.parcels + Statement.exceptions + Statement.stopFacts
      + Statement.sessionsOfPeople + [.mention, .deeds, .deedCount, .unindexed, .notices]
    try Engine.sqlite.withStore { store in
      guard let store = store as? SQLiteStore else { return }
      for statement in daily where !whole.contains(statement) {
        for step in try store.plan(of: statement) {
          #expect(!step.hasPrefix("SCAN"), "\(statement.sql)")
        }
      }
      let plan = try store.plan(of: .stockOf)
      #expect(plan.first?.contains("stock_sku (sku=? AND holder_kind=?)") == true)
    }
  }

  @Test(.enabled(if: PostgreSQL.isInstalled, "PostgreSQL 15 is not in \(PostgreSQL.binaries)"))
  func everyStatementIsUnderstoodByPostgreSQL() throws {
    let steps =
      [Migration.table] + Migration.all.flatMap(\.statements)
      + Statement.all.enumerated().map { "PREPARE s\($0) AS \($1.sql)" }
    try PostgreSQL.withServer { server in
      try #expect(server.errors(of: steps) == [])
      try #expect(server.errors(of: ["PREPARE bad AS SELECT nothing FROM nowhere"]) != [])
    }
  }
}
