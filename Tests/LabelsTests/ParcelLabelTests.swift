import Testing

@testable import Labels

/// The e-waybill as a layout.
@Suite struct ParcelLabelTests {
  private func content(_ name: String, _ data: ParcelLabelData) throws -> String? {
    for element in try ParcelLabel(data).label.elements where element.name == name {
      switch element {
      case .text(let block): return block.content
      case .symbol(let block): return block.content
      case .rule, .box: return nil
      }
    }
    return nil
  }

  @Test func aFirstPrintBearsNoMark() throws {
    #expect(try content("copy", LabelSamples.plain) == nil)
    #expect(try content("printedAt", LabelSamples.plain) == "打印 2025-06-11 14:32")
  }

  @Test func aReprintIsMarkedTwice() throws {
    var data = LabelSamples.plain
    data.copyNumber = 3
    #expect(try content("copy", data) == "补打 3")
    #expect(try content("printedAgainAt", data) == "补打 2025-06-11 14:32")
  }

  @Test(arguments: [(0, 0, "共 0 件"), (3, 3, "共 6 件"), (7, 7, "共 28 件")])
  func listsThatFitAreShownWhole(_ count: Int, _ shown: Int, _ total: String) throws {
    let data = items(count)
    #expect(try rows(data) == shown)
    #expect(try content("items.narrow.rest", data) == total)
  }

  @Test func listsThatDoNotFitSayHowManyLinesAreMissing() throws {
    let data = items(50)
    let shown = try rows(data)
    #expect(shown >= 7)
    #expect(try content("items.narrow.rest", data) == "共 1275 件 / 另有 \(50 - shown) 行")
    // Nothing of the list leaves its room.
    for element in try ParcelLabel(data).label.elements {
      guard case .text(let block) = element, block.name.hasPrefix("items.") else { continue }
      #expect(block.frame.y >= 113.9)
      #expect(block.frame.bottom <= 141.401)
    }
  }

  @Test func emojiInARemarkStopNoParcel() throws {
    var data = LabelSamples.plain
    data.remark = "谢谢老板\u{10F123}"
    let document = try ParcelLabel(data).label.document(.png, id: "1")
    #expect(document.notes == [.replaced(element: "remark", characters: ["\u{10F123}"])])
  }

  @Test(arguments: LabelSamples.all)
  func textsDoNotOverlap(_ sample: LabelSamples.Sample) throws {
    let resolved = try ResolvedLabel(ParcelLabel(sample.data).label, resolution: .dpi203)
    var lines: [(name: String, frame: Label.Frame)] = []
    for (name, item) in resolved.items {
      switch item {
      case .text(let block, let text):
        lines += (block.isInverted ? [block.frame] : text.lineFrames).map { (name, $0) }
      case .symbol(let placed):
        lines += placed.caption?.text.lineFrames.map { (name, $0) } ?? []
      case .bars, .outline: break
      }
    }
    for (index, line) in lines.enumerated() {
      for other in lines[(index + 1)...] where other.name != line.name {
        #expect(!line.frame.overlaps(other.frame), "\(line.name) and \(other.name)")
      }
    }
  }

  private func items(_ count: Int) -> ParcelLabelData {
    var data = LabelSamples.plain
    data.items = (0..<count).map { .init(name: "商品 \($0)", sku: "S\($0)", quantity: $0 + 1) }
    return data
  }

  private func rows(_ data: ParcelLabelData) throws -> Int {
    try ParcelLabel(data).label.elements.filter { $0.name.hasSuffix(".quantity") }.count
  }
}
