extension LabelData {
  /// The data as a privacy label shows them, by the privacy of the fields.
  ///
  /// Free text and the data of QR Codes lose every name, phone number and address that stands in another
  /// field as well; free text also whatever looks like a phone number. Codes that are fields of their
  /// own, such as waybill numbers, stay as they are.
  func masked(_ definitions: [TemplateField]) -> LabelData {
    masked(definitions, secrets: secrets(definitions))
  }

  /// The values to hide with what stands in their place, the longest first.
  private func secrets(_ definitions: [TemplateField]) -> [(value: String, mask: String)] {
    var result: [(value: String, mask: String)] = []
    for definition in definitions {
      if let rows = definition.rows {
        result += list(definition.name).flatMap { $0.secrets(rows) }
      } else if let privacy = definition.privacy, !privacy.isAboutOthers {
        let value = text(definition.name)
        // One character alone is no secret that could be found again.
        if value.count > 1 { result.append((value, privacy.masked(value))) }
      }
    }
    return result.sorted { $0.value.count > $1.value.count }
  }

  private func masked(
    _ definitions: [TemplateField], secrets: [(value: String, mask: String)]
  ) -> LabelData {
    var result = self
    for definition in definitions {
      if let rows = definition.rows {
        guard case .list(let values) = self[definition.name] else { continue }
        result[definition.name] = .list(values.map { $0.masked(rows, secrets: secrets) })
      } else if let privacy = definition.privacy, case .text(var value) = self[definition.name] {
        if privacy.isAboutOthers {
          for secret in secrets { value = value.replacing(secret.value, with: secret.mask) }
        }
        result[definition.name] = .text(privacy.masked(value))
      }
    }
    return result
  }
}
