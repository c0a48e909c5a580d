/// What is wrong with template files.
public struct TemplateError: Error, Sendable, Equatable, CustomStringConvertible {
  /// One mistake and its place.
  public struct Problem: Sendable, Equatable, CustomStringConvertible {
    /// The file.
    public var file: String
    /// The line, from 1.
    public var line: Int
    /// The column, from 1.
    public var column: Int
    /// What is wrong and what was expected.
    public var sentence: String

    /// `file:line:column: sentence`.
    public var description: String { "\(file):\(line):\(column): \(sentence)" }
  }

  /// The mistakes, in order of files and lines.
  public var problems: [Problem]

  /// The first mistake, and how many more there are.
  public var description: String {
    guard let first = problems.first else { return "no mistake" }
    return problems.count == 1 ? "\(first)" : "\(first) (and \(problems.count - 1) more)"
  }
}
