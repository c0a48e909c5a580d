public import Flows

/// One thing a person does.
public enum Act: Hashable, Codable, Sendable {
  /// Walks to a bin, whatever its label says.
  case go(String)
  /// Pulls the trigger at a thing in view.
  case scan(String)
  /// A code comes from the scanner that no thing in view bears, as from a sheet of paper.
  case code(String)
  /// Types a code or a number and presses Enter.
  case type(String)
  /// Presses a key.
  case key(Key)
  /// Uses the hand on a thing: takes goods, moves a carton, splits pieces, sets a tote or a piece
  /// aside, refills the printer, sticks a label.
  case hand(String)
  /// Tears a label up, or puts the piece in without a scan.
  case other(String)
  /// Empties the tote on the bench into the open parcel.
  case dump
  /// Puts the same pieces once more where the last went.
  case again
  /// Stops working.
  case leave
}
