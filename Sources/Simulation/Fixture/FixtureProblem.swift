/// Why a fixture could not be made, in one line.
public struct FixtureProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line.
  public let description: String

  /// Makes a problem.
  public init(_ description: String) {
    self.description = description
  }
}
