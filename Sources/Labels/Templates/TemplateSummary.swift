/// What people and programs are told about a template.
public struct TemplateSummary: Sendable, Equatable, Encodable {
  /// The name.
  public var name: String
  /// What it is.
  public var title: String
  /// What it is for.
  public var kind: TemplateKind
  /// The carrier whose template it is; nil: any, or none.
  public var carrier: String?
  /// The width of a label in millimeters.
  public var width: Double
  /// The height of a label in millimeters.
  public var height: Double
  /// How many labels are on a sheet; nil: it is not for sheets.
  public var labelsPerSheet: Int?
  /// The fields data can fill in.
  public var fields: [TemplateField]
}

extension LabelTemplate {
  /// What people and programs are told about it.
  public var summary: TemplateSummary {
    TemplateSummary(
      name: name, title: title, kind: kind, carrier: carrier?.code, width: width, height: height,
      labelsPerSheet: sheet?.capacity, fields: fields)
  }
}
