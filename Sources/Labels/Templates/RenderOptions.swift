/// How a template is rendered.
public struct RenderOptions: Sendable, Equatable {
  /// The dots of the printer.
  public var resolution: Resolution
  /// Whether names, phones and addresses are masked (隐私面单).
  public var isPrivate: Bool
  /// The id of the print job, which the document bears.
  public var id: String

  /// Creates options: 203 dpi, nothing masked.
  public init(resolution: Resolution = .dpi203, isPrivate: Bool = false, id: String = "label") {
    self.resolution = resolution
    self.isPrivate = isPrivate
    self.id = id
  }
}
