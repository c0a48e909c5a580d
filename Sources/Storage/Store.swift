public import Warehouse

/// What is remembered: the floor's records, its journal and its conversations.
///
/// A store is written by commits and by imports, and by nothing else. All its calls are
/// synchronous and may come from any thread; none may be made from inside another one's closure.
///
/// - A commit is one transaction. Either everything it names is there afterwards (events and
///   command in the journal, changes, outcome, saved conversation) or nothing is.
/// - A command id is applied once: to a repeat the store only tells the first outcome again.
/// - The journal's numbers run from 1 to `head()` without a gap, in the order of the commits.
/// - Readings inside one call are of one moment, whatever others commit meanwhile.
public protocol Store: Importing {
  /// Carries out a command once, and tells what became of it.
  ///
  /// The events are journalled, `Warehouse.decide` is asked on the facts of the transaction, its
  /// changes are applied, and the command is journalled with its outcome (a `.note` leaves only
  /// its events). A refusal changes no record but is remembered like any outcome. The
  /// conversation is saved under the author's session, unless that session is over after the
  /// commit or belongs to somebody else by now.
  ///
  /// - Throws: `invariant` when a change would break a rule of the store itself: a source without
  ///   the pieces, or more pieces promised than are on hand. Nothing is written then.
  func commit(_ commit: Commit) throws(StoreTrouble) -> Outcome
  /// Answers a question on the facts of one moment.
  func answer(_ query: Query) throws(StoreTrouble) -> Answer
  /// Reads facts of one moment; what the closure throws is passed on.
  func read<T>(_ body: (any Facts) throws -> T) throws -> T
  /// Up to `limit` lines of the journal after a number, in order.
  func entries(after number: Int, limit: Int) throws(StoreTrouble) -> [JournalEntry]
  /// The commands and the refused scans among the next `span` lines of the journal after a number,
  /// in order.
  func commands(after number: Int, span: Int) throws(StoreTrouble) -> [JournalEntry]
  /// The number of the journal's last line, 0 when there is none: cheap enough to ask often.
  func head() throws(StoreTrouble) -> Int
  /// The conversation of a session as it was committed last; nil when there is none.
  func saved(session: Code<Session>) throws(StoreTrouble) -> SavedFlow?
  /// Everything in the store that contradicts what is always true; empty for a sound store.
  func violations() throws(StoreTrouble) -> [Violation]
  /// Does what a commit left to be done and nobody should wait for; to be called where nobody does.
  func tend()
}

extension Store {
  /// Nothing is left to be done.
  public func tend() {}

  /// The commands and the refused scans among the next `span` lines, picked out of all of them.
  public func commands(after number: Int, span: Int) throws(StoreTrouble) -> [JournalEntry] {
    try entries(after: number, limit: span).filter { ["command", "refused"].contains($0.kind) }
  }
}
