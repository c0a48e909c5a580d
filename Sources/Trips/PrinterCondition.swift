/// What can happen to a printer.
public enum PrinterCondition: String, Hashable, Sendable, CaseIterable {
  /// It is ready to print.
  case paper
  /// It has no paper.
  case out
  /// It stands open.
  case open
  /// Its paper is jammed.
  case jam
}
