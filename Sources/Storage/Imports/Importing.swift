public import Warehouse

/// How files come into a store: staged, checked, decided, landed.
///
/// Records are staged in tables of their own, where nobody sees them. Landing begins with one
/// tiny transaction that marks the import as decided: from there on it is only ever finished, by
/// this process or, after a crash, by the next one that opens the store. Then records land a
/// thousand at a time, so that nobody on the floor waits for a file; each such step leaves a
/// line of kind `import` in the journal. There is one import at a time: beginning one finishes a
/// decided one and sweeps an undecided one away.
///
/// What records do to what is there already:
/// - Places, products, people and things are written over by code. Nothing is ever removed.
/// - A tote keeps the order it carries. A number range never gives out a number twice: of the
///   range's own next number and the file's, with the same prefix, the higher one counts.
/// - A count sets the pieces on hand by a movement of the difference from or to outside, and
///   lifts the freeze of what was counted.
/// - An order comes with its lines and receiver or not at all. One that is there already, still
///   new or a backorder, is written over and is new again; one that was erased of its receiver
///   is not given it back once it is in work.
public protocol Importing: Sendable {
  /// Begins an import; nil when a file of that kind and content landed before.
  ///
  /// - Parameters:
  ///   - digest: names the content of the file.
  ///   - at: the moment all that lands is dated.
  func beginImport(
    _ kind: ImportKind, digest: String, at: Timestamp
  ) throws(StoreTrouble) -> ImportTicket?
  /// Stages some more records; they are numbered from 1 in the order they are staged.
  func stage(_ records: [ImportRecord], for ticket: ImportTicket) throws(StoreTrouble)
  /// What keeps staged records from landing, by ordinal, at most `limit`; empty: nothing does.
  func problems(of ticket: ImportTicket, limit: Int) throws(StoreTrouble) -> [LandingProblem]
  /// Decides and lands an import.
  ///
  /// A count or an order that became impossible between check and landing, because the floor
  /// went on working, is left out; the journal tells how many were.
  ///
  /// - Throws: `invariant` when there are problems; nothing has landed then.
  func land(_ ticket: ImportTicket) throws(StoreTrouble) -> ImportReport
  /// Gives up an import that is not decided; what was staged goes.
  func abandon(_ ticket: ImportTicket) throws(StoreTrouble)
}

/// An import that was begun.
public struct ImportTicket: Hashable, Sendable {
  /// Its number in the store.
  public let number: Int
  /// What the file brings in.
  public let kind: ImportKind
}
