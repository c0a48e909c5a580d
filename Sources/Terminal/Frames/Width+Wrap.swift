extension Width {
  /// A text broken into rows of at most a number of columns.
  ///
  /// Latin words stay whole where they fit a row; Chinese breaks between any two characters, but
  /// closing punctuation never starts a row. No row is wider than asked and none is empty, unless
  /// the text is.
  public static func wrap(_ text: String, columns: Int) -> [String] {
    guard columns > 1, of(text) > columns else { return [text] }
    var rows: [String] = []
    var row = ""
    for piece in pieces(of: text) {
      if of(row) + of(trimmed(piece)) <= columns {
        row += piece
        continue
      }
      if !trimmed(row).isEmpty { rows.append(trimmed(row)) }
      row = piece.first == " " ? String(piece.drop { $0 == " " }) : piece
      while of(trimmed(row)) > columns {
        let head = prefix(row, columns: columns)
        guard !head.isEmpty else { break }
        rows.append(head)
        let rest = row.unicodeScalars.dropFirst(head.unicodeScalars.count)
        row = String(String.UnicodeScalarView(rest))
      }
    }
    if !trimmed(row).isEmpty { rows.append(trimmed(row)) }
    return rows.isEmpty ? [""] : rows
  }

  /// A text broken into at most a number of rows, the last of which holds all that is left, as
  /// wide as it may be.
  static func wrap(_ text: String, columns: Int, rows: Int) -> [String] {
    guard rows > 1 else { return [text] }
    let all = wrap(text, columns: columns)
    guard all.count > rows else { return all }
    var rest = Substring(text)
    for row in all.prefix(rows - 1) { rest = rest.drop { $0 == " " }.dropFirst(row.count) }
    return all.prefix(rows - 1) + [String(rest.drop { $0 == " " })]
  }

  /// Pieces that stay whole: a word with the spaces after it, a wide character with the closing
  /// punctuation after it.
  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in text {
      let wide = of(String(character)) == 2
      if let last = piece.last, breaks(after: last, before: character, wide: wide) {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  private static func breaks(after last: Character, before next: Character, wide: Bool) -> Bool {
    if next == " " { return false }
    if last == " " { return true }
    if closing.contains(next) || opening.contains(last) { return false }
    return wide || of(String(last)) == 2
  }

  private static let closing: Set<Character> = [
    ",", ".", ":", ";", "!", "?", ")", "]", "%", "，", "。", "、", "：", "；", "！", "？", "）", "】",
    "》", "」",
  ]
  private static let opening: Set<Character> = ["(", "[", "（", "【", "《", "「"]

  private static func trimmed(_ text: String) -> String {
    var text = Substring(text)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
