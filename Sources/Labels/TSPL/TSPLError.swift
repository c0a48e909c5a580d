/// Why a printer's reader of TSPL stops.
public struct TSPLError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Where in the bytes the command begins.
  public var offset: Int
  /// One line for people.
  public var description: String

  init(_ offset: Int, _ sentence: String) {
    self.offset = offset
    description = "byte \(offset): \(sentence)"
  }
}
