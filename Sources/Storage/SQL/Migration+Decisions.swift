extension Migration {
  /// Messages about pieces of an order, and shorts that wait for a decision.
  static let decisions = Migration(
    name: "decisions about shorts",
    statements: [
      "ALTER TABLE outbox ADD COLUMN about TEXT NOT NULL DEFAULT ''",
      "CREATE INDEX pick_line_short ON pick_line (order_number) WHERE state = 'short'",
    ])
}
