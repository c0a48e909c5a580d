/// Labels made from a template and data.
public struct RenderedLabels: Sendable, Equatable {
  /// What a printer gets.
  public var document: PrintDocument
  /// What the barcodes say, page by page.
  public var payloads: [LabelPayload]
  /// How many labels or pages there are.
  public var pages: Int

  /// The bytes of the document.
  public var bytes: [UInt8] { document.bytes }
  /// What a person should know, such as text that was cut.
  public var notes: [LabelNote] { document.notes }
}
