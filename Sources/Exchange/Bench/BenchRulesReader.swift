public import Warehouse
import Yams

/// Reads what a site asks at its benches from YAML (`Docs/Bench.md`); every wrong line is told at once.
public struct BenchRulesReader {
  /// Every wrong line of a file, `bench.yaml:3: ...`.
  public struct Problems: Error, CustomStringConvertible {
    /// The sentences, in the order of their lines.
    public let sentences: [String]
    /// All of them, a line each.
    public var description: String { sentences.joined(separator: "\n") }
  }

  private let name: String
  private var found: [(line: Int, sentence: String)] = []

  /// Reads a document; `name` stands before each problem.
  public static func read(_ text: String, name: String = "bench.yaml") throws(Problems)
    -> BenchRules
  {
    var reader = BenchRulesReader(name: name)
    let rules = reader.rules(text)
    guard reader.found.isEmpty else {
      throw Problems(
        sentences: reader.found.sorted { $0.line < $1.line }.map {
          "\(name):\($0.line): \($0.sentence)"
        })
    }
    return rules
  }

  private init(name: String) { self.name = name }

  private mutating func rules(_ text: String) -> BenchRules {
    var rules = BenchRules()
    let node: Node?
    do {
      node = try compose(yaml: text)
    } catch let error as YamlError {
      note(error.line, "no YAML")
      return rules
    } catch {
      note(1, "no YAML")
      return rules
    }
    guard let node else { return rules }
    for (key, value) in members(of: node, "the file") {
      switch key {
      case "weighing": rules.weighing = weighing(value)
      case "scales":
        for (bench, address) in members(of: value, "scales") {
          guard let text = address.scalar?.string, Self.isAddress(text) else {
            wrong(address, "expected tcp:HOST:PORT or serial:/dev/DEVICE@BAUD")
            continue
          }
          rules.scales.append(BenchScale(bench: Code(bench), address: text))
        }
      case "cartons": rules.cartons = flag(value)
      case "proof": rules.proof = flag(value)
      case "materials": rules.materials = items(value).compactMap { material($0) }
      case "sealAll": rules.sealAll = sealAll(value)
      default:
        wrong(
          value, "\(key): expected weighing, scales, cartons, materials, proof or sealAll")
      }
    }
    rules.scales.sort { $0.bench < $1.bench }
    return rules
  }

  private mutating func weighing(_ node: Node) -> WeightRule? {
    if let word = node.scalar?.string, ["true", "false", "yes", "no"].contains(word) {
      return word == "true" || word == "yes" ? WeightRule() : nil
    }
    var rule = WeightRule()
    for (key, value) in members(of: node, "weighing") {
      switch key {
      case "grams": rule.grams = number(value, 0...100_000)
      case "percent": rule.percent = number(value, 0...100)
      case "learnAfter": rule.learnAfter = number(value, 1...LearnedWeight.memory)
      case "readings": rule.readings = number(value, 1...50)
      default: wrong(value, "\(key): expected grams, percent, learnAfter or readings")
      }
    }
    return rule
  }

  private mutating func material(_ node: Node) -> PackingMaterial? {
    var (code, zh, en, grams) = ("", "", "", 0)
    var forFragile = false
    var fromVoid: Int?
    for (key, value) in members(of: node, "a material") {
      switch key {
      case "code": code = text(value)
      case "zh": zh = text(value)
      case "en": en = text(value)
      case "grams": grams = number(value, 0...10_000)
      case "forFragile": forFragile = flag(value)
      case "fromVoid": fromVoid = number(value, 1...100)
      default: wrong(value, "\(key): expected code, zh, en, grams, forFragile or fromVoid")
      }
    }
    guard !code.isEmpty, !zh.isEmpty || !en.isEmpty else {
      wrong(node, "a material: expected a code and a name, zh or en")
      return nil
    }
    return PackingMaterial(
      code: Code(code), name: Name(zh: zh.isEmpty ? en : zh, en: en.isEmpty ? zh : en),
      grams: grams, forFragile: forFragile, fromVoid: fromVoid)
  }

  private mutating func sealAll(_ node: Node) -> SealRule? {
    if let word = node.scalar?.string, ["true", "false", "yes", "no"].contains(word) {
      return word == "true" || word == "yes" ? SealRule() : nil
    }
    var rule = SealRule()
    for (key, value) in members(of: node, "sealAll") {
      switch key {
      case "zones": rule.zones = items(value).map { Code(text($0)) }
      case "channels": rule.channels = items(value).map { text($0) }
      case "mostPieces": rule.mostPieces = number(value, 1...100_000)
      case "mostValue": rule.mostValue = number(value, 1...10_000_000) * 100
      default: wrong(value, "\(key): expected zones, channels, mostPieces or mostValue")
      }
    }
    return rule
  }

  // MARK: - Nodes

  private mutating func members(of node: Node, _ what: String) -> [(String, Node)] {
    guard let mapping = node.mapping else {
      wrong(node, "\(what): expected keys with values")
      return []
    }
    return mapping.map { ($0.key.string ?? "", $0.value) }
  }

  private mutating func items(_ node: Node) -> [Node] {
    guard let list = node.sequence else {
      wrong(node, "expected a list")
      return []
    }
    return Array(list)
  }

  private mutating func text(_ node: Node) -> String {
    guard let text = node.scalar?.string, !text.isEmpty else {
      wrong(node, "expected a text")
      return ""
    }
    return text
  }

  private mutating func number(_ node: Node, _ range: ClosedRange<Int>) -> Int {
    guard let number = node.scalar.flatMap({ Int($0.string) }), range.contains(number) else {
      wrong(node, "expected a number from \(range.lowerBound) to \(range.upperBound)")
      return range.lowerBound
    }
    return number
  }

  private mutating func flag(_ node: Node) -> Bool {
    switch node.scalar?.string {
    case "true", "yes": return true
    case "false", "no": return false
    case .some, nil:
      wrong(node, "expected true or false")
      return false
    }
  }

  private mutating func wrong(_ node: Node, _ sentence: String) {
    note(node.mark?.line ?? 1, sentence)
  }

  private mutating func note(_ line: Int, _ sentence: String) { found.append((line, sentence)) }

  private static func isAddress(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return switch parts.first {
    case "tcp":
      parts.count == 3 && !parts[1].isEmpty
        && Digits.value(parts[2].utf8).map { (1...65_535).contains($0) } ?? false
    case "serial": parts.count == 2 && parts[1].hasPrefix("/")
    default: false
    }
  }
}

extension YamlError {
  /// The line where it stops to be YAML.
  fileprivate var line: Int {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      mark.line
    default: 1
    }
  }
}
