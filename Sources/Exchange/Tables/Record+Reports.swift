extension Record {
  /// Adds a problem about one part of what a field holds.
  func report(
    _ name: FieldName, value: String, expected: Expectation, _ problems: inout ImportProblems
  ) {
    let field = field(name)
    let label = field?.name ?? name.name
    problems.add(
      ImportProblem(
        file: file, place: field?.place ?? place,
        field: path.isEmpty ? label : "\(path).\(label)", value: value, expected: expected))
  }

  /// Adds a problem about the record as a whole.
  func report(expected: Expectation, _ problems: inout ImportProblems) {
    problems.add(
      ImportProblem(
        file: file, place: place, field: path.isEmpty ? nil : path, expected: expected))
  }

  /// Reads a code and reports it when it was in the file before.
  func newCode(
    _ name: FieldName, maxLength: Int, in seen: inout FirstSeen, _ problems: inout ImportProblems
  ) -> String? {
    guard let code = code(name, maxLength: maxLength, &problems) else { return nil }
    guard let line = seen.line(of: code, at: place) else { return code }
    report(name, expected: .once(line), &problems)
    return nil
  }

  /// Reads a name in Chinese, English or both; at least one is required.
  func names(zh: FieldName, en: FieldName, _ problems: inout ImportProblems) -> (String, String)? {
    guard has(zh) || has(en) else {
      report(
        zh, expected: Expectation(en: "a name in Chinese or English", zh: "中文或英文名称"), &problems)
      return nil
    }
    let before = problems.count
    let names = (
      text(zh, required: false, maxLength: 80, &problems) ?? "",
      text(en, required: false, maxLength: 80, &problems) ?? ""
    )
    return problems.count == before ? names : nil
  }

  /// Reads a list of words, each with a meaning; several words may mean the same.
  func words<Meaning>(
    _ name: FieldName, of meanings: KeyValuePairs<String, Meaning>, required: Bool,
    _ problems: inout ImportProblems
  ) -> [Meaning]? {
    guard let items = list(name, required: required, &problems) else { return nil }
    var found: [Meaning] = []
    for item in items {
      let key = FieldName.key(item)
      guard let meaning = meanings.first(where: { FieldName.key($0.key) == key })?.value else {
        let words = meanings.map(\.key).joined(separator: ", ")
        report(
          name, value: item,
          expected: Expectation(en: "one of \(words)", zh: "其中之一: \(words)"), &problems)
        return nil
      }
      found.append(meaning)
    }
    return found
  }
}

extension Expectation {
  /// The key is on that line already.
  static func once(_ line: Int) -> Expectation {
    Expectation(
      en: "each only once in the file, it is on line \(line) already",
      zh: "文件中不重复，第 \(line) 行已有")
  }

  /// The product must be known.
  static let knownProduct = Expectation(
    en: "the SKU of an imported product", zh: "已导入商品的编码")
}
