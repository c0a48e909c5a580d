extension Label {
  /// One thing on a label.
  public enum Element: Sendable, Equatable {
    /// Text in a box.
    case text(TextBlock)
    /// A straight line.
    case rule(Rule)
    /// A rectangle, drawn or filled.
    case box(Box)
    /// A barcode.
    case symbol(SymbolBlock)

    /// The name errors and notes use, such as `receiver.address`.
    public var name: String {
      switch self {
      case .text(let block): block.name
      case .rule(let rule): rule.name
      case .box(let box): box.name
      case .symbol(let block): block.name
      }
    }
  }
}

/// An element is written as a mapping with one key, its kind: `{"rule": {...}}`.
extension Label.Element: Codable {
  private enum Kind: String, CodingKey {
    case text, rule, box, symbol
  }

  /// Reads the one-key form.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Kind.self)
    guard let kind = container.allKeys.first, container.allKeys.count == 1 else {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "expected exactly one of text, rule, box, symbol"))
    }
    switch kind {
    case .text: self = .text(try container.decode(Label.TextBlock.self, forKey: kind))
    case .rule: self = .rule(try container.decode(Label.Rule.self, forKey: kind))
    case .box: self = .box(try container.decode(Label.Box.self, forKey: kind))
    case .symbol: self = .symbol(try container.decode(Label.SymbolBlock.self, forKey: kind))
    }
  }

  /// Writes the one-key form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Kind.self)
    switch self {
    case .text(let block): try container.encode(block, forKey: .text)
    case .rule(let rule): try container.encode(rule, forKey: .rule)
    case .box(let box): try container.encode(box, forKey: .box)
    case .symbol(let block): try container.encode(block, forKey: .symbol)
    }
  }
}
