/// By what it is known that a label is there, the weakest first.
public enum PrintEvidence: String, Hashable, Codable, Sendable, CaseIterable {
  /// The printer took every byte: all that was known of it before printers were asked.
  case accepted
  /// The document lies whole in a folder.
  case stored
  /// The printer was ready before and after, and nothing was left in its memory.
  case status
  /// The queue says that the job is completed.
  case ipp
  /// The printer's label counter went on by it.
  case odometer
  /// Somebody scanned it.
  case scan
}

/// Why a printer does not print.
public enum PrinterFault: String, Hashable, Codable, Sendable, CaseIterable {
  /// It has no paper.
  case paperOut
  /// Its head or cover stands open.
  case headOpen
  /// Its ribbon is used up.
  case ribbonOut
  /// Somebody pressed pause.
  case paused
  /// The paper is stuck.
  case jam
  /// The head is too hot or too cold.
  case temperature
  /// Nothing answers at its address.
  case unreachable
  /// The connection broke off in the middle.
  case brokenOff
  /// It went on and on.
  case slow
  /// The queue before it is stopped or takes no jobs.
  case stopped
  /// Its queue gave the job up.
  case aborted
  /// Anything else.
  case other
}
