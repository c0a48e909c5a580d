import Warehouse

/// An import as the store keeps it.
struct ImportFile {
  /// How far an import is.
  enum State: String {
    /// Records are staged; nothing has landed, and nothing may.
    case open
    /// It will land, whatever happens.
    case decided
    /// All of it has landed.
    case landed
    /// It was given up, or swept away by the next one.
    case gone
  }

  var number: Int
  var kind: ImportKind
  /// The moment all that lands is dated.
  var at: Timestamp
  var state: State
  /// The ordinal of the last staged record.
  var staged: Int
  /// How many records were staged when they were found free of problems; -1 before.
  var checked: Int
  /// The ordinal of the last landed record.
  var landed: Int
  /// What the landed records did.
  var tally: Tally

  init(number: Int, kind: ImportKind, at: Timestamp) {
    self.number = number
    self.kind = kind
    self.at = at
    state = .open
    staged = 0
    checked = -1
    landed = 0
    tally = Tally()
  }

  /// The line of the journal after a step of landing.
  func entry(number entry: Int) throws -> JournalEntry {
    let line = JournalFormat.ImportLine(
      file: number, kind: kind, landed: landed, added: tally.report.added,
      changed: tally.report.changed, unchanged: tally.report.unchanged, skipped: tally.skipped)
    return JournalEntry(
      number: entry, at: at, session: "", device: "", kind: "import",
      payload: try JournalFormat.text(line))
  }

  /// The trouble of a ticket nothing can be done with any more.
  static func gone(_ ticket: ImportTicket) -> StoreTrouble {
    StoreTrouble(
      .invariant,
      "Import \(ticket.number) is not open: it was abandoned, swept away by another import, or"
        + " has been decided.")
  }

  /// The trouble of an import that was to land although records cannot.
  static func unsound(_ ticket: ImportTicket, _ problem: LandingProblem) -> StoreTrouble {
    StoreTrouble(.invariant, "Import \(ticket.number) cannot land: \(problem).")
  }
}

/// How many records are staged, and how many land, in one transaction: a few dozen milliseconds.
let importStep = 1000
