/// A layout whose texts and barcodes are filled in from data: one file of templates people write.
///
/// The language is described in `Docs/Labels.md`.
public struct LabelTemplate: Sendable, Equatable {
  /// The name, such as `waybill-76x130`.
  public let name: String
  /// What it is, in a few words.
  public let title: String
  /// What it is for, which decides its fields.
  public let kind: TemplateKind
  /// The width of a label in millimeters.
  public let width: Double
  /// The height of a label in millimeters; a list may make it grow.
  public let height: Double

  let sheet: TemplateSheet?
  let elements: [TemplateElement]
  let settings: [TemplateSetting]
  let checks: [TemplateCheck]
  /// Fields beyond those of its kind.
  let ownFields: [TemplateField]
  let sampleName: String?
  /// The carriers data can name in `carrier.code`.
  var carriers: [String: CarrierProfile] = [:]
  /// The carrier whose template it is; nil: any.
  private(set) var carrier: CarrierProfile?

  /// The fields data can fill in.
  public var fields: [TemplateField] { kind.fields + ownFields }

  init(
    name: String, title: String, kind: TemplateKind, width: Double, height: Double,
    sheet: TemplateSheet?, elements: [TemplateElement], settings: [TemplateSetting],
    checks: [TemplateCheck], ownFields: [TemplateField], sampleName: String?
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.width = width
    self.height = height
    self.sheet = sheet
    self.elements = elements
    self.settings = settings
    self.checks = checks
    self.ownFields = ownFields
    self.sampleName = sampleName
  }

  /// The template of one carrier, named `waybill-76x130.sf`.
  func with(_ carrier: CarrierProfile) -> LabelTemplate {
    var result = LabelTemplate(
      name: "\(name).\(carrier.code.lowercased())", title: "\(title), \(carrier.title)", kind: kind,
      width: width, height: height, sheet: sheet, elements: elements, settings: settings,
      checks: checks, ownFields: ownFields, sampleName: sampleName)
    result.carrier = carrier
    result.carriers = carriers
    return result
  }

  /// The carrier that data are for.
  func carrier(of data: LabelData) -> CarrierProfile? {
    carrier ?? carriers[data.text("carrier.code")]
  }
}

extension LabelTemplate {
  /// Awkward data, each template its own: odd digits, a long address, rare characters, many lines.
  public var sample: LabelData {
    let samples = samples
    return (samples.first { $0.name == sampleName } ?? samples.first)?.data ?? LabelData()
  }

  /// All data that make trouble, with the carrier's number where the template is one carrier's.
  public var samples: [LabelSample] {
    kind.samples.map { sample in
      guard let carrier else { return sample }
      return LabelSample(sample.name, sample.data.merged(with: carrier.sample))
    }
  }
}
