/// A label as a layout in millimeters, before any printer language is chosen.
///
/// The origin is the top left corner, x runs to the right and y down. Elements are drawn in order. A
/// layout holds no measures of a printer: a ``LabelBackend`` turns it into bytes.
public struct Label: Sendable, Equatable {
  /// The name of the template, such as `parcel-100x150`; it appears in nothing that is printed.
  public var name: String
  /// The width of the paper in millimeters.
  public var width: Double
  /// The height of the paper in millimeters.
  public var height: Double
  /// What is on the label, drawn in this order.
  public var elements: [Element]

  /// Creates a label of `width` by `height` millimeters.
  public init(name: String, width: Double, height: Double, elements: [Element] = []) {
    self.name = name
    self.width = width
    self.height = height
    self.elements = elements
  }
}
