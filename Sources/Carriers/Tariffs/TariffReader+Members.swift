import Warehouse

extension TariffReader {
  /// A value of the document and the way to it.
  struct Node {
    var json: JSON
    var path: String

    func name(_ member: String) -> String { path.isEmpty ? member : "\(path).\(member)" }
  }

  /// Notes what was expected of a member, at its own place or where it is missing.
  mutating func report(_ node: Node, _ member: String, _ expected: String) {
    let place = node.json[member] ?? node.json
    problems.append(
      .init(
        line: place.line, column: place.column, path: node.name(member), expected: expected))
  }

  mutating func allow(_ node: Node, _ names: [String]) {
    guard let members = node.json.members else {
      problems.append(
        .init(
          line: node.json.line, column: node.json.column, path: node.path, expected: "an object"))
      return
    }
    var seen: Set<String> = []
    for member in members where !names.contains(member.name) || !seen.insert(member.name).inserted {
      problems.append(
        .init(
          line: member.value.line, column: member.value.column, path: node.name(member.name),
          expected: names.contains(member.name)
            ? "each name once" : "one of \(names.joined(separator: ", "))"))
    }
  }

  func child(_ node: Node, _ name: String) -> Node? {
    node.json[name].map { Node(json: $0, path: node.name(name)) }
  }

  mutating func list(_ node: Node, _ name: String, required: Bool = false) -> [Node] {
    guard let value = node.json[name] else {
      if required && node.json.members != nil { report(node, name, "a list") }
      return []
    }
    guard let elements = value.elements else {
      report(node, name, "a list")
      return []
    }
    return elements.enumerated().map { index, json in
      Node(json: json, path: "\(node.name(name))[\(index)]")
    }
  }

  mutating func text(_ node: Node, _ name: String, required: Bool = false) -> String {
    guard let value = node.json[name] else {
      if required && node.json.members != nil { report(node, name, "a text") }
      return ""
    }
    guard case .text(let text) = value.value, !required || !text.isEmpty else {
      report(node, name, "a text")
      return ""
    }
    return text
  }

  mutating func texts(_ node: Node, _ name: String) -> [String] {
    var texts: [String] = []
    for element in list(node, name) {
      if case .text(let text) = element.json.value, !text.isEmpty {
        texts.append(text)
      } else {
        problems.append(
          .init(
            line: element.json.line, column: element.json.column, path: element.path,
            expected: "a text"))
      }
    }
    return texts
  }

  /// A whole number; a text of digits or a number with decimals is none.
  mutating func integer(_ node: Node, _ name: String, _ range: ClosedRange<Int>) -> Int? {
    guard let value = node.json[name] else { return nil }
    guard case .number(let digits) = value.value, let number = Int(digits), range.contains(number)
    else {
      report(node, name, "a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  mutating func needed(_ node: Node, _ name: String, _ range: ClosedRange<Int>) -> Int {
    guard node.json[name] != nil else {
      report(node, name, "a whole number from \(range.lowerBound) to \(range.upperBound)")
      return range.lowerBound
    }
    return integer(node, name, range) ?? range.lowerBound
  }

  mutating func region(_ node: Node, _ name: String) -> Region { Region(text(node, name)) }

  mutating func regions(_ node: Node, _ name: String) -> [Region] {
    texts(node, name).map { Region($0) }
  }

  mutating func day(_ node: Node, _ name: String, required: Bool = false) -> Day? {
    guard node.json[name] != nil || required else { return nil }
    let day = Day(node.json[name]?.string ?? "")
    if day == nil { report(node, name, "a day like 2026-11-22") }
    return day
  }
}
