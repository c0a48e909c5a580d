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
  /// Its paper ends in the middle of the next label.
  case ends
  /// Its power goes for a moment when the next label is in its memory.
  case lost
  /// It is switched off.
  case off
}
