import Testing

@testable import Labels

/// A raw port printer that behaves, and ones that do not.
@Suite struct RawPrinterTests {
  private func document(bytes count: Int) -> PrintDocument {
    let bytes = Array("^XA".utf8) + Array(repeating: UInt8(ascii: "a"), count: count - 6)
    return PrintDocument(id: "job", format: .zpl, bytes: bytes + Array("^XZ".utf8))
  }

  private func withPrinter(_ body: (LoopbackPrinter, RawPrinter) throws -> Void) throws {
    let loopback = try LoopbackPrinter()
    defer { loopback.stop() }
    try body(
      loopback,
      RawPrinter(
        host: "127.0.0.1", port: loopback.port, connectTimeout: .seconds(5),
        writeTimeout: .milliseconds(150), closeTimeout: .milliseconds(150)))
  }

  @Test func aDocumentArrivesWhole() throws {
    try withPrinter { loopback, raw in
      var patient = raw
      patient.writeTimeout = .seconds(10)
      patient.closeTimeout = .seconds(10)
      let first = try ParcelLabel(LabelSamples.plain).label.document(.zpl, id: "job-1")
      let second = document(bytes: 3_000_000)
      let count = first.bytes.count
      #expect(try patient.send(first) == .handedOver(bytes: count, closed: true))
      #expect(try patient.send(second) == .handedOver(bytes: 3_000_000, closed: true))
      #expect(loopback.documents.map(\.isComplete) == [true, true])
      // The line end after ^XZ belongs to no document.
      #expect(loopback.documents.map(\.bytes) == [first.bytes.dropLast(), second.bytes])
    }
  }

  @Test func aRefusedConnectionDeliversNothing() throws {
    try withPrinter { loopback, raw in
      loopback.set(.refuse)
      let error = #expect(throws: PrinterError.self) { try raw.send(document(bytes: 100)) }
      #expect(error?.code == .refused)
      #expect(error?.delivery == .nothing)
      #expect(error?.description == "printer tcp:127.0.0.1:\(loopback.port): nothing listens there")
      // Switched on again, it prints.
      loopback.set(.none)
      #expect(throws: Never.self) { try raw.send(document(bytes: 100)) }
      #expect(loopback.documents.count == 1)
    }
  }

  @Test(arguments: [(0, 5000), (100, 5000), (100_000, 4_000_000)])
  func aCutConnectionLeavesTheOutcomeUnknown(_ limit: Int, _ size: Int) throws {
    try withPrinter { loopback, raw in
      loopback.set(.cut(afterBytes: limit))
      let error = #expect(throws: PrinterError.self) { try raw.send(document(bytes: size)) }
      #expect(error?.code == .brokenOff)
      switch error?.delivery {
      case .unknown(let bytes, let total):
        #expect(bytes >= limit && bytes > 0 && bytes <= total && total == size)
      case .nothing where limit == 0: break
      default: Issue.record("delivery \(String(describing: error?.delivery))")
      }
      #expect(loopback.documents.allSatisfy { !$0.isComplete && $0.bytes.count <= limit })
    }
  }

  @Test func aStalledPrinterStopsTakingData() throws {
    try withPrinter { loopback, raw in
      loopback.set(.stall)
      let size = 16_000_000
      let error = #expect(throws: PrinterError.self) { try raw.send(document(bytes: size)) }
      #expect(error?.code == .timedOut)
      guard case .unknown(let bytes, size) = error?.delivery else {
        Issue.record("delivery \(String(describing: error?.delivery))")
        return
      }
      #expect(bytes > 0 && bytes < size)
      #expect(loopback.documents.isEmpty)
    }
  }

  @Test func aShortDocumentIntoAStalledPrinterIsHandedOverButNotClosed() throws {
    try withPrinter { loopback, raw in
      loopback.set(.stall)
      let proof = try raw.send(document(bytes: 100))
      #expect(proof == .handedOver(bytes: 100, closed: false))
      #expect(loopback.documents.isEmpty)
    }
  }

  @Test(arguments: [1, 2, 3, 1000])
  func documentsAreCutAtTheirEndHoweverTheyArrive(_ step: Int) {
    var splitter = DocumentSplitter()
    let stream = Array("^XA1^XZ\r\n ^XA^FD^X^XZ^XA3".utf8)
    var documents: [LoopbackPrinter.Document] = []
    for start in stride(from: 0, to: stream.count, by: step) {
      documents += splitter.feed(stream[start..<min(start + step, stream.count)])
    }
    #expect(
      documents.map { String(decoding: $0.bytes, as: UTF8.self) } == ["^XA1^XZ", "^XA^FD^X^XZ"])
    #expect(splitter.rest == .init(bytes: Array("^XA3".utf8), isComplete: false))
  }
}
