import Testing

@testable import Labels

/// Symbols fit their places with their quiet zones, or there is no label.
@Suite struct SymbolTests {
  private func bars(
    _ content: String, width: Double, height: Double = 20, moduleDots: Int = 3, minimum: Int? = nil
  ) -> Label.SymbolBlock {
    Label.SymbolBlock(
      name: "waybill.barcode", frame: Label.Frame(x: 0, y: 0, width: width, height: height),
      symbology: .code128, content: content, moduleDots: moduleDots, minimumModuleDots: minimum)
  }

  private func place(
    _ block: Label.SymbolBlock, resolution: Resolution = .dpi203
  ) throws -> PlacedSymbol {
    let label = Label(name: "test", width: 100, height: 150, elements: [.symbol(block)])
    guard case .symbol(let placed) = try ResolvedLabel(label, resolution: resolution).items[0].item
    else { throw Missing() }
    return placed
  }

  private struct Missing: Error {}

  @Test(
    "the plan takes no more characters than needed",
    arguments: [
      ("75312345678901", 7), ("772002014605245", 9), ("SF1234567890123", 10), ("A1", 2),
      ("YT7512345678901", 10), ("12345", 4), ("A^XZ~JA_1", 9),
    ])
  func widths(_ content: String, _ characters: Int) throws {
    #expect(Code128Plan(content).characters == characters)
    #expect(try Symbol(bars(content, width: 100)).columns == 11 * (characters + 2) + 13)
    #expect(Code128Plan(content).bars.count == 11 * (characters + 2) + 13)
  }

  @Test(
    "code sets are written out for the printer",
    arguments: [
      ("75312345678901", ">;75312345678901"), ("772002014605245", ">;77200201460524>65"),
      ("SF1234567890123", ">:SF1>5234567890123"), ("AB>5C", ">:AB>05C"), ("1", ">:1"),
    ])
  func plans(_ content: String, _ invocations: String) {
    #expect(Code128Plan(content).zpl == invocations)
  }

  @Test func tooWideSaysNeededAndAvailable() throws {
    // (145 + 2 x 10) modules of 3 dots are 61.875 mm.
    let error = #expect(throws: LabelError.self) {
      try place(bars("SF1234567890123", width: 60))
    }
    #expect(error?.code == .symbolDoesNotFit)
    #expect(error?.element == "waybill.barcode")
    #expect(error?.needed == 61.875)
    #expect(error?.available == 60)
    #expect(
      error?.description
        == "label element 'waybill.barcode': Code 128 needs 61.9 mm of width with its"
        + " quiet zone, its place has 60.0 mm")
    #expect(throws: Never.self) { try place(bars("SF1234567890123", width: 61.875)) }
  }

  @Test func theWidestModuleThatFitsIsTaken() throws {
    #expect(try place(bars("SF1234567890123", width: 90, moduleDots: 4)).moduleDots == 4)
    #expect(
      try place(bars("SF1234567890123", width: 70, moduleDots: 4, minimum: 2)).moduleDots == 3)
    #expect(
      try place(bars("SF1234567890123", width: 50, moduleDots: 4, minimum: 2)).moduleDots == 2)
    let error = #expect(throws: LabelError.self) {
      try place(bars("SF1234567890123", width: 40, moduleDots: 4, minimum: 2))
    }
    #expect(error?.needed == 41.25)
  }

  @Test(arguments: Resolution.allCases)
  func barsAreWholeDotsWithTheirQuietZone(_ resolution: Resolution) throws {
    let placed = try place(bars("772002014605245", width: 80), resolution: resolution)
    #expect(placed.moduleDots == (resolution == .dpi203 ? 3 : 4))
    #expect(placed.bounds.x - placed.room.x >= 10 * placed.moduleDots)
    #expect(placed.room.maxX - placed.bounds.maxX >= 10 * placed.moduleDots)
    #expect(placed.bars.allSatisfy { $0.width % placed.moduleDots == 0 })
    #expect(placed.bars.first?.x == placed.bounds.x)
    #expect(placed.bars.last?.maxX == placed.bounds.maxX)
  }

  @Test func codesNeedRoomOnAllSides() throws {
    func code(_ side: Double, _ height: Double) -> Label.SymbolBlock {
      Label.SymbolBlock(
        name: "code", frame: Label.Frame(x: 0, y: 0, width: side, height: height),
        symbology: .qrCode, content: "12345678", moduleDots: 4)
    }
    // Version 1: 21 + 8 modules of 4 dots are 14.5 mm.
    #expect(try place(code(14.5, 14.5)).zone == DotRect(x: 0, y: 0, width: 116, height: 116))
    let wide = #expect(throws: LabelError.self) { try place(code(14.4, 14.5)) }
    #expect(wide?.description.contains("of width") == true)
    let high = #expect(throws: LabelError.self) { try place(code(14.5, 14.4)) }
    #expect(high?.description.contains("QR Code needs 14.5 mm of height") == true)
    #expect(high?.description.contains("has 14.3 mm") == true)
  }

  @Test func lowBarsAreRefused() throws {
    let error = #expect(throws: LabelError.self) { try place(bars("12345", width: 80, height: 3)) }
    #expect(error?.code == .symbolDoesNotFit)
    #expect(error?.needed == 4)
  }

  @Test(arguments: ["运单1", "A\u{1D}B", "A\nB", "é", ""])
  func whatCode128CannotSay(_ content: String) throws {
    let error = #expect(throws: LabelError.self) { try place(bars(content, width: 80)) }
    #expect(error?.code == .symbolNotEncodable)
  }

  @Test func dataWithoutEndAreAnErrorOfTheLibrary() throws {
    let error = #expect(throws: LabelError.self) {
      try place(bars(String(repeating: "A", count: 5000), width: 80))
    }
    #expect(error?.code == .symbolNotEncodable)
    #expect(error?.description.contains("5000 bytes") == true)
  }

  @Test func nothingLiesInAQuietZone() throws {
    let rule = Label.Rule(name: "edge", x: 3, y: 0, length: 20, direction: .down)
    let label = Label(
      name: "test", width: 100, height: 150,
      elements: [.rule(rule), .symbol(bars("SF1234567890123", width: 61.875))])
    let error = #expect(throws: LabelError.self) { try label.document(.png, id: "1") }
    #expect(error?.code == .symbolCovered)
    #expect(error?.description.contains("'edge'") == true)
  }

  @Test func nothingLiesOffThePaper() throws {
    var block = bars("12345", width: 80)
    block.frame.x = 30
    let error = #expect(throws: LabelError.self) { try place(block) }
    #expect(error?.code == .outsideLabel)
  }
}
