/// Every wrong line of a trip; never empty.
public struct TripProblems: Error, Hashable, Sendable, CustomStringConvertible {
  /// The wrong lines, top to bottom.
  public var problems: [TripProblem]

  /// Joins problems.
  public init(_ problems: [TripProblem]) {
    self.problems = problems
  }

  /// A line for each.
  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
