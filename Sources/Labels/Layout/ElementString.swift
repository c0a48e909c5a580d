/// GS1 data as pairs of application identifier and value (GS1 General Specifications, section 3).
///
/// Written with the identifiers in square brackets, `[02]06901234567892[37]12`: brackets cannot occur
/// in GS1 data, so no value can pose as an identifier.
struct ElementString: Equatable, Sendable {
  /// The pairs, in order.
  private(set) var elements: [(identifier: String, value: String)] = []

  static func == (lhs: ElementString, rhs: ElementString) -> Bool {
    lhs.bracketed == rhs.bracketed
  }

  /// Reads the bracketed form; nil when it is not one.
  init?(_ text: String) {
    var rest = Substring(text)
    while rest.first == "[" {
      guard let end = rest.firstIndex(of: "]") else { return nil }
      let identifier = rest[rest.index(after: rest.startIndex)..<end]
      rest = rest[rest.index(after: end)...]
      let value = rest.prefix { $0 != "[" }
      rest = rest[value.endIndex...]
      guard (2...4).contains(identifier.count), identifier.allSatisfy(\.isASCIIDigit),
        !value.isEmpty, !value.contains("]")
      else { return nil }
      elements.append((String(identifier), String(value)))
    }
    guard rest.isEmpty, !elements.isEmpty else { return nil }
  }

  /// The form it was read from.
  var bracketed: String { elements.map { "[\($0.identifier)]\($0.value)" }.joined() }

  /// The human-readable form.
  var readable: String { elements.map { "(\($0.identifier))\($0.value)" }.joined() }

  /// What a scanner sends: each value that has no fixed length ends with GS unless it is the last.
  var scanned: String { joined(separator: "\u{1D}") }

  /// The data with `separator` where a symbol has FNC1.
  func joined(separator: String) -> String {
    elements.enumerated().map { index, element in
      let isLast = index == elements.count - 1
      return element.identifier + element.value
        + (isLast || Self.hasFixedLength(element.identifier) ? "" : separator)
    }.joined()
  }

  /// The identifiers that need no separator (General Specifications, figure 7.8.5-2).
  private static func hasFixedLength(_ identifier: String) -> Bool {
    guard let start = Int(identifier.prefix(2)) else { return false }
    return switch start {
    case 0...4, 11...20, 31...36, 41: true
    default: false
    }
  }
}

extension Character {
  /// A digit from 0 to 9.
  var isASCIIDigit: Bool { ("0"..."9").contains(self) && unicodeScalars.count == 1 }
}
