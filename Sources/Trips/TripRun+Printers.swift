import Labels
import Storage
import Warehouse

/// Printers a trip emulates.
extension TripRun {
  /// A printer of the store is from now on an emulated one on loopback.
  mutating func emulate(_ code: Code<LabelPrinter>, _ format: LabelFormat) throws {
    guard try stage.store.read({ try $0.printer(code) }) != nil else {
      throw Failed("there is no printer \(code)")
    }
    emulated[code]?.stop()
    let printer = try PrinterEmulator(format: format)
    emulated[code] = printer
    let moved = LabelPrinter(
      code: code, address: "tcp:127.0.0.1:\(printer.port)", format: format.rawValue)
    let outcome = try stage.store.commit(
      Commit(id: stage.seed(), command: .add(.printer(moved)), at: stage.now))
    guard case .done = outcome else { throw Failed("printer \(code) cannot be moved") }
  }

  static func apply(_ condition: PrinterCondition, to printer: PrinterEmulator) {
    switch condition {
    case .paper:
      for control: PrinterControl in [
        .paper(nil), .head(isOpen: false), .jam(false), .power(true),
      ] {
        printer.apply(control)
      }
    case .out: printer.apply(.paper(0))
    case .open: printer.apply(.head(isOpen: true))
    case .jam: printer.apply(.jam(true))
    case .ends: printer.apply(.paperEnds)
    case .lost: printer.apply(.lose(milliseconds: 100))
    case .off: printer.apply(.power(false))
    }
  }
}
