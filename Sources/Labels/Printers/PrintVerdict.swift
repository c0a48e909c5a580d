/// What it is known by that a label is there.
public enum PrintEvidence: String, Sendable, Hashable, Codable, CaseIterable {
  /// The document lies whole in a folder.
  case stored
  /// The printer was ready before and after, and nothing was left in its memory.
  case status
  /// The printer's counter went on by this label.
  case odometer
  /// The queue says that the job is completed.
  case ipp
}

/// How a label ended.
public enum PrintVerdict: Sendable, Hashable {
  /// It is there, and by what that is known.
  case proven(PrintEvidence)
  /// Nobody knows; a person looks or scans it. Why, and in one line.
  case unknown(PrinterFault?, String)
  /// It did not come out and never will unless it is sent again. Why, and in one line.
  case notPrinted(PrinterFault?, String)
}

/// A printer that can say whether a label came out.
///
/// The contract:
/// - `print` asks for the status first. A printer that is not ready gets nothing, and `begin` is not
///   called.
/// - `begin` is called when it is ready, with its status, right before the first byte; nil from it ends
///   all without a byte, and nil is the verdict.
/// - `.notPrinted` is only said when the label is neither on paper nor in the printer's memory.
/// - `.proven` is only said with evidence; silence is `.unknown`.
public protocol ProvingPrinter: Sendable {
  /// Asks how the printer is; nil when it answers at its address but says nothing of itself.
  func status() throws(PrinterError) -> PrinterStatus?
  /// Prints one label, see above.
  func print(begin: (PrinterStatus?) throws -> PrintDocument?) throws -> PrintVerdict?
}
