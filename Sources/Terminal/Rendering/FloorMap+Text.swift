public import Flows

extension FloorMap {
  /// The map as lines of text, with its caption in a box, for where there is no screen.
  public func text(size: Size, language: Language, charset: Charset) -> String {
    var frame = Frame(size: size)
    let area = Area(row: 0, column: 0, rows: size.rows, columns: size.columns)
    frame.box(area, title: caption[language])
    MapPicture(self, area: area.inner).draw(into: &frame)
    let drawn = frame.drawn(with: charset)
    return (0..<size.rows).map { row in
      var text = String(drawn.row(row).filter { !$0.isTrailing }.map(\.character))
      while text.last == " " { text.removeLast() }
      return text
    }.joined(separator: "\n")
  }
}
