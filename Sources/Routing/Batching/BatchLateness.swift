extension BatchOrder {
  /// How late it is when its batch is finished after so many millimeters, times its priority.
  ///
  /// Sums that do not fit an `Int` are `Int.max`, here and in `BatchLateness`.
  func lateness(finishedAfter walked: Int) -> Int {
    guard let due, walked > due else { return 0 }
    let (product, overflow) = (walked - due).multipliedReportingOverflow(by: priority)
    return overflow ? .max : product
  }
}

/// Sums of lateness.
enum BatchLateness {
  @inline(__always)
  static func sum(_ a: Int, _ b: Int) -> Int {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? .max : sum
  }
}
