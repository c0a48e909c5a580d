/// A rendered label on its way to a printer.
public struct PrintDocument: Sendable, Equatable {
  /// The id of the print job: the same job sent twice bears the same id.
  public var id: String
  /// The language of the bytes.
  public var format: LabelFormat
  /// What the printer gets.
  public var bytes: [UInt8]
  /// What a person should know about it, such as text that was cut.
  public var notes: [LabelNote]

  /// Creates a document.
  public init(id: String, format: LabelFormat, bytes: [UInt8], notes: [LabelNote] = []) {
    self.id = id
    self.format = format
    self.bytes = bytes
    self.notes = notes
  }
}
