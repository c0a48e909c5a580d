/// A line of a trip that cannot be read.
public struct TripProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public var file: String
  /// The line, from 1; 0 when it is the file as a whole.
  public var line: Int
  /// What stands there and what was expected.
  public var sentence: String

  /// Makes a problem.
  public init(file: String, line: Int, sentence: String) {
    self.file = file
    self.line = line
    self.sentence = sentence
  }

  /// One line: `demo.trip:12: scann: expected one of ...`.
  public var description: String {
    line == 0 ? "\(file): \(sentence)" : "\(file):\(line): \(sentence)"
  }
}
