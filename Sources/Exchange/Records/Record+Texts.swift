extension Record {
  /// Reads a text: cleaned, trimmed, not empty, at most `maxLength` characters.
  public func text(
    _ name: FieldName, required: Bool = true, maxLength: Int = 200,
    _ problems: inout ImportProblems
  ) -> String? {
    let expected = Expectation(
      en: "a text of 1 to \(maxLength) characters", zh: "1 至 \(maxLength) 个字符的文字")
    return scalar(name, required: required, expected: expected, &problems) { text in
      text.count <= maxLength ? text : nil
    }
  }

  /// Reads a code, such as a SKU or a GTIN: a text without spaces inside.
  ///
  /// A number in scientific notation is refused: a spreadsheet has rounded away its last digits.
  public func code(
    _ name: FieldName, required: Bool = true, maxLength: Int = 64,
    _ problems: inout ImportProblems
  ) -> String? {
    let expected = Expectation(
      en: "a code of 1 to \(maxLength) characters without spaces, not in scientific notation",
      zh: "1 至 \(maxLength) 个字符的编码，不含空格，不用科学计数法")
    return scalar(name, required: required, expected: expected, &problems) { text in
      text.count <= maxLength && !text.contains(" ") && !Self.isScientific(text) ? text : nil
    }
  }

  /// Reads yes or no: `true`, `yes`, `y`, `1`, `是` or `false`, `no`, `n`, `0`, `否`.
  public func bool(
    _ name: FieldName, required: Bool = true, _ problems: inout ImportProblems
  ) -> Bool? {
    let expected = Expectation(en: "yes or no", zh: "是或否")
    return scalar(name, required: required, allowsBool: true, expected: expected, &problems) {
      switch $0.lowercased() {
      case "true", "yes", "y", "1", "是": true
      case "false", "no", "n", "0", "否": false
      default: nil
      }
    }
  }

  /// Reads one of the given words, without regard to case; several words may mean the same.
  public func choice<Value>(
    _ name: FieldName, of choices: KeyValuePairs<String, Value>, required: Bool = true,
    _ problems: inout ImportProblems
  ) -> Value? {
    let words = choices.map(\.key).joined(separator: ", ")
    let expected = Expectation(en: "one of \(words)", zh: "其中之一: \(words)")
    return scalar(name, required: required, expected: expected, &problems) { text in
      let key = FieldName.key(text)
      return choices.first { FieldName.key($0.key) == key }?.value
    }
  }

  /// Reads the texts of a list: one field separated by `|` or `;`, or a JSON array of texts.
  ///
  /// Empty items are left out; a missing or blank field is an empty list unless it is required.
  public func list(
    _ name: FieldName, required: Bool = false, _ problems: inout ImportProblems
  ) -> [String]? {
    let expected = Expectation(
      en: "a list of texts separated by | or ;", zh: "以 | 或 ; 分隔的文字列表")
    if case .list(let values)? = field(name)?.value {
      var items: [String] = []
      for value in values {
        switch value {
        case .text(let text), .number(let text): items.append(Cleaned.trimmed(text))
        case .bool, .null, .list, .record:
          report(name, expected: expected, &problems)
          return nil
        }
      }
      items.removeAll(where: \.isEmpty)
      if items.isEmpty, required { report(name, expected: expected, &problems) }
      return items.isEmpty && required ? nil : items
    }
    if !required, !has(name) { return [] }
    return scalar(name, required: required, expected: expected, &problems) { text in
      let items = text.split { $0 == "|" || $0 == ";" || $0 == "；" }
        .map { Cleaned.trimmed(String($0)) }.filter { !$0.isEmpty }
      return items.isEmpty && required ? nil : items
    }
  }

  /// Reads one value that is not nested, cleaned and trimmed; `convert` gives nil if it is bad.
  func scalar<Value>(
    _ name: FieldName, required: Bool, allowsBool: Bool = false, expected: Expectation,
    _ problems: inout ImportProblems, _ convert: (String) -> Value?
  ) -> Value? {
    guard let value = field(name)?.value, !value.isBlank else {
      if required { report(name, expected: expected, &problems) }
      return nil
    }
    let text: String? =
      switch value {
      case .text(let text), .number(let text): Cleaned.trimmed(text)
      case .bool(let bool): allowsBool ? (bool ? "true" : "false") : nil
      case .null, .list, .record: nil
      }
    if let text, let converted = convert(text) { return converted }
    report(name, expected: expected, &problems)
    return nil
  }

  /// Whether a spreadsheet wrote the number as `6.90123E+12` or `7E+12`.
  private static func isScientific(_ text: String) -> Bool {
    let parts = text.uppercased().split(separator: "E+", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, parts[1].utf8.allSatisfy(Digits.isDigit)
    else { return false }
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    return mantissa.count <= 2 && mantissa[0].utf8.count == 1
      && mantissa.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(Digits.isDigit) }
  }
}
