public import Warehouse

/// What reading a file for import came to.
public struct ImportSummary: Sendable {
  /// What the file brings in.
  public let kind: ImportKind
  /// How many good records were handed on.
  public let records: Int
  /// What is wrong in the file; nothing of it may land unless this is empty.
  public let problems: ImportProblems
  /// Names the content of the file by 64 hexadecimal digits.
  ///
  /// It is the same in CSV and JSON, whatever the encoding, line ends and column order. Only a
  /// file without problems has a meaningful one.
  public let digest: String
}
