public import Warehouse

extension SQLiteStore {
  var imports: SQLImports { SQLImports(database: database) }

  /// Begins an import; nil when a file of that kind and content landed before.
  public func beginImport(
    _ kind: ImportKind, digest: String, at: Timestamp
  ) throws(StoreTrouble) -> ImportTicket? {
    try atTheEdge { try imports.begin(kind, digest: digest, at: at) }
  }

  /// Stages some more records.
  public func stage(
    _ records: [ImportRecord], for ticket: ImportTicket
  ) throws(StoreTrouble) {
    try atTheEdge { try imports.stage(records, for: ticket) }
  }

  /// What keeps staged records from landing, by ordinal, at most `limit`.
  public func problems(
    of ticket: ImportTicket, limit: Int
  ) throws(StoreTrouble) -> [LandingProblem] {
    try atTheEdge { try imports.problems(of: ticket, limit: limit) }
  }

  /// Decides and lands an import.
  public func land(_ ticket: ImportTicket) throws(StoreTrouble) -> ImportReport {
    try atTheEdge { try imports.land(ticket) }
  }

  /// Gives up an import that is not decided.
  public func abandon(_ ticket: ImportTicket) throws(StoreTrouble) {
    try atTheEdge { try imports.abandon(ticket) }
  }
}
