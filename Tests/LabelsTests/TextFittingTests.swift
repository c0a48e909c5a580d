import Testing

@testable import Labels

/// What happens to text in boxes of all sizes.
@Suite struct TextFittingTests {
  private func block(
    _ content: String, width: Double = 81, height: Double = 18, size: Double = 4.7,
    minimum: Double? = 2.4, maximumLines: Int? = nil
  ) -> Label.TextBlock {
    Label.TextBlock(
      name: "address", frame: Label.Frame(x: 10, y: 20, width: width, height: height),
      content: content, size: .millimeters(size), minimumSize: minimum.map(FontSize.millimeters),
      maximumLines: maximumLines)
  }

  private func fit(_ block: Label.TextBlock) throws -> (text: FittedText, notes: [LabelNote]) {
    var notes: [LabelNote] = []
    let fitting = TextFitting(engine: try TextEngine(label: "test"))
    let text = try fitting.fit(block, notes: &notes)
    for line in text.lines {
      #expect(line.x >= block.frame.x - 0.01)
      #expect(line.x + line.width <= block.frame.right + 0.02)
      #expect(line.baseline - TextMetrics.ascent * text.size >= block.frame.y - 0.01)
      #expect(
        line.baseline + (1 - TextMetrics.ascent) * text.size <= block.frame.bottom + 0.02)
    }
    return (text, notes)
  }

  @Test func shortTextKeepsItsSize() throws {
    let (text, notes) = try fit(block("上海市黄浦区"))
    #expect(text.lines.map(\.text) == ["上海市黄浦区"])
    #expect(text.size == 4.7)
    #expect(notes.isEmpty)
  }

  @Test func anAddressOf200CharactersShrinksAndIsShownWhole() throws {
    let address = LabelSamples.longAddress
    #expect(address.count == 201)
    let (text, notes) = try fit(block(address))
    #expect(text.lines.map(\.text).joined() == address)
    #expect(text.size >= 2.4 && text.size < 3)
    #expect(notes.isEmpty)
  }

  @Test func anAddressOf500CharactersIsCutAndSaysSo() throws {
    let address = LabelSamples.longAddress.repeating(toCount: 500)
    let (text, notes) = try fit(block(address))
    let shown = text.lines.map(\.text).joined()
    #expect(shown.hasSuffix("..."))
    #expect(address.hasPrefix(shown.dropLast(3)))
    #expect(text.size == 2.4)
    #expect(notes == [.truncated(element: "address", shown: shown.count - 3, total: 500)])
    #expect((200...230).contains(shown.count))
  }

  @Test func oneLineShrinksBeforeItIsCut() throws {
    let small = try fit(
      block("阿卜杜热西提·麦麦提依明", width: 43, height: 5, size: 4.6, minimum: 2, maximumLines: 1))
    #expect(small.text.lines.count == 1)
    #expect(small.text.size < 4.6)
    #expect(small.notes.isEmpty)
    let cut = try fit(
      block("阿卜杜热西提·麦麦提依明", width: 20, height: 5, size: 4.6, minimum: nil, maximumLines: 1))
    #expect(cut.text.size == 4.6)
    #expect(cut.text.lines.map(\.text) == ["阿卜杜..."])
    #expect(cut.notes == [.truncated(element: "address", shown: 3, total: 12)])
  }

  @Test func aWordWithoutBreaksStaysInItsBox() throws {
    let (text, _) = try fit(block(String(repeating: "W", count: 90)))
    #expect(text.lines.count > 1)
  }

  @Test func anOrphanIsSavedByALittleShrinking() throws {
    // 17 characters of 4.7 mm fill 81 mm; the 18th would stand alone.
    let (text, _) = try fit(block(String(repeating: "拣", count: 18)))
    #expect(text.lines.count == 1)
    #expect(text.size < 4.7 && text.size > 4.7 * 0.84)
  }

  @Test func lineFeedsStartLinesAndControlsAreDropped() throws {
    let (text, _) = try fit(block("一号路\r\n二号\u{1B}[2J楼\u{7}\u{202E}\u{200B}\tA"))
    #expect(text.lines.map(\.text) == ["一号路", "二号[2J楼 A"])
    #expect(LabelText.clean("a\r\nb\rc\td\u{0}\u{9F}") == "a b c d")
  }

  @Test func extensionBHasGlyphs() throws {
    let (text, notes) = try fit(block("\u{20BB7}野家 王\u{201A9}"))
    #expect(text.lines.count == 1)
    #expect(notes.isEmpty)
  }

  @Test func aMissingGlyphIsAnErrorThatNamesItOnce() throws {
    let error = #expect(throws: LabelError.self) {
      try fit(block("王\u{10F123}小\u{10F123}明\u{E0FFF}"))
    }
    #expect(error?.code == .missingGlyph)
    #expect(error?.element == "address")
    #expect(error?.characters.first == "\u{10F123}")
    #expect(error?.description.contains("U+10F123") == true)
    #expect(error?.description.contains("'address'") == true)
  }

  @Test func aMissingGlyphInARemarkIsReplacedAndNoted() throws {
    var remark = block("谢谢\u{10F123}老板")
    remark.unknownCharacters = .replace
    let (text, notes) = try fit(remark)
    #expect(text.lines.map(\.text) == ["谢谢?老板"])
    #expect(notes == [.replaced(element: "address", characters: ["\u{10F123}"])])
  }

  @Test func aBoxLowerThanALineIsAnError() throws {
    let error = #expect(throws: LabelError.self) { try fit(block("上海", height: 2)) }
    #expect(error?.code == .noRoomForText)
    #expect(error?.available == 2)
  }

  @Test(arguments: [Label.Alignment.left, .center, .right])
  func alignment(_ alignment: Label.Alignment) throws {
    var aligned = block("上海")
    aligned.alignment = alignment
    let line = try #require(try fit(aligned).text.lines.first)
    switch alignment {
    case .left: #expect(line.x == 10)
    case .center: #expect(abs(line.x + line.width / 2 - 50.5) < 0.01)
    case .right: #expect(abs(line.x + line.width - 91) < 0.01)
    }
  }
}
