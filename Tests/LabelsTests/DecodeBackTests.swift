import Foundation
import Labels
import Testing

/// Labels are read back by readers that know nothing of how they were made.
@Suite struct DecodeBackTests {
  @Test(
    "every parcel label, in every format, says exactly what was meant",
    .enabled(if: Oracle.missing == nil, Comment(rawValue: Oracle.missing ?? "")))
  func parcels() throws {
    let readings = try withTemporaryFolder { folder in
      for sample in LabelSamples.all {
        for format in LabelFormat.allCases {
          let document = try ParcelLabel(sample.data).label.document(format, id: sample.name)
          let name = "\(sample.name).\(format.fileExtension)"
          try Data(document.bytes).write(to: folder.appending(path: name))
        }
        let fine = try ParcelLabel(sample.data).label.document(
          .png, id: sample.name, resolution: .dpi300)
        try Data(fine.bytes).write(to: folder.appending(path: "\(sample.name)@300.png"))
      }
      return try Oracle.read(folder)
    }

    #expect(readings.count == LabelSamples.all.count * 4)
    for sample in LabelSamples.all {
      let expected = LabelSamples.symbols(sample.data)
      for suffix in [".zpl", ".png", "@300.png", ".pdf"] {
        let reading = try #require(readings[sample.name + suffix])
        #expect(reading.zxingCodes == expected, "zxing-cpp, \(sample)\(suffix)")
        #expect(reading.zbarCodes == Set(expected), "zbar, \(sample)\(suffix)")
        #expect(reading.warnings == [], "\(sample)\(suffix)")
      }
      #expect(readings["\(sample).png"]?.size == [800, 1200])
      #expect(readings["\(sample)@300.png"]?.size == [1181, 1772])
      // The same dots, whether we lay them or a ZPL interpreter does.
      #expect(readings["\(sample).zpl"]?.difference == 0, "\(sample)")
    }
  }

  /// What the shapes of carriers' numbers have in common with trouble: odd runs of digits.
  static let numbers = [
    "1", "12", "123", "75312345678901", "772002014605245", "4312345678901", "SF1234567890123",
    "YT1234567890123", "JT0001234567890", "DPK123456789012", "JDV001234567890", "EA123456789CN",
    "PA12345678911", "a1b22c333d4444e55555f", "100%/A+B-C.D", "0000001x",
  ]

  @Test(
    "bars of any number shape read back, and no printer makes them wider than checked",
    .enabled(if: Oracle.missing == nil, Comment(rawValue: Oracle.missing ?? "")))
  func numberShapes() throws {
    let readings = try withTemporaryFolder { folder in
      for (index, number) in Self.numbers.enumerated() {
        let label = Label(
          name: "number", width: 100, height: 30,
          elements: [
            .symbol(
              Label.SymbolBlock(
                name: "bars", frame: Label.Frame(x: 2, y: 2, width: 96, height: 26),
                symbology: .code128, content: number, moduleDots: 3, minimumModuleDots: 2,
                captionSize: .millimeters(4)))
          ])
        for format in [LabelFormat.zpl, .png] {
          let document = try label.document(format, id: "\(index)")
          // With libzint and us of one mind the printer draws the bars itself.
          if format == .zpl { #expect(text(document).contains("^BCN"), "\(number)") }
          try Data(document.bytes).write(
            to: folder.appending(path: "\(index).\(format.fileExtension)"))
        }
      }
      return try Oracle.read(folder)
    }
    for (index, number) in Self.numbers.enumerated() {
      let expected = [Oracle.Code(symbology: "Code128", content: number)]
      let zpl = try #require(readings["\(index).zpl"])
      #expect(zpl.zxingCodes == expected)
      #expect(zpl.zbarCodes == Set(expected))
      // Where two plans are equally short the bars may differ, but never their number.
      #expect(readings["\(index).png"]?.zxingCodes == expected)
    }
  }

  @Test(
    "QR Codes drawn by the printer read back, tight ones go as dots",
    .enabled(if: Oracle.missing == nil, Comment(rawValue: Oracle.missing ?? "")))
  func codes() throws {
    func label(_ content: String, side: Double) -> Label {
      Label(
        name: "code", width: 60, height: 60,
        elements: [
          .symbol(
            Label.SymbolBlock(
              name: "code", frame: Label.Frame(x: 2, y: 2, width: side, height: side),
              symbology: .qrCode, content: content, moduleDots: 4, errorCorrection: .quartile))
        ])
    }
    let contents = ["https://pickway.example/?a=1&b=^XZ~JA", "0123456789012345", "收货 拣途"]
    let readings = try withTemporaryFolder { folder in
      for (index, content) in contents.enumerated() {
        for (size, side) in [("wide", 50.0), ("tight", index == 1 ? 15.0 : 22.0)] {
          let document = try label(content, side: side).document(.zpl, id: "\(index)")
          #expect(
            text(document).contains("^BQN") == (size == "wide" && index < 2), "\(content) \(size)")
          try Data(document.bytes).write(to: folder.appending(path: "\(size)\(index).zpl"))
        }
      }
      return try Oracle.read(folder)
    }
    for (index, content) in contents.enumerated() {
      for size in ["wide", "tight"] {
        let reading = try #require(readings["\(size)\(index).zpl"])
        #expect(reading.zxingCodes == [Oracle.Code(symbology: "QRCode", content: content)])
      }
    }
  }
}

/// The bytes of a document as text.
func text(_ document: PrintDocument) -> String { String(decoding: document.bytes, as: UTF8.self) }
