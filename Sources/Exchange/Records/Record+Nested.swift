extension Record {
  /// Reads the records nested in a field, such as the lines of an order.
  ///
  /// A missing field gives an empty list unless it is required; CSV has no nested records.
  public func records(
    _ name: FieldName, required: Bool = true, _ problems: inout ImportProblems
  ) -> [Record]? {
    let expected = Expectation(en: "a list of objects", zh: "对象列表")
    guard let value = field(name)?.value, !value.isBlank else {
      guard required else { return [] }
      report(name, expected: expected, &problems)
      return nil
    }
    if case .list(let values) = value {
      let records = values.compactMap { value in
        if case .record(let record) = value { record } else { nil }
      }
      if records.count == values.count, !required || !records.isEmpty { return records }
    }
    report(name, expected: expected, &problems)
    return nil
  }

  /// Reads the one record nested in a field, such as an address.
  public func record(
    _ name: FieldName, required: Bool = true, _ problems: inout ImportProblems
  ) -> Record? {
    if case .record(let record)? = field(name)?.value { return record }
    if required || has(name) {
      report(name, expected: Expectation(en: "an object", zh: "对象"), &problems)
    }
    return nil
  }
}
