extension Statement {
  static let journal = [
    takeNumbers, head, append, entries, keepOutcome, outcome, saved, endFlow, migrations,
  ]

  static let takeNumbers = Statement(
    "UPDATE journal_head SET number = number + $1 WHERE id = 1 RETURNING number")
  static let head = Statement("SELECT number FROM journal_head WHERE id = 1")
  static let append = Statement(
    """
    INSERT INTO journal (number, at, session, device, kind, payload, command)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    """)
  static let entries = Statement(
    """
    SELECT number, at, session, device, kind, payload FROM journal
    WHERE number > $1 ORDER BY number LIMIT $2
    """)
  static let keepOutcome = Statement(
    "INSERT INTO outcome (id, payload, entry, at) VALUES ($1, $2, $3, $4)")
  static let outcome = Statement("SELECT payload FROM outcome WHERE id = $1")
  static let saved = Statement(
    "SELECT kind, version, bytes FROM saved_flow WHERE session = $1")
  static let endFlow = Statement("DELETE FROM saved_flow WHERE session = $1")
  static let migrations = Statement("SELECT name FROM migration ORDER BY number")
}
