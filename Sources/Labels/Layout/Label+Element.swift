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
