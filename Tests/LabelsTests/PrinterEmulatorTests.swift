import Testing

@testable import Labels

/// The emulated printer does what the real ones are described to do, and a printer that is asked knows
/// what became of its label.
@Suite struct PrinterEmulatorTests {
  static let formats: [LabelFormat] = [.zpl, .tspl]

  private func label(_ format: LabelFormat, _ id: String = "job-1") throws -> PrintDocument {
    try ParcelLabel(LabelSamples.plain).label.document(format, id: id)
  }

  @Test func thePictureOfZPLIsThePNGToTheDot() throws {
    for label in [try ParcelLabel(LabelSamples.plain).label, TestLabel(printer: "LP1").label] {
      let picture = try ZPLPicture(of: try label.document(.zpl, id: "job").bytes)
      let resolved = try ResolvedLabel(label, resolution: .dpi203)
      let same = picture.bitmap == (try resolved.bitmap())
      #expect(same)
    }
  }

  @Test func damagedZPLIsNoPicture() throws {
    var bytes = try label(.zpl).bytes
    let mark = Array(":Z64:".utf8)
    let at = try #require(
      bytes.indices.first { bytes[$0...].starts(with: mark) })
    bytes[at + 9] = bytes[at + 9] == 65 ? 66 : 65
    #expect(throws: ZPLPicture.Problem.self) { try ZPLPicture(of: bytes) }
    #expect(throws: ZPLPicture.Problem.self) { try ZPLPicture(of: Array("^XA^FO1,1^ZZ^XZ".utf8)) }
  }

  /// Whole, by drip, or two at once: the same labels and answers.
  @Test(arguments: formats) func bytesMayComeAsTheyLike(_ format: LabelFormat) throws {
    let language = try #require(PrinterLanguage(format))
    let document = try label(format).bytes
    let question = language.question(withOdometer: true)
    var whole = PrinterModel(format: format)
    _ = whole.receive(document + document)
    let labels = whole.advance(to: 0)
    #expect(labels.count == 2)
    #expect(labels.map(\.id) == ["job-1", "job-1"])
    let answer = whole.receive(question)
    #expect(!answer.isEmpty)
    var dripped = PrinterModel(format: format)
    var early: [UInt8] = []
    for byte in document + document { early += dripped.receive([byte]) }
    #expect(early.isEmpty)
    #expect(dripped.advance(to: 0) == labels)
    #expect(question.flatMap { dripped.receive([$0]) } == answer)
  }

  @Test func aLabelWhoseEndNeverCameIsDroppedByTheNext() throws {
    var model = PrinterModel(format: .zpl)
    let document = try label(.zpl).bytes
    _ = model.receive(document.prefix(700))
    #expect(model.isInLabel)
    var answer = PrinterAnswer(.zpl)
    answer.add(model.receive(Array("~HS".utf8)))
    #expect(answer.status?.isPartial == true)
    _ = model.receive(document)
    #expect(model.advance(to: 0).map(\.bytes) == [document.dropLast()])
  }

  @Test func paperIsCountedAndTheCounterNeverGoesBack() throws {
    var model = PrinterModel(format: .zpl, odometer: 41)
    model.paper = 2
    let document = try label(.zpl).bytes
    _ = model.receive(document + document + document)
    #expect(model.advance(to: 0).map(\.odometer) == [42, 43])
    #expect(model.waiting.count == 1)
    var answer = PrinterAnswer(.zpl)
    answer.add(model.receive(PrinterLanguage.zpl.question(withOdometer: true)))
    #expect(answer.status == PrinterStatus(faults: [.paperOut], waiting: 1, odometer: 43))
    model.paper = nil
    #expect(model.advance(to: 0).map(\.odometer) == [44])
  }

  @Test func slowPaperTakesItsTime() throws {
    var model = PrinterModel(format: .zpl)
    model.speed = 100
    _ = model.receive(try label(.zpl).bytes)
    // 150 mm at 100 mm a second.
    #expect(model.advance(to: 0).isEmpty)
    #expect(model.advance(to: 1499).isEmpty)
    #expect(model.advance(to: 1500).count == 1)
  }

  @Test func otherQuestionsAreAnswered() {
    var model = PrinterModel(format: .zpl, odometer: 7)
    model.isHeadOpen = true
    func answer(_ text: String) -> String {
      String(decoding: model.receive(Array(text.utf8)), as: UTF8.self)
    }
    #expect(answer("~HQES").contains("ERRORS:         1 00000000 00000004"))
    #expect(answer("~HQOD").contains("LABELS:  7"))
    #expect(answer("~HI").contains("203dpi"))
    #expect(answer("! U1 getvar \"no.such\"\r\n") == "\"?\"")
  }

  @Test func controlsAreReadFromLines() {
    #expect(PrinterControl("paper 12") == .paper(12))
    #expect(PrinterControl(" head  open ") == .head(isOpen: true))
    #expect(PrinterControl("lose 100") == .lose(milliseconds: 100))
    for wrong in ["", "paper -1", "paper many", "head", "speed", "drop x", "fire"] {
      #expect(PrinterControl(wrong) == nil, "\(wrong)")
    }
  }

  // MARK: - Over a socket

  private func printer(
    _ emulator: PrinterEmulator, _ format: LabelFormat, label: Duration = .seconds(5)
  ) throws -> TalkingPrinter {
    try #require(
      TalkingPrinter(
        host: "127.0.0.1", port: emulator.port, format: format,
        patience: TalkingPrinter.Patience(
          answer: .milliseconds(300), odometer: .milliseconds(200), idle: .milliseconds(200),
          label: label, reconnect: .seconds(2))))
  }

  @Test(arguments: formats) func aLabelThatCameOutIsProven(_ format: LabelFormat) throws {
    let emulator = try PrinterEmulator(format: format, odometer: 3)
    defer { emulator.stop() }
    let printer = try printer(emulator, format)
    let document = try label(format)
    let verdict = try printer.print { status in
      #expect(status?.odometer == (format == .zpl ? 3 : nil))
      return document
    }
    #expect(verdict == .proven(format == .zpl ? .odometer : .status))
    #expect(emulator.labels.count == 1)
    let picture = try #require(try emulator.labels.first?.picture().get())
    #expect(picture.width == 800 && picture.height == 1200)
    // Whoever does not want it after all sends nothing.
    #expect(try printer.print { _ in nil } == nil)
    #expect(emulator.labels.count == 1)
  }

  @Test func aPrinterThatIsNotReadyGetsNothing() throws {
    let emulator = try PrinterEmulator(controls: [.paper(0)])
    defer { emulator.stop() }
    let verdict = try printer(emulator, .zpl).print { _ in
      Issue.record("it was begun")
      return nil
    }
    guard case .notPrinted(.paperOut, _) = verdict else {
      Issue.record("\(String(describing: verdict))")
      return
    }
  }

  @Test func silenceIsNoProof() throws {
    let emulator = try PrinterEmulator(controls: [.mute(true)])
    defer { emulator.stop() }
    let printer = try printer(emulator, .zpl)
    let document = try label(.zpl)
    let verdict = try printer.print { status in
      #expect(status == nil)
      return document
    }
    guard case .unknown(nil, _) = verdict else {
      Issue.record("\(String(describing: verdict))")
      return
    }
  }

  @Test func aLabelThatTakesTooLongIsUnknown() throws {
    let emulator = try PrinterEmulator(controls: [.speed(10)])
    defer { emulator.stop() }
    let document = try label(.zpl)
    let verdict = try printer(emulator, .zpl, label: .milliseconds(200)).print { _ in document }
    guard case .unknown(.slow, _) = verdict else {
      Issue.record("\(String(describing: verdict))")
      return
    }
  }
}
