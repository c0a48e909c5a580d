/// Data to try a template with.
public struct LabelSample: Sendable, Equatable {
  /// The name, such as `long-address`.
  public var name: String
  /// The data.
  public var data: LabelData

  /// Creates a sample.
  public init(_ name: String, _ data: LabelData) {
    self.name = name
    self.data = data
  }
}
