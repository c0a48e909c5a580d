extension Migration {
  /// What is known of a label, and where labels go while a printer cannot print.
  static let printers = Migration(
    name: "printers",
    statements: [
      "ALTER TABLE workstation ADD COLUMN fallback TEXT",
      "ALTER TABLE print_job ADD COLUMN evidence TEXT",
      "ALTER TABLE print_job ADD COLUMN fault TEXT",
      "ALTER TABLE print_job ADD COLUMN odometer BIGINT",
      "ALTER TABLE print_job ADD COLUMN instead_of TEXT",
      "UPDATE print_job SET evidence = 'accepted' WHERE state = 'printed'",
    ])
}
