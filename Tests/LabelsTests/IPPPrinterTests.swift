import Foundation
import Testing

@testable import Labels

/// Labels through libcups: to a queue of a cupsd of the test's own, and to a printer that speaks IPP.
@Suite(
  .enabled(if: PrivatePrintSystem.missing == nil, "\(PrivatePrintSystem.missing ?? "")"),
  .serialized)
struct IPPPrinterTests {
  private func with(
    _ start: (PrivatePrintSystem) throws -> String?, _ body: (PrivatePrintSystem) throws -> Void
  ) throws {
    let system = try PrivatePrintSystem()
    defer { system.end() }
    if let log = try start(system) {
      Issue.record("it does not run: \(log)")
      return
    }
    try body(system)
  }

  private func document(_ id: String) throws -> PrintDocument {
    try TestLabel(printer: "Z").label.document(.zpl, id: id)
  }

  @Test func aQueueOfCUPSPrints() throws {
    let emulator = try PrinterEmulator()
    defer { emulator.stop() }
    try with({ try $0.startCUPS(sink: emulator.port) }) { system in
      let printer = IPPPrinter(host: "127.0.0.1", port: system.port, path: "/printers/Zebra")
      #expect(try printer.status()?.faults == [])
      let document = try document("O1-1.1")
      #expect(try printer.print { _ in document } == .proven(.ipp))
      // The bytes went through unchanged.
      for _ in 0..<100 where emulator.labels.isEmpty { usleep(20_000) }
      #expect(emulator.labels.map(\.bytes) == [document.bytes.dropLast()])
    }
  }

  @Test func aPrinterOfIPPPrintsOrSaysWhyNot() throws {
    let command = """
      cp "$1" "$PICKWAY_OUT/got"
      case "$(cat "$PICKWAY_OUT/mode" 2>/dev/null)" in
      empty) echo "STATE: +media-empty" >&2; exit 1 ;;
      fails) exit 1 ;;
      esac
      echo "ATTR: job-impressions-completed=1" >&2
      """
    try with({ try $0.startIPP(command: command) }) { system in
      let printer = IPPPrinter(host: "127.0.0.1", port: system.port, path: "/ipp/print")
      let first = try document("first")
      #expect(try printer.print { _ in first } == .proven(.ipp))
      #expect(
        FileManager.default.contents(atPath: "\(system.folder)/got") == Data(first.bytes))

      // The job is aborted after it was begun: nobody knows.
      try system.write("fails", to: "mode")
      let second = try printer.print { _ in first }
      guard case .unknown = second else {
        Issue.record("\(String(describing: second))")
        return
      }
      // No paper: told at once in the middle, and before the next.
      try system.write("empty", to: "mode")
      _ = try printer.print { _ in first }
      let third = try printer.print { _ in
        Issue.record("it was begun")
        return nil
      }
      guard case .notPrinted(.paperOut, _) = third else {
        Issue.record("\(String(describing: third))")
        return
      }
    }
  }

  @Test func nothingThereIsNotPrinted() throws {
    let printer = IPPPrinter(host: "127.0.0.1", port: 9, path: "/printers/none")
    let verdict = try printer.print { _ in nil }
    guard case .notPrinted(.unreachable, _) = verdict else {
      Issue.record("\(String(describing: verdict))")
      return
    }
  }
}
