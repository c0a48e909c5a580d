public import Terminal

extension Frame {
  /// The whole screen as text with an ASCII edge round it.
  public var framed: String {
    let edge = "+" + String(repeating: "-", count: size.columns) + "+"
    let rows = (0..<size.rows).map { "|" + text(row: $0) + "|" }
    return ([edge] + rows + [edge]).joined(separator: "\n")
  }
}
