/// One row of a CSV file or one object of a JSON file, with the places of all its parts.
///
/// Its readings (`text`, `integer`, `date` and so on) give nil for a field that is missing or bad
/// and add a problem that says so; a field that is not required may be missing or blank without
/// one.
public struct Record: Hashable, Sendable {
  /// The file by its name.
  public let file: String
  /// Where the record begins.
  public let place: Place
  /// Where it stands in the record around it, such as `lines[2]`; empty for a record of its own.
  public let path: String
  /// The fields in their order.
  public let fields: [Field]

  /// The field of that name; nil if there is none.
  public func field(_ name: FieldName) -> Field? {
    for key in name.keys {
      for field in fields where field.key == key { return field }
    }
    return nil
  }

  /// Whether there is such a field with something in it.
  public func has(_ name: FieldName) -> Bool {
    field(name).map { !$0.value.isBlank } ?? false
  }

  /// Adds a problem about a field: the place is that of its value, or of the record if it is
  /// missing.
  public func report(
    _ name: FieldName, expected: Expectation, _ problems: inout ImportProblems
  ) {
    let field = field(name)
    let label = field?.name ?? name.name
    problems.add(
      ImportProblem(
        file: file, place: field?.place ?? place,
        field: path.isEmpty ? label : "\(path).\(label)", value: field?.value.shown,
        expected: expected))
  }
}
