extension Record {
  /// Reads a day: `2026-11-22`, `2026/11/22` or `20261122`.
  public func date(
    _ name: FieldName, required: Bool = true, _ problems: inout ImportProblems
  ) -> LocalDate? {
    let expected = Expectation(en: "a date such as 2026-11-22", zh: "日期，如 2026-11-22")
    return scalar(name, required: required, expected: expected, &problems) { LocalDate($0) }
  }

  /// Reads a day and a time of day without a zone: `2026-11-22 16:00`, seconds allowed.
  public func dateTime(
    _ name: FieldName, required: Bool = true, _ problems: inout ImportProblems
  ) -> LocalDateTime? {
    let expected = Expectation(
      en: "a local date and time such as 2026-11-22 16:00",
      zh: "当地日期和时间，如 2026-11-22 16:00")
    return scalar(name, required: required, expected: expected, &problems) { LocalDateTime($0) }
  }
}
