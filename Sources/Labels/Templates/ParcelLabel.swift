/// The e-waybill 电子面单 of a parcel, from a built-in template.
public struct ParcelLabel: Sendable, Equatable {
  /// What the label says.
  public var data: ParcelLabelData
  /// The name of the template.
  public var template: String
  /// Whether names, phones and addresses are masked (隐私面单).
  public var isPrivate: Bool

  /// Creates the label of a parcel.
  public init(
    _ data: ParcelLabelData, template: String = "waybill-100x150", isPrivate: Bool = false
  ) {
    self.data = data
    self.template = template
    self.isPrivate = isPrivate
  }

  /// The layout.
  public var label: Label {
    get throws(LabelError) {
      guard let found = TemplateCatalog.builtIn[template],
        let label = try found.labels(for: data.fields, isPrivate: isPrivate).first
      else {
        throw LabelError(.drawing, element: template, TemplateCatalog.builtIn.missing(template))
      }
      return label
    }
  }
}
