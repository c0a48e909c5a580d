import Exchange
public import Storage
public import Warehouse

/// Brings a file into a store: read and checked whole, staged, then landed whole or not at all.
public struct FileImport: Sendable {
  /// What became of a file.
  public enum Result: Sendable {
    /// It landed.
    case landed(ImportReport, records: Int)
    /// A file of the same content landed before: nothing changed.
    case knownAlready(records: Int)
    /// It has problems: nothing changed. Each is one line that says what, where and what was
    /// expected; `omitted` more were found.
    case rejected([String], omitted: Int)
  }

  private let store: any Store
  private let reading: any Store

  /// Makes an import into a store.
  ///
  /// - Parameters:
  ///   - store: where records go.
  ///   - reading: the same store through a connection of its own, so that references are looked
  ///     up while records are staged; nil keeps the records of one file in memory instead.
  public init(into store: any Store, reading: (any Store)? = nil) {
    self.store = store
    self.reading = reading ?? store
    keeps = reading == nil
  }

  private let keeps: Bool

  /// Imports a file.
  ///
  /// - Throws: `ExchangeError` when it cannot be read, `StoreTrouble` when it cannot be written.
  public func run(_ kind: ImportKind, _ path: String, at now: Timestamp) throws -> Result {
    let summary = try reading.read { try checked(kind, path, $0) { _ in } }
    guard summary.problems.isEmpty else {
      return .rejected(summary.problems.kept.map(\.description), omitted: summary.problems.omitted)
    }
    guard let ticket = try store.beginImport(kind, digest: summary.digest, at: now) else {
      return .knownAlready(records: summary.records)
    }
    do {
      var kept: [[ImportRecord]] = []
      _ = try reading.read { facts in
        try checked(kind, path, facts) { chunk in
          if keeps { kept.append(chunk) } else { try store.stage(chunk, for: ticket) }
        }
      }
      for chunk in kept { try store.stage(chunk, for: ticket) }
      let limit = 1000
      let problems = try store.problems(of: ticket, limit: limit)
      guard problems.isEmpty else {
        try store.abandon(ticket)
        return .rejected(problems.map { "\(path): \($0)" }, omitted: 0)
      }
    } catch {
      // What was staged is swept away; the first error is the one to tell.
      try? store.abandon(ticket)
      throw error
    }
    return .landed(try store.land(ticket), records: summary.records)
  }

  private func checked(
    _ kind: ImportKind, _ path: String, _ facts: any Facts,
    _ sink: ([ImportRecord]) throws -> Void
  ) throws -> ImportSummary {
    func read(_ facts: some Facts) throws -> ImportSummary {
      try importFile(kind: kind, path: path, facts: facts, sink: sink)
    }
    return try read(facts)
  }
}
