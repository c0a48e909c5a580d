import Yams

/// A place in a drill's file that is read with its line, problems kept beside it.
final class DrillNotes {
  let file: String
  private(set) var problems: [DrillProblem] = []

  init(file: String) {
    self.file = file
  }

  func add(_ line: Int, _ sentence: String) {
    problems.append(DrillProblem(file: file, line: line, sentence: sentence))
  }
}

/// A mapping of a drill's file; keys that nobody asks for are told.
final class DrillMapping {
  let line: Int
  private let notes: DrillNotes
  private var nodes: [(key: String, line: Int, node: Node)] = []
  private var asked: Set<String> = []

  init?(_ node: Node, _ notes: DrillNotes, what: String) {
    line = node.mark?.line ?? 1
    self.notes = notes
    guard let mapping = node.mapping else {
      notes.add(line, "\(what): expected keys with values")
      return nil
    }
    for (key, value) in mapping {
      guard let name = key.string else {
        notes.add(key.mark?.line ?? line, "\(what): expected a word as key")
        continue
      }
      nodes.append((name, key.mark?.line ?? line, value))
    }
  }

  var keys: [String] { nodes.map(\.key) }

  func line(of key: String) -> Int { nodes.first { $0.key == key }?.line ?? line }

  /// The line of an item of a list that was read whole; nil for any other.
  func line(of key: String, at index: Int, of count: Int) -> Int? {
    guard let list = nodes.first(where: { $0.key == key })?.node.sequence, list.count == count,
      list.indices.contains(index)
    else { return nil }
    return list[index].mark?.line
  }

  func node(_ key: String) -> Node? {
    asked.insert(key)
    return nodes.first { $0.key == key }?.node
  }

  func text(_ key: String, required: Bool = false) -> String? {
    guard let node = node(key) else {
      if required { notes.add(line, "\(key) is missing") }
      return nil
    }
    guard let text = node.scalar?.string, !text.isEmpty else {
      notes.add(line(of: key), "\(key): expected a text")
      return nil
    }
    return text
  }

  func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(key) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      notes.add(
        line(of: key),
        "\(key) \(text): expected a number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  func flag(_ key: String) -> Bool? {
    guard let text = text(key) else { return nil }
    switch text {
    case "true", "yes": return true
    case "false", "no": return false
    case let other:
      notes.add(line(of: key), "\(key) \(other): expected true or false")
      return nil
    }
  }

  func choice<Value: CaseIterable & RawRepresentable>(
    _ key: String, _ type: Value.Type, required: Bool = false
  ) -> Value? where Value.RawValue == String {
    guard let text = text(key, required: required) else { return nil }
    guard let value = Value(rawValue: text) else {
      let all = Value.allCases.map(\.rawValue).joined(separator: ", ")
      notes.add(line(of: key), "\(key) \(text): expected one of \(all)")
      return nil
    }
    return value
  }

  func list(_ key: String) -> [Node] {
    guard let node = node(key) else { return [] }
    guard let list = node.sequence else {
      notes.add(line(of: key), "\(key): expected a list")
      return []
    }
    return Array(list)
  }

  /// Tells every key that nobody asked for.
  func finish(_ what: String) {
    for (key, line, _) in nodes where !asked.contains(key) {
      notes.add(line, "\(what) has no \(key)")
    }
  }
}
