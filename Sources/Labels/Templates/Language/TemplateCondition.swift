/// When an element is there: `code`, `not code`, or several of them, all of which must hold.
struct TemplateCondition: Sendable, Equatable {
  /// A field, and whether it shall be present or absent.
  struct Term: Sendable, Equatable {
    var field: String
    var isPresent: Bool
  }

  var terms: [Term] = []

  /// Reads one term, nil when it is none.
  static func term(_ text: String) -> Term? {
    let words = text.split(separator: " ")
    if words.count == 1 { return Term(field: String(words[0]), isPresent: true) }
    guard words.count == 2, words[0] == "not" else { return nil }
    return Term(field: String(words[1]), isPresent: false)
  }

  /// Whether it holds.
  func holds(in scope: TemplateScope) -> Bool {
    terms.allSatisfy { scope.isPresent($0.field) == $0.isPresent }
  }

  /// Whether two conditions can never hold together.
  func excludes(_ other: TemplateCondition) -> Bool {
    terms.contains { term in
      other.terms.contains { $0.field == term.field && $0.isPresent != term.isPresent }
    }
  }
}
