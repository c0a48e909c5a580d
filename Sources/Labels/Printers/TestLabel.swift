/// A small label that shows whether a printer prints: a frame to the edges, Chinese and Latin text, bars
/// and a QR Code.
public struct TestLabel: Sendable {
  /// The name of the printer, ASCII; it is in the symbols.
  public var printer: String

  /// Makes a label for a printer.
  public init(printer: String) {
    self.printer = printer
  }

  /// The layout, 76 x 50 mm.
  public var label: Label {
    let name = printer.filter(\.isPrintableASCII)
    return Label(
      name: "test", width: 76, height: 50,
      elements: [
        .box(
          Label.Box(name: "frame", frame: Label.Frame(x: 2, y: 2, width: 72, height: 46))),
        .text(
          Label.TextBlock(
            name: "title", frame: Label.Frame(x: 5, y: 4, width: 45, height: 16),
            content: "打印测试 拣途\nPickway test", size: .millimeters(5),
            minimumSize: .millimeters(3), weight: .bold)),
        .text(
          Label.TextBlock(
            name: "printer", frame: Label.Frame(x: 5, y: 21, width: 45, height: 6),
            content: name, size: .millimeters(4), minimumSize: .millimeters(2),
            unknownCharacters: .replace)),
        .symbol(
          Label.SymbolBlock(
            name: "code", frame: Label.Frame(x: 51, y: 4, width: 21, height: 21),
            symbology: .qrCode, content: "PICKWAY " + String(name.prefix(16)), moduleDots: 4)),
        .symbol(
          Label.SymbolBlock(
            name: "bars", frame: Label.Frame(x: 4, y: 30, width: 68, height: 14),
            symbology: .code128, content: "PW-" + String(name.prefix(12)), moduleDots: 2)),
      ])
  }

  /// The label in a format.
  public func document(_ format: LabelFormat) throws(LabelError) -> PrintDocument {
    try label.document(format, id: "test")
  }
}
