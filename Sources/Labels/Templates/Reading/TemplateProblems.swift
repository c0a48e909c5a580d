import Yams

/// Collects what is wrong with a file while it is read.
final class TemplateProblems {
  let file: String
  private var found: [TemplateError.Problem] = []

  init(file: String) {
    self.file = file
  }

  var isEmpty: Bool { found.isEmpty }

  /// The problems in the order of lines, those of one line as they were found.
  var problems: [TemplateError.Problem] {
    found.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }

  func add(line: Int, column: Int = 1, _ sentence: String) {
    found.append(
      TemplateError.Problem(file: file, line: line, column: column, sentence: sentence))
  }

  func add(_ mark: Mark?, offset: Int = 0, _ sentence: String) {
    add(line: mark?.line ?? 1, column: (mark?.column ?? 1) + offset, sentence)
  }

  /// `, did you mean 'x'?` when a known word is near, else what is known.
  static func hint(for word: String, among known: some Collection<String>) -> String {
    let near = known.sorted().min { distance(word, $0) < distance(word, $1) }
    if let near, distance(word, near) <= 2 { return ", did you mean '\(near)'?" }
    return ", expected one of \(known.sorted().joined(separator: ", "))"
  }

  /// How many letters to insert, remove or change (Levenshtein).
  private static func distance(_ first: String, _ second: String) -> Int {
    let second = Array(second)
    var row = Array(0...second.count)
    for (index, letter) in first.enumerated() {
      var previous = row[0]
      row[0] = index + 1
      for column in second.indices {
        let changed = previous + (second[column] == letter ? 0 : 1)
        previous = row[column + 1]
        row[column + 1] = min(changed, row[column] + 1, row[column + 1] + 1)
      }
    }
    return row[second.count]
  }
}
