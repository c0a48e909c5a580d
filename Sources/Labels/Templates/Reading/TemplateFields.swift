/// The fields a part of a template can use.
struct TemplateFields {
  /// Names that every template has.
  static let counters = [
    TemplateField("page", "number of the page, from 1"),
    TemplateField("pages", "how many pages there are"),
  ]

  private let fields: [String: TemplateField]

  init(_ fields: [TemplateField]) {
    self.fields = Dictionary(fields.map { ($0.name, $0) }) { $1 }
  }

  /// The names.
  var names: Set<String> { Set(fields.keys) }

  /// These and more.
  func adding(_ more: [TemplateField]) -> TemplateFields {
    TemplateFields(Array(fields.values) + more)
  }

  subscript(name: String) -> TemplateField? { fields[name] }

  /// Checks that each field of a text is known and used as what it is.
  func check(_ text: TemplateText, at node: TemplateNode) {
    for part in text.parts {
      guard case .field(let name, let functions) = part else { continue }
      guard let field = fields[name] else {
        node.problem("unknown field '\(name)'\(TemplateProblems.hint(for: name, among: names))")
        continue
      }
      let isList = field.rows != nil
      if isList != (functions.first?.takesList ?? false) {
        node.problem(
          isList
            ? "'\(name)' is a list, expected {\(name)|count}, {\(name)|sum FIELD} or"
              + " {\(name)|join FIELD \", \"}"
            : "'\(name)' is text, count, sum and join are for lists")
      }
      for function in functions {
        let rowNames = field.rows?.map(\.name) ?? []
        if let rowField = function.rowField, isList, !rowNames.contains(rowField) {
          node.problem(
            "unknown field '\(rowField)' of \(name)"
              + TemplateProblems.hint(for: rowField, among: rowNames))
        }
      }
    }
  }

  /// Reads a text whose fields are known.
  func text(_ node: TemplateNode?) -> TemplateText? {
    guard let node, let text = node.template() else { return nil }
    check(text, at: node)
    return text
  }

  /// Reads `when`: a term or a list of terms.
  func condition(_ node: TemplateNode?) -> TemplateCondition {
    guard let node else { return TemplateCondition() }
    var nodes = [node]
    if node.isList { nodes = node.list("fields") ?? [] }
    return TemplateCondition(
      terms: nodes.compactMap { node in
        guard let word = node.text("a field or 'not' and a field") else { return nil }
        guard let term = TemplateCondition.term(word) else {
          node.problem("'\(word)': expected a field, or 'not' and a field")
          return nil
        }
        if fields[term.field] == nil {
          node.problem(
            "unknown field '\(term.field)'\(TemplateProblems.hint(for: term.field, among: names))")
        }
        return term
      })
  }

  /// Reads `set`: fields with what they say when the data leave them out.
  func settings(_ node: TemplateNode?) -> [TemplateSetting] {
    guard let node, let mapping = TemplateMapping(node, keys: names, "set") else { return [] }
    return mapping.entries.compactMap { key, value in
      text(value).map { TemplateSetting(field: key, text: $0) }
    }
  }

  /// Reads `check`: fields with the pattern of their values and what people are told.
  func checks(_ node: TemplateNode?) -> [TemplateCheck] {
    guard let node, let mapping = TemplateMapping(node, keys: names, "check") else { return [] }
    return mapping.entries.compactMap { key, value in
      guard
        let rule = TemplateMapping(value, keys: ["pattern", "expected"], "a check"),
        let patternNode = rule.required("pattern", "a regular expression"),
        let pattern = patternNode.text("a regular expression"),
        let expected = rule.required("expected", "what people are told to expect")?.text()
      else { return nil }
      do {
        _ = try Regex(pattern)
      } catch {
        patternNode.problem("no regular expression: \(error)")
      }
      return TemplateCheck(field: key, pattern: pattern, expected: expected)
    }
  }
}
