/// The drawing commands of one label: bitmaps first, then what only blackens.
struct TSPLPage {
  private var bitmaps: [UInt8] = []
  private var commands: [UInt8] = []

  /// All of them.
  var bytes: [UInt8] { bitmaps + commands }

  /// Lines with their ends.
  static func lines(_ lines: [String]) -> [UInt8] {
    lines.flatMap { Array($0.utf8) + [0x0D, 0x0A] }
  }

  /// A number without a needless fraction.
  static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    guard hundredths % 100 != 0 else { return "\(hundredths / 100)" }
    return "\(Double(hundredths) / 100)"
  }

  /// Whether data may stand in a quoted string: printable ASCII without `"` and the backslash, which
  /// begin escapes in TSPL2 and mean themselves in TSPL.
  static func isQuotable(_ data: String) -> Bool {
    data.utf8.allSatisfy {
      (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
  }

  /// Adds a command of our own making.
  mutating func command(_ text: String) { commands += Self.lines([text]) }

  /// Adds a black rectangle.
  mutating func bar(_ bar: DotRect) {
    command("BAR \(bar.x),\(bar.y),\(bar.width),\(bar.height)")
  }

  /// Adds dots with their corner at (x, y).
  mutating func add(_ bitmap: Bitmap, x: Int, y: Int) {
    guard let ink = bitmap.inkOnPaper(x: x, y: y) else { return }
    write(ink.bitmap, x: ink.x, y: ink.y)
  }

  /// Writes a bitmap; a clear bit is black.
  ///
  /// Printers watch for immediate commands (`ESC !`, `~!`) even in the middle of data, so a bitmap whose
  /// bytes would read as one is written in two parts.
  private mutating func write(_ bitmap: Bitmap, x: Int, y: Int) {
    let data = bitmap.bytes.map(~)
    guard let at = Self.immediateCommand(in: data) else {
      bitmaps += Array("BITMAP \(x),\(y),\(bitmap.bytesPerRow),\(bitmap.height),0,".utf8)
      bitmaps += data + [0x0D, 0x0A]
      return
    }
    let (row, column) = (at / bitmap.bytesPerRow, at % bitmap.bytesPerRow)
    let isAcross = column + 1 < bitmap.bytesPerRow
    let first = DotRect(
      x: 0, y: 0, width: isAcross ? (column + 1) * 8 : bitmap.width,
      height: isAcross ? bitmap.height : row + 1)
    let second = DotRect(
      x: isAcross ? first.maxX : 0, y: isAcross ? 0 : first.maxY,
      width: isAcross ? bitmap.width - first.maxX : bitmap.width,
      height: isAcross ? bitmap.height : bitmap.height - first.maxY)
    write(bitmap.cropped(to: first), x: x, y: y)
    write(bitmap.cropped(to: second), x: x + second.x, y: y + second.y)
  }

  /// Where the first byte of an immediate command stands.
  private static func immediateCommand(in data: [UInt8]) -> Int? {
    data.indices.dropLast().first { index in
      data[index + 1] == UInt8(ascii: "!")
        && (data[index] == 0x1B || data[index] == UInt8(ascii: "~"))
    }
  }
}
