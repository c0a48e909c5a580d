/// A file as a row of records, read one at a time.
///
/// What is wrong in the file becomes a problem and the reader goes on behind it; only a file that
/// can no longer be read at all throws. Memory is bounded by the longest record allowed, whatever
/// the length of the file. An import is written once against this protocol and reads CSV and JSON
/// alike.
public protocol RecordReader: AnyObject {
  /// The file by its name.
  var file: String { get }

  /// Gives the next good record and reports the bad ones before it; nil at the end of the file.
  func next(_ problems: inout ImportProblems) throws(ExchangeError) -> Record?

  /// Whether the file can hold the named fields; reports each that cannot be in any record.
  ///
  /// A CSV file says so in its header; in JSON every object is asked for its own fields.
  func hasFields(
    _ names: [FieldName], _ problems: inout ImportProblems
  ) throws(ExchangeError) -> Bool
}
