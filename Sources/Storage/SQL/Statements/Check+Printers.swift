extension Check {
  static let printers = [
    Check(
      .evidence,
      """
      SELECT code, CASE WHEN state = 'printed' THEN 1 ELSE 0 END,
        CASE WHEN evidence IS NULL THEN 0 ELSE 1 END FROM print_job
      WHERE state = 'printed' AND evidence IS NULL OR state <> 'printed' AND evidence IS NOT NULL
      ORDER BY code
      """),
    // Nothing waits to be printed for a parcel that was given up, or is gone.
    Check(
      .label,
      """
      SELECT j.code, 0, 1 FROM print_job j JOIN parcel p ON p.code = j.parcel
      WHERE j.state IN ('queued', 'failed') AND p.state <> 'closed' ORDER BY j.code
      """),
    // A label that is printed for a reason is not the first.
    Check(
      .reprint,
      """
      SELECT code, 2, attempts FROM print_job
      WHERE reason <> '' AND state IN ('claimed', 'printed', 'unknown') AND attempts < 2
      ORDER BY code
      """),
  ]
}
