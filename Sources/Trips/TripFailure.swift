/// The first line of a trip that went otherwise than it says, and what the person saw then.
public struct TripFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The line as it is written.
  public var step: String
  /// What was expected and what was found, in one sentence.
  public var sentence: String
  /// Who was present.
  public var person: String
  /// The present person's whole screen, framed; empty when there was none.
  public var screen: String

  /// Makes a failure.
  public init(
    file: String, line: Int, step: String, sentence: String, person: String, screen: String
  ) {
    self.file = file
    self.line = line
    self.step = step
    self.sentence = sentence
    self.person = person
    self.screen = screen
  }

  /// The failure as a person reads it: the line, then the screen.
  public var description: String {
    let first = "\(file):\(line): \(step): \(sentence)"
    return screen.isEmpty ? first : "\(first)\n\(person) sees:\n\(screen)"
  }
}
