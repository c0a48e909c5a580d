import Foundation
import Testing

@testable import Labels

/// The bytes a TSPL printer gets.
@Suite struct TSPLTests {
  private func small(_ content: String) -> Label {
    Label(
      name: "small", width: 50, height: 30.5,
      elements: [
        .box(.init(name: "bar", frame: .init(x: 2, y: 26, width: 10, height: 1), isFilled: true)),
        .symbol(
          .init(
            name: "bars", frame: .init(x: 2, y: 5, width: 46, height: 10), symbology: .code128,
            content: content, moduleDots: 2)),
      ])
  }

  @Test func aSmallLabelReadsAsExpected() throws {
    #expect(
      text(try small("AB_12345").document(.tspl, id: "job-7 \""))
        == [
          "SIZE 50 mm,30.5 mm", "GAP 2 mm,0 mm", "DIRECTION 1", "REFERENCE 0,0", "REM job-7--",
          "CLS",
          "BAR 16,208,80,8", "BARCODE 88,40,\"128M\",80,0,0,2,2,\"!104AB_1!0992345\"", "PRINT 1,1",
          "",
        ].joined(separator: "\r\n"))
  }

  @Test func anOddNumberOfDigitsKeepsItsLast() throws {
    #expect(
      text(try small("772002014605245").document(.tspl, id: "1"))
        .contains("\"!10577200201460524!1005\""))
  }

  @Test func dataNeverBecomesACommand() throws {
    for template in TemplateCatalog.builtIn.templates where template.kind == .waybill {
      let sample = try #require(template.samples.first { $0.name == "injection" })
      let options = RenderOptions(id: "\"\r\nCLS\r\n")
      let bytes = try template.render(sample.data, to: .tspl, options: options).bytes
      // The strict reader refuses whatever is not as it should be.
      let pictures = try TSPLPicture.pictures(of: bytes)
      #expect(pictures.map(\.copies) == [1])
      #expect(pictures.map(\.height) == [Int(template.height * 8)])
    }
  }

  @Test func bitmapsHoldNoImmediateCommands() throws {
    // Rows of bytes that read `ESC !` and `~!` when inverted, and one that does across two rows.
    let rows: [UInt8] = [0xE4, 0xDE, 0xE4, 0x81, 0xDE, 0x81, 0xDE, 0xFF, 0x81, 0xDE, 0x00, 0x3C]
    var page = TSPLPage()
    page.add(Bitmap(width: 24, height: 4, rows: rows), x: 8, y: 16)
    let data = page.bytes
    for index in data.indices.dropLast() where data[index + 1] == UInt8(ascii: "!") {
      #expect(data[index] != 0x1B && data[index] != UInt8(ascii: "~"))
    }
    let header = Array("SIZE 10 mm,10 mm\r\nCLS\r\n".utf8)
    let picture = try #require(
      try TSPLPicture.pictures(of: header + data + Array("PRINT 1\r\n".utf8)).first)
    var expected = Bitmap(width: 80, height: 80)
    expected.add(Bitmap(width: 24, height: 4, rows: rows), x: 8, y: 16)
    #expect(picture.bitmap == expected)
  }

  @Test(
    arguments: [
      ("CLS\r\n", "byte 0: CLS before SIZE"),
      ("HELLO\r\n", "byte 0: 'HELLO' is no command known here"),
      ("SIZE 3,4\r\n", "byte 0: SIZE wants two lengths in mm"),
      ("CLS\n", "byte 3: a control character or more than ASCII in a command"),
      ("PRINT 1", "byte 0: a line that does not end with CR LF"),
      ("BAR 1,2,3\r\n", "byte 0: BAR wants 4 arguments, found 3"),
      ("BITMAP 0,0,2,2,0,abc\r\n", "byte 0: BITMAP wants 4 bytes and CR LF"),
      (
        "BARCODE 1,1,\"39\",80,0,0,2,2,\"A\"\r\n", "byte 0: BARCODE of kind '39' is not known here"
      ),
      ("REM a\"\r\nBAR 1,1,1,\"1\r\n", "byte 8: a string without its closing quote"),
    ])
  func theReaderIsStrict(_ commands: String, _ sentence: String) {
    let error = #expect(throws: TSPLError.self) {
      try TSPLPicture.pictures(of: Array(commands.utf8))
    }
    #expect(error?.description == sentence)
  }

  @Test func aPrinterInSetCLosesAnOddDigit() throws {
    // What the plan guards against: the emulator is as careless as printers are.
    let reader = TSPLReader([])
    func symbol(_ data: String) throws -> TSPLCommand.DrawnSymbol? {
      let arguments = ["0", "0", "128M", "80", "0", "0", "2", "2", data]
      guard case .symbol(let symbol) = try reader.drawing("BARCODE", arguments) else { return nil }
      return symbol
    }
    let whole = try #require(try symbol("!1051234"))
    #expect(try symbol("!10512345")?.bars == whole.bars)
    #expect(try symbol("!1051234!1005")?.bars != whole.bars)
  }
}
