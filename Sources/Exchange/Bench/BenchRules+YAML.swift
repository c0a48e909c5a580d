public import Warehouse

extension BenchRules {
  /// The rules as the YAML that reads back equal.
  public var yaml: String {
    var lines: [String] = []
    if let weighing {
      lines += [
        "weighing:", "  grams: \(weighing.grams)", "  percent: \(weighing.percent)",
        "  learnAfter: \(weighing.learnAfter)", "  readings: \(weighing.readings)",
      ]
    } else {
      lines.append("weighing: false")
    }
    if !scales.isEmpty {
      lines.append("scales:")
      lines += scales.map { "  \(Self.quoted($0.bench.rawValue)): \(Self.quoted($0.address))" }
    }
    lines.append("cartons: \(cartons)")
    if !materials.isEmpty {
      lines.append("materials:")
      for material in materials {
        lines += [
          "  - code: \(Self.quoted(material.code.rawValue))",
          "    zh: \(Self.quoted(material.name.zh))", "    en: \(Self.quoted(material.name.en))",
          "    grams: \(material.grams)",
        ]
        if material.forFragile { lines.append("    forFragile: true") }
        if let void = material.fromVoid { lines.append("    fromVoid: \(void)") }
      }
    }
    lines.append("proof: \(proof)")
    switch sealAll {
    case nil: lines.append("sealAll: false")
    case SealRule()?: lines.append("sealAll: true")
    case let rule?:
      lines.append("sealAll:")
      if !rule.zones.isEmpty {
        lines.append(
          "  zones: [\(rule.zones.map { Self.quoted($0.rawValue) }.joined(separator: ", "))]")
      }
      if !rule.channels.isEmpty {
        lines.append("  channels: [\(rule.channels.map(Self.quoted).joined(separator: ", "))]")
      }
      if let most = rule.mostPieces { lines.append("  mostPieces: \(most)") }
      if let most = rule.mostValue { lines.append("  mostValue: \(most / 100)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }
}
