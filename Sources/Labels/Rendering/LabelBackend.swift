/// Turns layouts into the bytes of one format.
///
/// The same labels and id give the same bytes on the same machine: nothing of the clock is in them.
/// A back end checks before it writes: every symbol fits its place with its quiet zone and whole
/// dots, every character has a glyph, everything lies on the paper. Text on a label cannot become a
/// command of the printer.
public protocol LabelBackend: Sendable {
  /// The format written.
  var format: LabelFormat { get }

  /// Writes labels as one document that bears the id of its job, a label a page.
  func render(_ pages: [Label], id: String) throws(LabelError) -> PrintDocument
}

extension Label {
  /// The label as a document in a format.
  public func document(
    _ format: LabelFormat, id: String, resolution: Resolution = .dpi203
  ) throws(LabelError) -> PrintDocument {
    try format.backend(resolution: resolution).render([self], id: id)
  }
}
