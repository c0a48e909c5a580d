import Flows

/// The first row of a wide terminal: what and where, who, when and for which carrier.
struct HeaderLine {
  let surroundings: Surroundings
  let language: Language

  /// Draws the row: a board's title on a bar, or the program's name where a device is drawn.
  func draw(into frame: inout Frame, title: (name: String, progress: String)?) {
    let columns = frame.size.columns
    let isBar = title != nil
    let name = title?.name ?? Text(zh: "拣途", en: "Pickway")[language]
    var left: [Line.Span] = [.init(name, .bold), .init("  " + surroundings.site[language])]
    if let progress = title?.progress, !progress.isEmpty {
      left.insert(.init("  " + progress, .bold), at: 1)
    }
    if let mark = surroundings.mark {
      // On a bar that is reverse itself, the mark stands out by not being so.
      left += [.init("  "), .init(" \(mark[language]) ", [.bold, .reverse])]
    }
    var right = [Line.Span(surroundings.clock, .bold)]
    if let job = surroundings.job { right.append(.init("  " + job[language])) }
    let person = surroundings.person[language]
    let used = left.reduce(0) { $0 + Width.of($1.text) }
    let end = right.reduce(0) { $0 + Width.of($1.text) }
    let middle = max(used + 3, (columns - Width.of(person)) / 2)
    if middle + Width.of(person) + 2 <= columns - end {
      left += [.init(String(repeating: " ", count: middle - used)), .init(person)]
    }
    let line = Line(left, trailing: right, ground: isBar ? .reverse : [])
    line.draw(into: &frame, row: 0, column: 0, columns: columns)
    guard isBar, let mark = surroundings.mark else { return }
    let before = left.prefix { !$0.attributes.contains(.reverse) }
    let column = before.reduce(0) { $0 + Width.of($1.text) }
    let width = Width.of(mark[language]) + 2
    frame.reverse(Area(row: 0, column: column, rows: 1, columns: width))
  }
}
