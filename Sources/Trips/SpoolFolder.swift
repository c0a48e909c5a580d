import Foundation
import Storage
import Warehouse

/// A printer's spool folder, which can be made to fail as a printer does.
///
/// A printer without paper takes nothing: its folder is moved aside and a plain file stands in its
/// place, so that nothing can be written into it and nobody makes it anew. With paper the folder is
/// moved back. Every other trouble is the same to whoever prints.
struct SpoolFolder {
  private let path: String

  /// The folder of a printer.
  init(of code: Code<LabelPrinter>, on stage: any Stage) throws {
    let printer = try stage.store.read { try $0.printer(code) }
    guard let printer else { throw StageTrouble("there is no printer \(code)") }
    let spool = "spool:"
    guard printer.address.hasPrefix(spool) else {
      throw StageTrouble(
        "printer \(code) is at \(printer.address), expected a spool folder or one that this trip "
          + "emulates: no other can be made to fail")
    }
    let folder = String(printer.address.dropFirst(spool.count))
    path = folder.hasPrefix("/") ? folder : "\(stage.folder)/\(folder)"
  }

  /// Makes the printer ready, or not.
  func set(_ condition: PrinterCondition) throws {
    let files = FileManager.default
    let aside = path + ".out"
    switch condition {
    case .paper:
      guard files.fileExists(atPath: aside) else { return }
      try files.removeItem(atPath: path)
      try files.moveItem(atPath: aside, toPath: path)
    case .ends, .lost, .off:
      throw StageTrouble("a spool folder has no '\(condition.rawValue)': emulate the printer")
    case .out, .open, .jam:
      guard !files.fileExists(atPath: aside) else { return }
      try files.createDirectory(atPath: path, withIntermediateDirectories: true)
      try files.moveItem(atPath: path, toPath: aside)
      try Data("\(condition.rawValue)\n".utf8).write(to: URL(fileURLWithPath: path))
    }
  }
}
