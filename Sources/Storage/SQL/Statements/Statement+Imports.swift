extension Statement {
  static let imports = [
    nextImport, beginImport, importFile, landedBefore, decidedImports, undecidedImports,
    noteStaged, noteChecked, decide, noteLanded, finish, dropImport,
  ]

  static let nextImport = Statement("SELECT COALESCE(MAX(number), 0) + 1 FROM import_file")
  static let beginImport = Statement(
    """
    INSERT INTO import_file (number, kind, digest, at, state, staged, checked, landed,
      added, changed, unchanged, skipped)
    VALUES ($1, $2, $3, $4, 'open', 0, -1, 0, 0, 0, 0, 0)
    """)
  static let importFile = Statement(
    """
    SELECT number, kind, at, state, staged, checked, landed, added, changed, unchanged, skipped
    FROM import_file WHERE number = $1
    """)
  static let landedBefore = Statement(
    """
    SELECT COUNT(*) FROM import_file WHERE kind = $1 AND digest = $2 AND state = 'landed'
    """)
  static let decidedImports = Statement(
    "SELECT number FROM import_file WHERE state = 'decided' ORDER BY number")
  static let undecidedImports = Statement(
    "SELECT number FROM import_file WHERE state = 'open' ORDER BY number")
  static let noteStaged = Statement("UPDATE import_file SET staged = $1 WHERE number = $2")
  static let noteChecked = Statement("UPDATE import_file SET checked = $1 WHERE number = $2")
  static let decide = Statement("UPDATE import_file SET state = 'decided' WHERE number = $1")
  static let noteLanded = Statement(
    """
    UPDATE import_file SET landed = $1, added = $2, changed = $3, unchanged = $4, skipped = $5
    WHERE number = $6
    """)
  static let finish = Statement("UPDATE import_file SET state = 'landed' WHERE number = $1")
  /// The row stays, so that no later import has the number of a ticket that is still about.
  static let dropImport = Statement("UPDATE import_file SET state = 'gone' WHERE number = $1")
}
