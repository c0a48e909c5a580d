/// Why a printer does not print.
public enum PrinterFault: String, Sendable, Hashable, Codable, CaseIterable {
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
