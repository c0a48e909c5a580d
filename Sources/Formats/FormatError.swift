/// A document that cannot be read, said in one sentence: where, what was expected, what was found.
public struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The place in the document: `stops[3].at.aisle`, `line 2, column 7`; empty for the whole.
  public let place: String
  /// What was expected there, and what was found.
  public let problem: String

  /// An error at a place.
  public init(_ place: String, _ problem: String) {
    self.place = place
    self.problem = problem
  }

  /// The sentence.
  public var description: String { place.isEmpty ? problem : "\(place): \(problem)" }
}
