/// The values a template text can see, the nearest first: page numbers, a row, the label.
struct TemplateScope {
  var data: LabelData
  /// The row of a list, with `row`, its number.
  var row: LabelData?
  /// `page`, `pages`, `hidden`.
  var counters: [String: String] = [:]

  /// The value of a field; empty text when it is absent.
  func value(_ name: String) -> LabelData.Value {
    if let counter = counters[name] { return .text(counter) }
    return row?[name] ?? data[name] ?? .text("")
  }

  /// Whether a field says something.
  func isPresent(_ name: String) -> Bool {
    LabelData([name: value(name)]).isPresent(name)
  }

  /// The text with its fields filled in.
  ///
  /// With `cleaning`, line feeds and invisible characters of the values go, which is for what is read;
  /// what a symbol says is taken as it is.
  func text(_ template: TemplateText, cleaning: Bool = false) -> String {
    template.parts.map { part in
      switch part {
      case .literal(let text): return text
      case .field(let name, let functions):
        let value = functions.reduce(value(name)) { $1.apply($0) }
        guard case .text(let text) = value else { return "" }
        return cleaning ? LabelText.clean(text) : text
      }
    }.joined()
  }
}
