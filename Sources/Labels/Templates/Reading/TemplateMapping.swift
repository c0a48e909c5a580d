import Yams

/// A mapping of a YAML file with the keys it may have.
struct TemplateMapping {
  /// Keys and values in the order of the file.
  let entries: [(key: String, node: TemplateNode)]
  let node: TemplateNode

  var line: Int { node.line }
  var problems: TemplateProblems { node.problems }

  /// Reads a mapping; a key that is not known is a problem.
  ///
  /// Without `keys` any key will do.
  init?(_ node: TemplateNode, keys: Set<String>?, _ what: String) {
    guard case .mapping(let mapping) = node.node else {
      node.problem("expected \(what)")
      return nil
    }
    self.node = node
    entries = mapping.map { key, value in
      (key.string ?? "", TemplateNode(node: value, problems: node.problems))
    }
    for (key, _) in mapping {
      let name = key.string ?? ""
      if let keys, !keys.contains(name) {
        node.problems.add(
          key.mark,
          "unknown key '\(name)' of \(what)\(TemplateProblems.hint(for: name, among: keys))")
      }
    }
  }

  subscript(key: String) -> TemplateNode? { entries.first { $0.key == key }?.node }

  /// The value of a key, whose absence is a problem.
  func required(_ key: String, _ what: String) -> TemplateNode? {
    if let node = self[key] { return node }
    node.problem("expected '\(key)': \(what)")
    return nil
  }
}
