extension Emulator {
  /// Does what a control sequence says.
  mutating func sequence(_ sequence: EmulatorParser.Sequence) {
    if sequence.mark == UInt8(ascii: "?") {
      switch sequence.final {
      case UInt8(ascii: "h"): for mode in sequence.numbers { set(mode, true) }
      case UInt8(ascii: "l"): for mode in sequence.numbers { set(mode, false) }
      default: break
      }
      return
    }
    guard sequence.mark == nil, sequence.intermediate == nil else { return }
    if !move(sequence), !edit(sequence) { other(sequence) }
  }

  private mutating func move(_ sequence: EmulatorParser.Sequence) -> Bool {
    let count = sequence.number(0)
    switch sequence.final {
    case UInt8(ascii: "A"): move(max(row >= top ? top : 0, row - count), column)
    case UInt8(ascii: "B"), UInt8(ascii: "e"):
      move(min(row <= bottom ? bottom : size.rows - 1, row + count), column)
    case UInt8(ascii: "C"), UInt8(ascii: "a"): move(row, column + count)
    case UInt8(ascii: "D"): move(row, column - count)
    case UInt8(ascii: "E"): move(row + count, 0)
    case UInt8(ascii: "F"): move(row - count, 0)
    case UInt8(ascii: "G"), UInt8(ascii: "`"): move(row, count - 1)
    case UInt8(ascii: "H"), UInt8(ascii: "f"): move(count - 1, sequence.number(1) - 1)
    case UInt8(ascii: "I"): move(row, (column / 8 + count) * 8)
    case UInt8(ascii: "Z"): move(row, ((column + 7) / 8 - count) * 8)
    case UInt8(ascii: "d"): move(count - 1, column)
    default: return false
    }
    return true
  }

  private mutating func edit(_ sequence: EmulatorParser.Sequence) -> Bool {
    let count = sequence.number(0)
    switch sequence.final {
    case UInt8(ascii: "J"): eraseDisplay(sequence.number(0, or: 0))
    case UInt8(ascii: "K"): eraseRow(sequence.number(0, or: 0))
    case UInt8(ascii: "L"): insertRows(count, at: row)
    case UInt8(ascii: "M"): deleteRows(count, at: row)
    case UInt8(ascii: "P"): deleteCells(count)
    case UInt8(ascii: "S"): scrollUp(count)
    case UInt8(ascii: "T"): scrollDown(count)
    case UInt8(ascii: "X"): erase(row: row, columns: column..<column + count)
    case UInt8(ascii: "@"): insertCells(count)
    case UInt8(ascii: "b"): repeatLast(count)
    default: return false
    }
    wrapPending = wrapPending && sequence.final == UInt8(ascii: "b")
    return true
  }

  private mutating func other(_ sequence: EmulatorParser.Sequence) {
    switch sequence.final {
    case UInt8(ascii: "m"): select(sequence.numbers.map { $0 ?? 0 })
    case UInt8(ascii: "r"):
      let bottom = min(sequence.number(1, or: size.rows), size.rows) - 1
      let top = sequence.number(0) - 1
      guard top < bottom else { return }
      self.top = top
      self.bottom = bottom
      move(0, 0)
    case UInt8(ascii: "h"): if sequence.numbers.contains(4) { insertMode = true }
    case UInt8(ascii: "l"): if sequence.numbers.contains(4) { insertMode = false }
    case UInt8(ascii: "n"):
      switch sequence.number(0, or: 0) {
      case 5: answer("\u{1B}[0n")
      case 6: answer("\u{1B}[\(row + 1);\(column + 1)R")
      default: break
      }
    case UInt8(ascii: "c"): answer("\u{1B}[?1;2c")
    case UInt8(ascii: "s"): save()
    case UInt8(ascii: "u"): restore()
    default: break
    }
  }

  private mutating func set(_ mode: Int?, _ on: Bool) {
    switch mode {
    case 7: wraps = on
    case 25: cursorVisible = on
    case 47, 1047: showAlternate(on)
    case 1048: if on { save() } else { restore() }
    case 1049:
      if on { save() }
      showAlternate(on)
      if !on { restore() }
    default: break
    }
  }

  private mutating func eraseDisplay(_ part: Int) {
    switch part {
    case 0:
      erase(row: row, columns: column..<size.columns)
      erase(rows: row + 1..<max(row + 1, size.rows))
    case 1:
      erase(rows: 0..<row)
      erase(row: row, columns: 0..<column + 1)
    default: erase(rows: 0..<size.rows)
    }
  }

  private mutating func eraseRow(_ part: Int) {
    switch part {
    case 0: erase(row: row, columns: column..<size.columns)
    case 1: erase(row: row, columns: 0..<column + 1)
    default: erase(row: row, columns: 0..<size.columns)
    }
  }

  /// Selects attributes; colours are the four of `Attributes`, others count as none.
  private mutating func select(_ numbers: [Int]) {
    var rest = (numbers.isEmpty ? [0] : numbers)[...]
    while let number = rest.popFirst() {
      switch number {
      case 0: attributes = []
      case 1: attributes.insert(.bold)
      case 2: attributes.insert(.dim)
      case 4: attributes.insert(.underline)
      case 7: attributes.insert(.reverse)
      case 10: lineSets[0] = false
      case 11: lineSets[0] = true
      case 22: attributes.subtract([.bold, .dim])
      case 24: attributes.remove(.underline)
      case 27: attributes.remove(.reverse)
      case 30...37, 39: color(number - 30)
      case 38, 48:
        let kind = rest.popFirst()
        let values = rest.prefix(kind == 5 ? 1 : 3)
        rest = rest.dropFirst(values.count)
        if number == 38, kind == 5, let value = values.first { color(value) }
      case 90...97: color(number - 90)
      default: break
      }
    }
  }

  private mutating func color(_ number: Int) {
    attributes.subtract(.colors)
    switch number {
    case 1: attributes.insert(.bad)
    case 2: attributes.insert(.good)
    case 3: attributes.insert(.warn)
    case 6: attributes.insert(.accent)
    default: break
    }
  }
}
