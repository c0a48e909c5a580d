public import Warehouse

/// Something that can be written as the files of a warehouse.
public protocol FixtureSource: Sendable {
  /// Hands on the records of a kind, one after the other, in the order of the file.
  func records<E: Error>(
    _ kind: ImportKind, _ body: (ImportRecord) throws(E) -> Void
  ) throws(E)
  /// Whether its site is large enough to be written as a table.
  var isLarge: Bool { get }
}

extension FixtureSource {
  /// All records of a kind.
  public func records(_ kind: ImportKind) -> [ImportRecord] {
    var records: [ImportRecord] = []
    self.records(kind) { records.append($0) }
    return records
  }
}
