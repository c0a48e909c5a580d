import Yams

/// Reads a file of the template language: one template or one carrier.
struct TemplateReader {
  /// What a file holds.
  enum Document {
    case template(TemplateDraft)
    case carrier(CarrierProfile)
  }

  private static let templateKeys: Set = [
    "template", "title", "kind", "extends", "paper", "sheet", "fields", "set", "check", "sample",
    "remove", "elements",
  ]

  /// Reads a file.
  static func read(_ yaml: String, file: String) throws(TemplateError) -> Document {
    let problems = TemplateProblems(file: file)
    let document = document(yaml, problems)
    switch document {
    // What is wrong with a template so far is named together with what its building finds.
    case .template(let draft): return .template(draft)
    case .carrier(let carrier) where problems.isEmpty: return .carrier(carrier)
    case .carrier, nil: throw TemplateError(problems: problems.problems)
    }
  }

  private static func document(_ yaml: String, _ problems: TemplateProblems) -> Document? {
    do {
      guard let root = try Yams.compose(yaml: yaml) else {
        problems.add(line: 1, "expected a template or a carrier, found nothing")
        return nil
      }
      let node = TemplateNode(node: root, problems: problems)
      guard case .mapping(let mapping) = root, mapping.contains(where: { $0.key == "carrier" })
      else { return template(node) }
      return carrier(node).map(Document.carrier)
    } catch {
      Self.add(error, to: problems)
      return nil
    }
  }

  private static func add(_ error: any Error, to problems: TemplateProblems) {
    guard let error = error as? YamlError else {
      problems.add(line: 1, "\(error)")
      return
    }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      problems.add(mark, "no YAML: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.map { "\($0)" }.joined(separator: ", ")
      problems.add(context.mark, "key given twice: \(keys)")
    case .no, .memory, .reader, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      problems.add(line: 1, "no YAML: \(error)")
    }
  }

  private static func template(_ node: TemplateNode) -> Document? {
    guard let mapping = TemplateMapping(node, keys: templateKeys, "a template"),
      let nameNode = mapping.required("template", "the name, such as waybill-76x130"),
      let name = nameNode.text("the name of the template")
    else { return nil }
    if name.isEmpty || !name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    {
      nameNode.problem("'\(name)': expected a name of letters, digits and -")
    }
    return .template(TemplateDraft(name: name, mapping: mapping))
  }

  private static func carrier(_ node: TemplateNode) -> CarrierProfile? {
    let keys: Set = ["carrier", "title", "set", "check", "sample"]
    guard let mapping = TemplateMapping(node, keys: keys, "a carrier"),
      let code = mapping["carrier"]?.text("the carrier's code")
    else { return nil }
    let fields = TemplateFields(TemplateKind.waybill.fields)
    var sample = LabelData()
    if let node = mapping["sample"],
      let values = TemplateMapping(node, keys: fields.names, "the carrier's sample")
    {
      for (key, value) in values.entries { sample[key] = value.text().map(LabelData.Value.text) }
    }
    sample["carrier.code"] = .text(code)
    return CarrierProfile(
      code: code, title: mapping["title"]?.text() ?? code,
      settings: fields.settings(mapping["set"]), checks: fields.checks(mapping["check"]),
      sample: sample)
  }
}
