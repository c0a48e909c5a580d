import Warehouse

/// What landing a record did.
enum Verdict: String {
  /// It was not there before.
  case added
  /// It was there and is different now.
  case changed
  /// It was there, as it is.
  case unchanged
  /// It became impossible after it was checked, and was left out.
  case skipped
}

/// How many records were added, changed, unchanged and skipped.
struct Tally: Hashable {
  var report = ImportReport()
  var skipped = 0

  mutating func count(_ verdict: Verdict, times: Int = 1) {
    switch verdict {
    case .added: report.added += times
    case .changed: report.changed += times
    case .unchanged: report.unchanged += times
    case .skipped: skipped += times
    }
  }
}
