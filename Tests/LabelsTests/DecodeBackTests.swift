import Foundation
import Labels
import Testing

/// Labels are read back by readers that know nothing of how they were made.
@Suite(.enabled(if: Oracle.missing == nil, Comment(rawValue: Oracle.missing ?? "")))
struct DecodeBackTests {
  /// A label in some formats, and what its barcodes must say.
  private struct Case {
    var name: String
    var payloads: [LabelPayload]
    var files: [String] = []
  }

  /// Renders into a folder; TSPL becomes a picture a page.
  private func write(
    _ labels: [Label], _ name: String, _ formats: [LabelFormat], _ resolution: Resolution = .dpi203,
    to folder: URL
  ) throws -> Case {
    var written = Case(
      name: name,
      payloads: labels.enumerated().flatMap { $0.element.payloads(page: $0.offset + 1) })
    for format in formats {
      let bytes = try format.backend(resolution: resolution).render(labels, id: name).bytes
      if format == .tspl {
        let pictures = try TSPLPicture.pictures(of: bytes, resolution: resolution)
        #expect(pictures.count == labels.count, "\(name)")
        for (page, picture) in pictures.enumerated() {
          written.files.append("\(name).tspl-\(page + 1).png")
          try Data(picture.png).write(to: folder.appending(path: "\(name).tspl-\(page + 1).png"))
        }
      } else {
        written.files.append("\(name).\(format.fileExtension)")
        try Data(bytes).write(to: folder.appending(path: "\(name).\(format.fileExtension)"))
      }
    }
    return written
  }

  private func check(_ cases: [Case], _ readings: [String: Oracle.Reading]) throws {
    for written in cases {
      for file in written.files {
        let reading = try #require(readings[file], "\(file)")
        let page = file.split(separator: ".tspl-").dropFirst().first.flatMap { Int($0.prefix(1)) }
        let payloads = written.payloads.filter { page == nil || $0.page == page }
        #expect(reading.zxingCodes == Oracle.codes(payloads), "zxing-cpp, \(file)")
        #expect(reading.zbarCodes == Oracle.zbarCodes(payloads), "zbar, \(file)")
        #expect(reading.warnings == [], "\(file)")
        // The same dots, whether we lay them or an interpreter of the printer's language does.
        #expect(reading.difference ?? 0 == 0, "\(file)")
      }
    }
  }

  @Test("every built-in template, in every format, says exactly what was meant")
  func templates() throws {
    try withTemporaryFolder { folder in
      var cases: [Case] = []
      for template in TemplateCatalog.builtIn.templates {
        // The large ones with their own trouble only, for the sake of time.
        let isSmall =
          template.width * template.height < 16_000 && template.name != "waybill-100x150"
        let samples =
          isSmall ? template.samples : [LabelSample("sample", template.sample)]
        for sample in samples {
          cases.append(
            try write(
              try template.labels(for: sample.data), "\(template.name)-\(sample.name)",
              LabelFormat.allCases, to: folder))
        }
      }
      for template in TemplateCatalog.builtIn.carrierTemplates {
        cases.append(
          try write(
            try template.labels(for: template.sample), template.name, [.zpl, .tspl], to: folder))
      }
      try check(cases, try Oracle.read(folder))
    }
  }

  @Test("every kind of parcel, also at 300 dpi")
  func parcels() throws {
    try withTemporaryFolder { folder in
      var cases: [Case] = []
      for sample in LabelSamples.all {
        let label = try ParcelLabel(sample.data).label
        cases.append(try write([label], sample.name, [.zpl, .png], to: folder))
        let fine = "\(sample.name)@300"
        cases.append(try write([label], fine, [.png, .zpl], .dpi300, to: folder))
      }
      let readings = try Oracle.read(folder)
      try check(cases, readings)
      #expect(readings["plain.png"]?.size == [800, 1200])
      #expect(readings["plain@300.png"]?.size == [1181, 1772])
    }
  }

  /// What the shapes of carriers' numbers have in common with trouble: odd runs of digits.
  static let numbers = [
    "1", "12", "123", "75312345678901", "772002014605245", "4312345678901", "SF1234567890123",
    "YT1234567890123", "JT0001234567890", "DPK123456789012", "JDV001234567890", "EA123456789CN",
    "PA12345678911", "a1b22c333d4444e55555f", "100%/A+B-C.D", "0000001x", "A!104B", "say \"5\"",
  ]

  @Test("bars of any number shape read back, and no printer makes them wider than checked")
  func numberShapes() throws {
    try withTemporaryFolder { folder in
      var cases: [Case] = []
      for (index, number) in Self.numbers.enumerated() {
        let label = Label(
          name: "number", width: 100, height: 30,
          elements: [.symbol(symbol(.code128, number, width: 96, height: 26, module: 3))])
        #expect(text(try label.document(.zpl, id: "1")).contains("^BCN"), "\(number)")
        let isNative = text(try label.document(.tspl, id: "1")).contains("BARCODE ")
        #expect(isNative == !number.contains { "!\"".contains($0) }, "\(number)")
        cases.append(try write([label], "\(index)", [.png, .zpl, .tspl], to: folder))
      }
      try check(cases, try Oracle.read(folder))
    }
  }

  /// Every kind of symbol with data in which its rules matter.
  static let symbols: [(Symbology, String)] = [
    (.gs1_128, "[00]395011015300000011"), (.gs1_128, "[02]06901234567892[37]123"),
    (.gs1_128, "[10]A(21)99[21]12345"), (.gs1_128, "[17]271130[10]ABCDEFGHIJ0123456789"),
    (.gs1_128, "[01]06901234567892[3103]001250[10]L1[99]X"), (.ean13, "6901234567892"),
    (.itf14, "16901234567899"), (.qrCode, "https://pickway.example/?a=1&b=^XZ~JA"),
    (.qrCode, "收货 拣途"), (.dataMatrix, "SN-2026-^XZ-0001"),
    (.gs1DataMatrix, "[01]06901234567892[10]L26A[21]0001"), (.pdf417, "BOL 4500012345/2026"),
  ]

  @Test("every kind of symbol reads back in every format")
  func kinds() throws {
    try withTemporaryFolder { folder in
      var cases: [Case] = []
      for (index, (kind, content)) in Self.symbols.enumerated() {
        let label = Label(
          name: "kind", width: 100, height: 40,
          elements: [.symbol(symbol(kind, content, width: 96, height: 36, module: 4))])
        // A printer may draw a QR Code a little lower, so no dots to compare for these.
        let name = kind == .qrCode ? "\(index)-dots" : "\(index)"
        cases.append(try write([label], name, [.png, .pdf], to: folder))
        cases.append(try write([label], "\(index)", [.zpl, .tspl], to: folder))
      }
      try check(cases, try Oracle.read(folder))
    }
  }

  @Test("QR Codes with room are drawn by the printer, tight ones go as dots")
  func codes() throws {
    try withTemporaryFolder { folder in
      var cases: [Case] = []
      let contents = ["https://pickway.example/?a=1&b=^XZ~JA", "0123456789012345", "收货 拣途"]
      for (index, content) in contents.enumerated() {
        for (size, side) in [("wide", 50.0), ("tight", index == 1 ? 15.0 : 22.0)] {
          var block = symbol(.qrCode, content, width: side, height: side, module: 4)
          block.errorCorrection = .quartile
          let label = Label(name: "code", width: 60, height: 60, elements: [.symbol(block)])
          let isNative = size == "wide" && index < 2
          #expect(text(try label.document(.zpl, id: "1")).contains("^BQN") == isNative)
          #expect(text(try label.document(.tspl, id: "1")).contains("QRCODE ") == isNative)
          cases.append(try write([label], "\(size)\(index)", [.zpl, .tspl], to: folder))
        }
      }
      try check(cases, try Oracle.read(folder))
    }
  }

  @Test("random parcels, the same ones every time, read back")
  func randomParcels() throws {
    var random = SeededGenerator(seed: 20_260_611)
    try withTemporaryFolder { folder in
      var cases: [Case] = []
      for index in 0..<40 {
        let data = RandomParcel.data(using: &random)
        let carriers = TemplateCatalog.builtIn.templates.filter { $0.kind == .waybill }
        let template = carriers[index % carriers.count]
        let format: LabelFormat = index.isMultiple(of: 2) ? .zpl : .tspl
        let labels = try template.labels(for: data, isPrivate: index.isMultiple(of: 5))
        cases.append(try write(labels, "random-\(index)", [format], to: folder))
      }
      try check(cases, try Oracle.read(folder))
    }
  }

  private func symbol(
    _ kind: Symbology, _ content: String, width: Double, height: Double, module: Int
  ) -> Label.SymbolBlock {
    Label.SymbolBlock(
      name: "symbol", frame: Label.Frame(x: 2, y: 2, width: width, height: height),
      symbology: kind, content: content, moduleDots: module, minimumModuleDots: 2,
      captionSize: kind == .qrCode ? nil : .millimeters(4))
  }
}

/// The bytes of a document as text.
func text(_ document: PrintDocument) -> String { String(decoding: document.bytes, as: UTF8.self) }
