/// A carrier as data: its names, the shape of its numbers, what its labels say more.
public struct CarrierProfile: Sendable, Equatable {
  /// The code data name it by, such as `SF`.
  public let code: String
  /// Its name, for lists.
  public let title: String
  let settings: [TemplateSetting]
  let checks: [TemplateCheck]
  /// What a sample says of it, such as a number of its shape.
  let sample: LabelData
}
