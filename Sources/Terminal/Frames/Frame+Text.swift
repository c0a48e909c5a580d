extension Frame {
  /// The characters of one row, as wide on a terminal as the frame.
  public func text(row: Int) -> String {
    String(self.row(row).lazy.filter { !$0.isTrailing }.map(\.character))
  }

  /// The rows as text, without the blanks at their right ends.
  public var lines: [String] {
    (0..<size.rows).map { row in
      var text = Substring(text(row: row))
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }

  /// Whether a row shows a text; a headline doubled in fullwidth letters counts as its plain self.
  public func shows(_ text: String) -> Bool {
    let wanted = Self.halfwidth(text)
    return lines.contains { Self.halfwidth($0).contains(wanted) }
  }

  /// The frame as text a reviewer can read.
  ///
  /// Each row is as wide as the frame and ends in `|`, followed by the attributes of its spans:
  /// `1-20 reverse; 3-5 bold+accent` counts columns from 1. Shading is dim and not noted. The last
  /// line is the size and the cursor's place, row first.
  public var golden: String {
    var result = ""
    for row in 0..<size.rows {
      let notes = spans(row: row)
      result += text(row: row) + "|" + (notes.isEmpty ? "" : " " + notes) + "\n"
    }
    result += "\(size.columns)x\(size.rows)"
    if let cursor { result += " cursor \(cursor.row + 1),\(cursor.column + 1)" }
    return result + "\n"
  }

  private func spans(row: Int) -> String {
    var notes: [String] = []
    var start = 0
    while start < size.columns {
      let attributes = noted(self[row, start])
      var end = start
      while end + 1 < size.columns, noted(self[row, end + 1]) == attributes { end += 1 }
      if !attributes.isEmpty { notes.append("\(start + 1)-\(end + 1) \(attributes.names)") }
      start = end + 1
    }
    return notes.joined(separator: "; ")
  }

  private func noted(_ cell: Cell) -> Attributes {
    cell.attributes == .dim && (cell.character == "▒" || cell.character == ":")
      ? [] : cell.attributes
  }

  private static func halfwidth(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x3000: scalars.append(" ")
      case 0xFF01...0xFF5E:
        scalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}

extension Attributes {
  /// The names of the attributes, joined by `+`.
  var names: String {
    let all: [(Attributes, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.reverse, "reverse"), (.underline, "underline"),
      (.accent, "accent"), (.good, "good"), (.warn, "warn"), (.bad, "bad"),
    ]
    return all.filter { contains($0.0) }.map(\.1).joined(separator: "+")
  }
}
