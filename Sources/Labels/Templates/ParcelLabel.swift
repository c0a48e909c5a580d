/// The e-waybill 电子面单 of a parcel on 100 x 150 mm paper, from the built-in template of that size.
public struct ParcelLabel: Sendable, Equatable {
  /// What the label says.
  public var data: ParcelLabelData

  /// Creates the label of a parcel.
  public init(_ data: ParcelLabelData) {
    self.data = data
  }

  /// The layout.
  public var label: Label {
    get throws(LabelError) {
      let name = "waybill-100x150"
      guard let template = TemplateCatalog.builtIn[name],
        let label = try template.labels(for: data.fields).first
      else { throw LabelError(.drawing, element: name, TemplateCatalog.builtIn.missing(name)) }
      return label
    }
  }
}
