/// A value of a document together with the way to it, from which the parts of a format are read.
///
/// Every refusal names the place and what was expected there.
struct JSONNode {
  private indirect enum Way {
    case root
    case key(Way, String)
    case index(Way, Int)

    var text: String {
      switch self {
      case .root: return ""
      case .key(.root, let key): return key
      case .key(let way, let key): return "\(way.text).\(key)"
      case .index(let way, let index): return "\(way.text)[\(index)]"
      }
    }
  }

  let value: JSONValue
  private let way: Way

  init(_ value: JSONValue) {
    self.value = value
    way = .root
  }

  private init(_ value: JSONValue, _ way: Way) {
    self.value = value
    self.way = way
  }

  /// The place of this value, for an error.
  var place: String { way.text }

  func error(_ problem: String) -> FormatError { FormatError(place, problem) }

  private func expected(_ what: String) -> FormatError {
    error("expected \(what), found \(value.kind)")
  }

  /// The members of an object; keys that begin with `_` are left out, and so is null.
  ///
  /// - Parameter keys: the keys known here; any other is refused, lest a misspelt one be ignored.
  func members(_ keys: [String]) throws(FormatError) -> JSONMembers {
    guard case .object(let pairs) = value else { throw expected("an object") }
    var found: [(key: String, node: JSONNode)] = []
    for (key, value) in pairs where !key.hasPrefix("_") {
      let node = JSONNode(value, .key(way, key))
      guard keys.contains(key) else {
        throw node.error("unknown key: expected \(keys.joined(separator: ", "))")
      }
      if case .null = value { continue }
      found.append((key, node))
    }
    return JSONMembers(owner: self, found: found)
  }

  /// The missing member of an object, as a place.
  func missing(_ key: String) -> FormatError {
    FormatError(Way.key(way, key).text, "missing")
  }

  func list() throws(FormatError) -> [JSONNode] {
    guard case .array(let values) = value else { throw expected("a list") }
    return values.enumerated().map { JSONNode($0.element, .index(way, $0.offset)) }
  }

  /// A list with something in it.
  ///
  /// - Parameter what: what one of its members is called.
  func list(ofSome what: String) throws(FormatError) -> [JSONNode] {
    let nodes = try list()
    guard !nodes.isEmpty else { throw error("expected one \(what) or more, found an empty list") }
    return nodes
  }

  /// A list with as many members as there are names for them.
  func list(of names: [String]) throws(FormatError) -> [JSONNode] {
    let nodes = try list()
    guard nodes.count == names.count else {
      throw error(
        "expected [\(names.joined(separator: ", "))], found a list of \(nodes.count)")
    }
    return nodes
  }

  /// The members of an object whose keys are names of their own, as those of articles are.
  func pairs() throws(FormatError) -> [(key: String, value: JSONNode)] {
    guard case .object(let pairs) = value else { throw expected("an object") }
    return pairs.map { ($0.key, JSONNode($0.value, .key(way, $0.key))) }
  }

  func bool() throws(FormatError) -> Bool {
    guard case .bool(let bool) = value else { throw expected("true or false") }
    return bool
  }

  func text() throws(FormatError) -> String {
    guard case .string(let text) = value else { throw expected("a text") }
    return text
  }

  /// A length in thousandths of the document's unit, rounded to them.
  func length(atLeast least: Int = .min) throws(FormatError) -> Int {
    guard case .number(let number) = value else { throw expected("a number") }
    let most = 1_000_000_000
    guard let length = number.scaled(places: 3), (-most...most).contains(length) else {
      throw error("expected a number from -1000000 to 1000000")
    }
    guard length >= least else {
      throw error(
        "expected \(Thousandths.text(least)) or more, found \(Thousandths.text(length))")
    }
    return length
  }

  /// An integer from a range.
  func integer(_ range: ClosedRange<Int>) throws(FormatError) -> Int {
    guard case .number(let number) = value else { throw expected("an integer") }
    guard let integer = number.integer else { throw error("expected an integer") }
    guard range.contains(integer) else {
      let what =
        range.upperBound == .max
        ? "\(range.lowerBound) or more" : "\(range.lowerBound) to \(range.upperBound)"
      throw error("expected \(what), found \(integer)")
    }
    return integer
  }

  /// A text or an integer that names something.
  func id() throws(FormatError) -> FormatID {
    switch value {
    case .string(let text): return FormatID(text: text, isNumber: false)
    case .number(let number):
      guard let integer = number.integer else {
        throw error("expected a text or an integer as id")
      }
      return FormatID(text: String(integer), isNumber: true)
    case .null, .bool, .array, .object: throw expected("a text or an integer as id")
    }
  }
}

/// The members of an object.
struct JSONMembers {
  fileprivate let owner: JSONNode
  fileprivate let found: [(key: String, node: JSONNode)]

  /// A member, nil where absent.
  subscript(key: String) -> JSONNode? { found.first { $0.key == key }?.node }

  /// A member that has to be there.
  func need(_ key: String) throws(FormatError) -> JSONNode {
    guard let node = self[key] else { throw owner.missing(key) }
    return node
  }
}
