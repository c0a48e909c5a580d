import ArgumentParser
import Foundation
import Labels
import Station
import Storage
import Warehouse

/// Printers: how they are, a test label, and an emulated one to try things on.
struct PrinterCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "printer",
    abstract: "Ask printers how they are, print a test label, be an emulated printer.",
    discussion: "`pickway printers` adds and removes them. Docs/Printers.md has it all.",
    subcommands: [List.self, Status.self, Test.self, Emulate.self, Bench.self])

  /// How a printer is, as it is listed.
  struct Report: Encodable {
    var code: String
    var address: String
    var format: String
    /// `ready`, `silent` (it is there and says nothing of itself), a fault, or `unreachable`.
    var state: String
    var faults: [String]
    var waiting: Int?
    var odometer: Int?
    var detail: String

    init(_ printer: LabelPrinter, in folder: String) {
      code = printer.code.rawValue
      address = printer.address
      format = printer.format
      faults = []
      detail = ""
      do {
        let status = try PrintWorker.provingPrinter(printer, in: folder).status()
        faults = status?.faults.map(\.rawValue) ?? []
        state = status == nil ? "silent" : faults.first ?? "ready"
        waiting = status?.waiting
        odometer = status?.odometer
      } catch {
        state = "unreachable"
        detail = "\(error)"
      }
    }

    static var columns: [(title: String, value: (Report) -> String)] {
      [
        ("PRINTER", \.code), ("ADDRESS", \.address), ("FORMAT", \.format), ("STATE", \.state),
        ("WAITING", { $0.waiting.map(String.init) ?? "" }),
        ("ODOMETER", { $0.odometer.map(String.init) ?? "" }), ("DETAIL", \.detail),
      ]
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List printers with the benches that use them.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption

    private struct Entry: Encodable {
      var code: String
      var address: String
      var format: String
      var benches: [String]
      var fallbackOf: [String]
    }

    func run() throws {
      let entries = try store.open().read { facts in
        let benches = try facts.workstations()
        return try facts.printers().map { printer in
          Entry(
            code: printer.code.rawValue, address: printer.address, format: printer.format,
            benches: benches.filter { $0.printer == printer.code }.map(\.code.rawValue),
            fallbackOf: benches.filter { $0.fallback == printer.code }.map(\.code.rawValue))
        }
      }
      try listing.print(
        entries,
        columns: [
          ("PRINTER", \.code), ("ADDRESS", \.address), ("FORMAT", \.format),
          ("BENCHES", { $0.benches.joined(separator: " ") }),
          ("FALLBACK OF", { $0.fallbackOf.joined(separator: " ") }),
        ], empty: "no printers")
    }
  }

  struct Status: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Ask printers how they are; 69 when one of them cannot print.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption
    @Argument(help: "The printer's code; all of them when none is named.") var name: String?

    func run() throws {
      let printers = try store.open().read { try $0.printers() }
        .filter { name == nil || $0.code.rawValue == name }
      if let name, printers.isEmpty { throw Failure(.data, "there is no printer \(name)") }
      let reports = printers.map { Report($0, in: store.folder) }
      try listing.print(reports, columns: Report.columns, empty: "no printers")
      let bad = reports.filter { $0.state != "ready" && $0.state != "silent" }
      guard bad.isEmpty else { throw ExitCode(Failure.Status.unavailable.rawValue) }
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a test label and say whether it came out.")

    @OptionGroup var store: StoreOption
    @Argument(help: "The printer's code.") var name: String

    func run() throws {
      guard let printer = try store.open().read({ try $0.printer(Code(name)) }) else {
        throw Failure(.data, "there is no printer \(name)")
      }
      let verdict: PrintVerdict?
      do {
        verdict = try PrintWorker.provingPrinter(printer, in: store.folder).print { _ in
          try TestLabel(printer: name).document(
            LabelFormat(rawValue: printer.format) ?? .zpl)
        }
      } catch let error as PrinterError {
        throw Failure(.unavailable, error.description)
      }
      switch verdict {
      case .proven(let evidence): print("\(name): proven, by \(evidence.rawValue)")
      case .unknown(_, let why):
        print("\(name): unknown, look whether a label came out: \(why)")
      case .notPrinted(let fault, let why):
        throw Failure(.unavailable, "\(name): not printed (\(fault?.rawValue ?? "other")): \(why)")
      case nil: break
      }
    }
  }
}
