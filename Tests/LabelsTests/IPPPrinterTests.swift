import Foundation
import Testing

@testable import Labels

/// Labels through libcups: to a queue of a cupsd of the test's own, and to a printer that speaks IPP.
@Suite(
  .enabled(if: PrivatePrintSystem.missing == nil, "\(PrivatePrintSystem.missing ?? "")"),
  .serialized)
struct IPPPrinterTests {
  private func document(_ id: String) throws -> PrintDocument {
    try TestLabel(printer: "Z").label.document(.zpl, id: id)
  }

  /// Prints a document; nothing that is not ready gets it.
  private func print(_ document: PrintDocument?, on printer: IPPPrinter) throws -> PrintVerdict? {
    try printer.print { _ in document }
  }

  @Test func aQueueOfCUPSPrints() throws {
    let emulator = try PrinterEmulator()
    defer { emulator.stop() }
    let system = try PrivatePrintSystem()
    defer { system.end() }
    let trouble = try system.startCUPS(sink: emulator.port)
    try #require(trouble == nil)
    let printer = IPPPrinter(host: "127.0.0.1", port: system.port, path: "/printers/Zebra")
    #expect(try printer.status()?.faults == [])
    let label = try document("O1-1.1")
    let verdict = try print(label, on: printer)
    #expect(verdict == .proven(.ipp))
    // The bytes went through unchanged.
    for _ in 0..<100 where emulator.labels.isEmpty { usleep(20_000) }
    #expect(emulator.labels.map(\.bytes) == [Array(label.bytes.dropLast())])
  }

  @Test func aPrinterOfIPPPrints() throws {
    let command = """
      cp "$1" "$PICKWAY_OUT/got"
      echo "ATTR: job-impressions-completed=1" >&2
      """
    let system = try PrivatePrintSystem()
    defer { system.end() }
    let trouble = try system.startIPP(command: command)
    try #require(trouble == nil)
    let printer = IPPPrinter(host: "127.0.0.1", port: system.port, path: "/ipp/print")
    let label = try document("first")
    let first = try print(label, on: printer)
    #expect(first == .proven(.ipp))
    let got = FileManager.default.contents(atPath: "\(system.folder)/got")
    #expect(got == Data(label.bytes))
  }

  /// What the printer was given may be on paper: nobody knows, and the line says what became of it.
  @Test func aJobThePrinterAbortsIsUnknown() throws {
    let system = try PrivatePrintSystem()
    defer { system.end() }
    let trouble = try system.startIPP(command: "echo 'ERROR: no ribbon' >&2; exit 1")
    try #require(trouble == nil)
    let printer = IPPPrinter(host: "127.0.0.1", port: system.port, path: "/ipp/print")
    guard case .unknown(.aborted, let sentence)? = try print(try document("first"), on: printer)
    else {
      Issue.record("not unknown")
      return
    }
    #expect(sentence.contains("ended as aborted (aborted-by-system"), "\(sentence)")
    // The next label of a printer that is well again is printed.
    #expect(try printer.status()?.faults == [])
  }

  /// Somebody at the printer cancels the job.
  @Test func aJobThatIsCanceledIsUnknown() throws {
    let system = try PrivatePrintSystem()
    defer { system.end() }
    let trouble = try system.startIPP(command: "sleep 1")
    try #require(trouble == nil)
    let port = system.port
    let canceled = DispatchQueue(label: "cancel")
    canceled.asyncAfter(deadline: .now() + .milliseconds(400)) {
      let uri = "ipp://127.0.0.1:\(port)/ipp/print"
      let connection = IPPConnection(
        host: "127.0.0.1", port: port, uri: uri, path: "/ipp/print")
      try? connection?.cancel(1)
      connection?.close()
    }
    let printer = IPPPrinter(host: "127.0.0.1", port: port, path: "/ipp/print")
    guard case .unknown(.aborted, let sentence)? = try print(try document("first"), on: printer)
    else {
      Issue.record("not unknown")
      return
    }
    #expect(sentence.contains("ended as canceled"), "\(sentence)")
  }

  @Test func nothingThereIsNotPrinted() throws {
    let printer = IPPPrinter(host: "127.0.0.1", port: 9, path: "/printers/none")
    let verdict = try print(nil, on: printer)
    #expect(verdict?.kind == "unreachable")
  }
}

extension PrintVerdict {
  /// How it ended in a word: the fault where nothing was printed.
  fileprivate var kind: String {
    switch self {
    case .proven(let evidence): evidence.rawValue
    case .unknown: "unknown"
    case .notPrinted(let fault, _): fault?.rawValue ?? "not printed"
    }
  }
}
