import Warehouse

extension MemoryBooks {
  func printerViolations() -> [Violation] {
    var found: [Violation] = []
    let all = jobs.sorted.map(\.record)
    for job in all where (job.state == .printed) != (job.evidence != nil) {
      found.append(
        Violation(
          .evidence, job.code.rawValue, expected: job.state == .printed ? 1 : 0,
          found: job.evidence == nil ? 0 : 1))
    }
    for job in all where job.state == .queued || job.state == .failed {
      guard let parcel = parcelTable[job.parcel]?.record, parcel.state != .closed else { continue }
      found.append(Violation(.label, job.code.rawValue, expected: 0, found: 1))
    }
    for job in all where !job.reason.isEmpty && job.state.hasBegun && job.attempts < 2 {
      found.append(Violation(.reprint, job.code.rawValue, expected: 2, found: job.attempts))
    }
    return found
  }
}

extension PrintJob.State {
  /// Whether a label may be on paper.
  var hasBegun: Bool {
    switch self {
    case .claimed, .printed, .unknown: true
    case .queued, .failed, .void: false
    }
  }
}
