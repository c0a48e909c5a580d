/// What characters are written with: their attributes, and whether letters are lines.
struct PaintPen: Hashable {
  var attributes = Attributes()
  var isInLineSet = false

  /// Whether it can be seen on a blank, and on what is erased.
  var shows: Bool { !attributes.isDisjoint(with: [.reverse, .underline]) }

  /// Whether it writes a cell as it should be.
  func writes(_ cell: Cell, _ abilities: Painter.Abilities) -> Bool {
    if cell.isBare { return !shows && !isInLineSet }
    return attributes == cell.attributes && isInLineSet == Self.isLine(cell, abilities)
  }

  /// The pen that writes a cell and nothing besides.
  init(for cell: Cell, _ abilities: Painter.Abilities) {
    attributes = cell.isBare ? [] : cell.attributes
    isInLineSet = Self.isLine(cell, abilities)
  }

  init() {}

  private static func isLine(_ cell: Cell, _ abilities: Painter.Abilities) -> Bool {
    !cell.character.isASCII && cell.width == 1 && abilities.lineSet != nil
      && CursesDisplay.lineSet[cell.character] != nil
  }

  /// The bytes that take up another pen: SGR in its shortest form, and the line set.
  func change(to other: PaintPen, _ abilities: Painter.Abilities) -> [UInt8] {
    var bytes: [UInt8] = []
    if isInLineSet != other.isInLineSet, let lines = abilities.lineSet {
      bytes += other.isInLineSet ? lines.start : lines.end
    }
    guard attributes != other.attributes else { return bytes }
    let all = Self.codes(other.attributes)
    var best = all.isEmpty ? "" : ";" + all.joined(separator: ";")
    let color = attributes.intersection(.colors)
    if other.attributes.isSuperset(of: attributes),
      color.isEmpty || other.attributes.intersection(.colors) == color
    {
      let more = Self.codes(other.attributes.subtracting(attributes)).joined(separator: ";")
      if more.count < best.count { best = more }
    }
    return bytes + Array("\u{1B}[\(best)m".utf8)
  }

  private static func codes(_ attributes: Attributes) -> [String] {
    var codes: [String] = []
    if attributes.contains(.bold) { codes.append("1") }
    if attributes.contains(.dim) { codes.append("2") }
    if attributes.contains(.underline) { codes.append("4") }
    if attributes.contains(.reverse) { codes.append("7") }
    let color =
      attributes.contains(.bad)
      ? "31"
      : attributes.contains(.warn)
        ? "33" : attributes.contains(.good) ? "32" : attributes.contains(.accent) ? "36" : nil
    return codes + (color.map { [$0] } ?? [])
  }
}

extension PaintPen {
  /// Any order, always the same: equal pictures make equal bytes.
  var order: Int { Int(attributes.rawValue) * 2 + (isInLineSet ? 1 : 0) }
}
