import Warehouse

/// One kind of file: turns its records into checked import records.
///
/// A record with a problem gives none; the others go on, so that one run finds everything that is
/// wrong. Nothing is kept of a record but what later ones are checked against: keys, as compact
/// hashes, and the order being gathered.
protocol TableImport {
  /// The columns without which a CSV file is no such table.
  var columns: [FieldName] { get }
  /// Takes the next record and gives what is complete by now.
  mutating func read(_ record: Record, _ problems: inout ImportProblems) throws -> [ImportRecord]
  /// Gives what only the end of the file completes.
  mutating func finish(_ problems: inout ImportProblems) throws -> [ImportRecord]
}

extension TableImport {
  /// Most kinds complete every record at once.
  mutating func finish(_ problems: inout ImportProblems) throws -> [ImportRecord] { [] }
}
