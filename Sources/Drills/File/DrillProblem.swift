/// What is wrong with a drill's file, in one line.
public struct DrillProblem: Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// What, and what was expected.
  public var sentence: String

  /// The line as people read it: `file:line: sentence`.
  public var description: String { "\(file):\(line): \(sentence)" }
}

/// A drill that cannot be used; all its problems are told.
public struct DrillTrouble: Error, CustomStringConvertible {
  /// What is wrong, a line each.
  public var problems: [DrillProblem]

  /// Every problem on a line of its own.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
