import Foundation
import Testing

@testable import Labels

/// What holds for every format.
@Suite struct FormatTests {
  @Test(arguments: LabelFormat.allCases)
  func theSameJobGivesTheSameBytes(_ format: LabelFormat) throws {
    let label = try ParcelLabel(LabelSamples.plain).label
    let first = try label.document(format, id: "job-1")
    #expect(try label.document(format, id: "job-1") == first)
    #expect(first.id == "job-1" && first.format == format && first.notes.isEmpty)
  }

  @Test(
    "no format prints a label that another refuses", arguments: LabelFormat.allCases)
  func refusals(_ format: LabelFormat) throws {
    var data = LabelSamples.plain
    data.receiver.name = "李\u{10F123}明"
    let missing = #expect(throws: LabelError.self) {
      try ParcelLabel(data).label.document(format, id: "1")
    }
    #expect(missing?.code == .missingGlyph)
    #expect(missing?.element == "receiver.name")
    data = LabelSamples.plain
    data.waybillNumber = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    let wide = #expect(throws: LabelError.self) {
      try ParcelLabel(data).label.document(format, id: "1")
    }
    #expect(wide?.code == .symbolDoesNotFit)
  }

  @Test func aPDFIsAsLargeAsThePaper() throws {
    let pdf = text(try ParcelLabel(LabelSamples.plain).label.document(.pdf, id: "job-1"))
    #expect(pdf.hasPrefix("%PDF-"))
    // 100 x 150 mm in points of 1/72 inch.
    #expect(pdf.contains("/MediaBox [ 0 0 283.464567 425.19685 ]"))
    // Outlines only: no font that a printer might lack, no picture that a printer might scale.
    #expect(!pdf.contains("/FontFile"))
    #expect(!pdf.contains("/Subtype /Image"))
  }

  @Test func aPNGHasOneBitADotAndItsResolution() throws {
    let bytes = try ParcelLabel(LabelSamples.plain).label.document(.png, id: "1").bytes
    #expect(bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    // Width 800, height 1200, 1 bit, gray.
    #expect(Array(bytes[16..<26]) == [0, 0, 3, 0x20, 0, 0, 4, 0xB0, 1, 0])
    // pHYs: 8000 dots a meter.
    #expect(Array(bytes[37..<50]) == Array("pHYs".utf8) + [0, 0, 0x1F, 0x40, 0, 0, 0x1F, 0x40, 1])
  }

  @Test func aLabelOnlyFitsAboutAMeter() throws {
    let label = Label(name: "sheet", width: 1001, height: 10)
    let error = #expect(throws: LabelError.self) { try label.document(.png, id: "1") }
    #expect(error?.code == .outsideLabel)
  }

  @Test func bitmapsKeepTheirDots() {
    var bitmap = Bitmap(width: 19, height: 5)
    #expect(bitmap.inkBounds == nil)
    bitmap.fill(DotRect(x: 9, y: 1, width: 8, height: 2))
    #expect(bitmap.bytes[3..<6] == [0x00, 0x7F, 0x80])
    #expect(bitmap.inkBounds == DotRect(x: 9, y: 1, width: 8, height: 2))
    let part = bitmap.cropped(to: DotRect(x: 9, y: 1, width: 8, height: 2))
    #expect(part.bytes == [0xFF, 0xFF])
    var copy = Bitmap(width: 19, height: 5)
    copy.add(part, x: 9, y: 1)
    #expect(copy == bitmap)
    // Off the edges nothing happens.
    copy.add(part, x: -8, y: 4)
    copy.fill(DotRect(x: 17, y: -3, width: 9, height: 4))
    #expect(copy.inkBounds == DotRect(x: 9, y: 0, width: 10, height: 3))
  }
}
