import Labels

/// Draws plots onto A4 pages, one under the other, with the elements of a label.
struct PaperPlot {
  /// A place on an axis and its values, one a series.
  struct Point {
    var name: String
    var values: [Double]

    init(_ name: String, _ values: [Double]) {
      self.name = name
      self.values = values
    }
  }

  private static let width = 210.0
  private static let height = 297.0
  private static let margin = 16.0
  private static let room = width - 2 * margin

  private(set) var pages: [Label] = []
  private var y = 0.0

  /// A heading with a line under it.
  mutating func title(_ text: String, _ under: String) {
    turn()
    self.text(text, x: Self.margin, width: Self.room, size: 7, weight: .bold)
    y += 9
    self.text(under, x: Self.margin, width: Self.room, size: 3.6)
    y += 6
    draw(.rule(.init(name: "head", x: Self.margin, y: y, length: Self.room, thickness: 0.4)))
    y += 4
  }

  /// Figures with their names, in a row.
  mutating func facts(_ facts: [(String, String)]) {
    let step = Self.room / Double(max(1, facts.count))
    for (index, fact) in facts.enumerated() {
      let x = Self.margin + Double(index) * step
      text(fact.1, x: x, width: step - 1, size: 5.5, weight: .bold)
      y += 7
      text(fact.0, x: x, width: step - 1, size: 3)
      y -= 7
    }
    y += 15
  }

  /// Upright bars over time, side by side where there are several series.
  mutating func columns(_ title: String, _ series: [String], _ points: [Point]) {
    guard !points.isEmpty else { return }
    let high = 48.0
    begin(title, series, rows: high + 8)
    let top = scale(points)
    let left = Self.margin + 12
    let room = Self.room - 12
    let base = y
    for tick in 0...4 {
      let at = base + high - high * Double(tick) / 4
      draw(
        .rule(
          .init(
            name: "tick", x: left, y: at, length: room, thickness: tick == 0 ? 0.3 : 0.15,
            dash: tick == 0 ? nil : 1)))
      y = at - 2
      text(
        "\(Int(top * Double(tick) / 4))", x: Self.margin, width: 10, size: 2.8, align: .right)
    }
    y = base
    let step = room / Double(points.count)
    let bar = step * 0.8 / Double(series.count)
    // As many names as there is room for.
    let every = max(1, Int((12 / step).rounded(.up)))
    for (index, point) in points.enumerated() {
      let x = left + Double(index) * step + step * 0.1
      for (place, value) in point.values.enumerated() {
        box(
          x: x + Double(place) * bar, y: y + high - high * value / top, width: bar * 0.92,
          height: high * value / top, series: place)
      }
      guard index % every == 0 else { continue }
      let before = y
      y += high + 1
      text(point.name, x: x, width: max(step, 12), size: 2.8)
      y = before
    }
    y += high + 10
  }

  /// Lying bars, one under the other, with their values behind them.
  mutating func bars(_ title: String, _ series: [String], _ points: [Point]) {
    guard !points.isEmpty else { return }
    let thick = series.count == 1 ? 4.0 : 2.6
    let row = thick * Double(series.count) + 2
    begin(title, series, rows: min(Double(points.count), 4) * row)
    let top = scale(points)
    let left = Self.margin + 42
    let room = Self.room - 42 - 16
    for point in points {
      if y + row > Self.height - Self.margin { turn() }
      let start = y
      y += max(0, (row - 2 - 3.4) / 2)
      text(point.name, x: Self.margin, width: 40, size: 3)
      for (place, value) in point.values.enumerated() {
        let at = start + thick * Double(place)
        let long = room * value / top
        box(x: left, y: at, width: long, height: thick * 0.9, series: place)
        y = at + (thick - 3) / 2 - 0.3
        text("\(Int(value))", x: left + long + 1, width: 15, size: 2.6)
      }
      y = start + row
    }
    y += 5
  }

  /// The heading of a plot and what its bars mean, on a page with so much room left.
  private mutating func begin(_ title: String, _ series: [String], rows: Double) {
    if y + rows + 14 > Self.height - Self.margin { turn() }
    text(title, x: Self.margin, width: Self.room, size: 4.2, weight: .bold)
    y += 6.5
    guard series.count > 1 else { return }
    var x = Self.margin
    for (place, name) in series.enumerated() {
      box(x: x, y: y + 0.4, width: 3, height: 3, series: place)
      text(name, x: x + 4.5, width: 45, size: 3)
      x += 50
    }
    y += 6
  }

  /// The end of an axis that all values are below: 1, 2 or 5 with zeros behind it.
  private func scale(_ points: [Point]) -> Double {
    let most = max(4, points.flatMap(\.values).max() ?? 0)
    var ten = 1.0
    while ten * 10 <= most { ten *= 10 }
    for step in [1.0, 2, 4, 5, 8, 10] where step * ten >= most { return step * ten }
    return 10 * ten
  }

  /// The first series is black, the second an outline, the third striped.
  private mutating func box(x: Double, y: Double, width: Double, height: Double, series: Int) {
    guard width > 0.2, height > 0.2 else { return }
    let frame = Label.Frame(x: x, y: y, width: width, height: height)
    draw(.box(.init(name: "bar", frame: frame, thickness: 0.2, isFilled: series == 0)))
    guard series == 2 else { return }
    for stripe in stride(from: x + 1, to: x + width, by: 1.5) {
      draw(
        .rule(
          .init(
            name: "stripe", x: stripe, y: y, length: height, direction: .down, thickness: 0.15)))
    }
  }

  private mutating func text(
    _ words: String, x: Double, width: Double, size: Double, weight: Label.Weight = .regular,
    align: Label.Alignment = .left
  ) {
    draw(
      .text(
        .init(
          name: "text", frame: .init(x: x, y: y, width: width, height: size * 1.3),
          content: words, size: .millimeters(size), minimumSize: .millimeters(size * 0.6),
          maximumLines: 1, weight: weight, alignment: align, unknownCharacters: .replace)))
  }

  private mutating func draw(_ element: Label.Element) {
    pages[pages.count - 1].elements.append(element)
  }

  /// A new page.
  private mutating func turn() {
    pages.append(Label(name: "report", width: Self.width, height: Self.height))
    y = Self.margin
  }
}
