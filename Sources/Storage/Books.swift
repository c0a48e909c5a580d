import Warehouse

/// The records of a store inside one write transaction: facts that can be changed.
///
/// What every store does alike (`perform`, `verdict`) is written once on top of it.
protocol Books: Facts {
  /// Takes the next `count` numbers of the journal and returns the last one taken.
  ///
  /// It is the first thing a transaction does: whoever else wants to write waits behind it, so
  /// numbers are given out in the order of the commits.
  func takeNumbers(_ count: Int) throws -> Int
  /// Writes a line of the journal; `command` is empty unless it is a command's.
  func append(_ entry: JournalEntry, command: CommandID) throws
  /// What became of a command; nil when it never came here.
  func outcome(of id: CommandID) throws -> Outcome?
  /// Remembers what became of a command; `entry` is its line in the journal, 0 for a note.
  func keep(_ outcome: Outcome, of id: CommandID, entry: Int, at: Timestamp) throws
  /// Saves a session's conversation.
  func save(_ flow: SavedFlow, session: Code<Session>) throws
  /// Carries out one change of a decision.
  func apply(_ change: Change, _ stamp: Stamp) throws
  /// Remembers that a line of the journal tells of these codes.
  func mention(_ codes: Set<String>, entry: Int) throws
}

/// Where in the journal a change belongs, and when it was.
struct Stamp {
  /// The number of the command's line in the journal.
  var entry: Int
  /// The change's place in its decision.
  var part: Int
  /// When.
  var at: Timestamp
}

/// How a write transaction ends.
enum Ending<T> {
  /// What was written stays.
  case commit(T)
  /// What was written is undone, without any trouble.
  case undo(T)
}
