/// The name of a column or member, and the other names it may go by.
///
/// Names are compared trimmed and without regard to case: `["sku", "商品编码"]` finds ` SKU `.
public struct FieldName: Hashable, Sendable {
  /// The name problems are reported under where the file does not name it.
  public let name: String
  /// All its names in the form that is compared.
  let keys: [String]

  /// Makes a name with its aliases.
  public init(_ name: String, _ aliases: String...) {
    self.init(name, aliases: aliases)
  }

  private init(_ name: String, aliases: [String]) {
    self.name = name
    keys = ([name] + aliases).map(Self.key)
  }

  /// The form in which names are compared.
  static func key(_ name: String) -> String {
    Cleaned.trimmed(name).lowercased()
  }
}

extension FieldName: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  /// Makes a name without aliases.
  public init(stringLiteral value: String) {
    self.init(value, aliases: [])
  }

  /// Makes a name, the first, with its aliases.
  public init(arrayLiteral elements: String...) {
    self.init(elements.first ?? "", aliases: Array(elements.dropFirst()))
  }
}
