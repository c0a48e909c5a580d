extension LabelTemplate {
  /// Renders data in a format.
  ///
  /// - Throws: ``LabelError``: a field is missing or wrong, a character has no glyph, a symbol does not
  ///   fit, ...
  public func render(
    _ data: LabelData, to format: LabelFormat, options: RenderOptions = RenderOptions()
  ) throws(LabelError) -> RenderedLabels {
    let labels = try labels(for: data, isPrivate: options.isPrivate)
    let backend = format.backend(resolution: options.resolution)
    var document = try backend.render(labels, id: options.id)
    document.notes = unknownFields(in: data).map(LabelNote.unknownField) + document.notes
    return RenderedLabels(
      document: document,
      payloads: labels.enumerated().flatMap { $0.element.payloads(page: $0.offset + 1) },
      pages: labels.count)
  }

  /// The layouts of data, a label a page.
  ///
  /// Data with a list `labels` make a label for each of its rows, over what the other fields say.
  public func labels(
    for data: LabelData, isPrivate: Bool = false
  ) throws(LabelError) -> [Label] {
    var records = [data]
    if case .list(let rows) = data["labels"] {
      var common = data
      common["labels"] = nil
      records = rows.map { common.merged(with: $0) }
    }
    guard !records.isEmpty else {
      throw LabelError(.missingField, element: "labels", "a list with a row for each label")
    }
    var filled: [LabelData] = []
    for record in records { filled.append(try fill(record, isPrivate: isPrivate)) }
    guard let sheet else { return filled.flatMap { TemplateLayout(self, $0).labels() } }
    return TemplateLayout.sheets(of: self, sheet, filled)
  }

  /// Data with what the template and the carrier say when a field is left out, checked.
  private func fill(_ data: LabelData, isPrivate: Bool) throws(LabelError) -> LabelData {
    let carrier = carrier(of: data)
    var filled = isPrivate ? data.masked(fields) : data
    for setting in (carrier?.settings ?? []) + settings where !filled.isPresent(setting.field) {
      filled[setting.field] = .text(TemplateScope(data: filled).text(setting.text))
    }
    try require(fields, in: filled, prefix: "")
    for check in (carrier?.checks ?? []) + checks {
      let value = filled.text(check.field)
      guard check.accepts(value) else {
        throw LabelError(
          .badField, element: check.field, "'\(value)': expected \(check.expected)")
      }
    }
    return filled
  }

  private func require(
    _ fields: [TemplateField], in data: LabelData, prefix: String
  ) throws(LabelError) {
    for field in fields {
      if field.isRequired, !data.isPresent(field.name), data.text(field.name) != "0" {
        throw LabelError(
          .missingField, element: prefix + field.name,
          "is missing, template '\(name)' needs it: \(field.summary)")
      }
      for (index, row) in data.list(field.name).enumerated() {
        try require(field.rows ?? [], in: row, prefix: "\(prefix)\(field.name)[\(index + 1)].")
      }
    }
  }

  /// The fields of data that no template of this kind can use, in alphabetical order.
  func unknownFields(in data: LabelData) -> [String] {
    let known = Set(fields.map(\.name)).union(["labels"])
    let given = Set(data.fields.keys).union(data.list("labels").flatMap(\.fields.keys))
    return given.subtracting(known).sorted()
  }
}
