/// One row laid out: words from the left, words at the right end, and what the row is drawn on.
struct Line {
  /// Words in one style.
  struct Span {
    var text: String
    var attributes: Attributes

    init(_ text: String, _ attributes: Attributes = []) {
      self.text = text
      self.attributes = attributes
    }
  }

  /// Words from the left; cut with `..` before they touch those at the right.
  var leading: [Span]
  /// Words that end at the right edge and keep their place.
  var trailing: [Span]
  /// Attributes of the whole row.
  var ground: Attributes

  init(_ leading: [Span] = [], trailing: [Span] = [], ground: Attributes = []) {
    self.leading = leading
    self.trailing = trailing
    self.ground = ground
  }

  init(_ text: String, _ attributes: Attributes = []) {
    self.init([Span(text, attributes)])
  }

  static let empty = Line()

  /// Columns the words at the left take.
  var width: Int { leading.reduce(0) { $0 + Width.of($1.text) } }

  /// Puts the line into a frame, in a number of columns.
  func draw(into frame: inout Frame, row: Int, column: Int, columns: Int) {
    if !ground.isEmpty {
      frame.fill(Area(row: row, column: column, rows: 1, columns: columns), ground)
    }
    let right = trailing.reduce(0) { $0 + Width.of($1.text) }
    var place = column + max(0, columns - right)
    for span in trailing {
      place += frame.put(
        span.text, row: row, column: place, columns: column + columns - place,
        span.attributes.union(ground))
    }
    let room = right > 0 ? max(0, columns - right - 1) : columns
    var rest = width <= room ? room : max(0, room - 2)
    place = column
    for span in leading {
      let used = frame.put(
        span.text, row: row, column: place, columns: rest, span.attributes.union(ground))
      place += used
      rest -= used
      if used < Width.of(span.text) {
        frame.put(
          "..", row: row, column: place, columns: room - (place - column),
          span.attributes.union(ground))
        return
      }
    }
    if width > room {
      frame.put("..", row: row, column: place, columns: room - (place - column), ground)
    }
  }
}
