/// How a file is read; the defaults find out for themselves.
public struct ReadingOptions: Hashable, Sendable {
  /// The encoding of the text.
  public var encoding = TextEncoding.automatic
  /// What separates the fields of CSV (ASCII); nil to take comma, semicolon or TAB by the header.
  public var delimiter: Unicode.Scalar?
  /// The list to read out of a JSON object, such as `orders` in `{"orders": [...]}`.
  public var collection: FieldName?
  /// The most bytes of one record as UTF-8; a longer one is a problem.
  public var maxRecordBytes = 262_144

  /// Makes options that find out everything.
  public init() {}
}
