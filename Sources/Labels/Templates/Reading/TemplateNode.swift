import Yams

/// A node of a YAML file that is read with checks: what is not as expected becomes a problem with its
/// place.
struct TemplateNode {
  let node: Node
  let problems: TemplateProblems

  var line: Int { node.mark?.line ?? 1 }

  /// Whether it is a sequence.
  var isList: Bool { node.sequence != nil }
  /// The text when it is a scalar, without a problem when it is none.
  var scalar: String? { node.scalar?.string }
  /// Its keys when it is a mapping.
  var keys: [String] { node.mapping?.map { $0.key.string ?? "" } ?? [] }

  func problem(_ sentence: String) { problems.add(node.mark, sentence) }

  /// The text of a scalar.
  func text(_ what: String = "text") -> String? {
    guard case .scalar(let scalar) = node else {
      problem("expected \(what)")
      return nil
    }
    return scalar.string
  }

  /// A number in a range.
  func number(_ range: ClosedRange<Double>, _ what: String) -> Double? {
    guard case .scalar(let scalar) = node, let number = Double(scalar.string),
      range.contains(number)
    else {
      problem(
        "expected \(what) from \(TSPLPage.number(range.lowerBound)) to"
          + " \(TSPLPage.number(range.upperBound))\(found)")
      return nil
    }
    return number
  }

  /// A length in millimeters.
  func length(_ range: ClosedRange<Double> = 0...1000) -> Double? { number(range, "millimeters") }

  /// A whole number in a range.
  func integer(_ range: ClosedRange<Int>) -> Int? {
    guard case .scalar(let scalar) = node, let number = Int(scalar.string), range.contains(number)
    else {
      problem("expected a whole number from \(range.lowerBound) to \(range.upperBound)\(found)")
      return nil
    }
    return number
  }

  /// `true` or `false`.
  func flag() -> Bool? {
    switch text("true or false") {
    case "true": return true
    case "false": return false
    case nil: return nil
    default:
      problem("expected true or false\(found)")
      return nil
    }
  }

  /// One of some words.
  func choice<Choice: CaseIterable & RawRepresentable>(
    _ type: Choice.Type
  ) -> Choice? where Choice.RawValue == String {
    let words = Choice.allCases.map(\.rawValue)
    guard let word = text("one of \(words.joined(separator: ", "))") else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    problem("'\(word)'\(TemplateProblems.hint(for: word, among: words))")
    return nil
  }

  /// The nodes of a sequence.
  func list(_ what: String) -> [TemplateNode]? {
    guard case .sequence(let sequence) = node else {
      problem("expected a list: \(what)")
      return nil
    }
    return sequence.map { TemplateNode(node: $0, problems: problems) }
  }

  /// Numbers in brackets, as many as they have names.
  func lengths(_ names: String...) -> [Double]? {
    guard let nodes = list("[\(names.joined(separator: ", "))]") else { return nil }
    guard nodes.count == names.count else {
      problem("expected [\(names.joined(separator: ", "))], found \(nodes.count) values")
      return nil
    }
    let numbers = nodes.compactMap { $0.length(-1000...1000) }
    return numbers.count == names.count ? numbers : nil
  }

  /// A rectangle as `[x, y, width, height]`.
  func frame() -> Label.Frame? {
    guard let numbers = lengths("x", "y", "width", "height") else { return nil }
    guard numbers[2] > 0, numbers[3] > 0 else {
      problem("expected [x, y, width, height] with width and height above 0")
      return nil
    }
    return Label.Frame(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
  }

  /// Text with fields.
  func template() -> TemplateText? {
    guard let text = text() else { return nil }
    do throws(TemplateText.Failure) {
      return try TemplateText(text)
    } catch {
      problems.add(node.mark, offset: error.offset, error.sentence)
      return nil
    }
  }

  private var found: String {
    guard case .scalar(let scalar) = node else { return ", found a list or a mapping" }
    return ", found '\(scalar.string)'"
  }
}
