import Foundation
public import Labels
public import Warehouse

extension PrintWorker {
  /// Sends a document that is no parcel's label to a printer at once.
  ///
  /// - Throws: `PrinterError`.
  public static func send(
    _ document: PrintDocument, to printer: LabelPrinter, in folder: String
  ) throws {
    let spool = "spool:"
    var text = printer.address
    if text.hasPrefix(spool), !text.hasPrefix(spool + "/") {
      text = spool + folder + "/" + text.dropFirst(spool.count)
    }
    let address = try PrinterAddress(text)
    if case .spool(let path) = address, path.hasPrefix(folder + "/") {
      try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    _ = try address.printer().send(document)
  }
}
