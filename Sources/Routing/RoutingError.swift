/// A request that no walk can answer, said in one sentence.
public struct RoutingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong, for code that has to decide; more codes may come.
  public struct Code: Hashable, Sendable {
    private enum Value { case geometry, place, tooManyCrossAisles, order }

    private let value: Value

    /// The aisles or cross-aisles make no layout.
    public static let geometry = Code(value: .geometry)
    /// A start, an end or a stop lies where nobody can stand.
    public static let place = Code(value: .place)
    /// The layout has more cross-aisles than the solver takes.
    public static let tooManyCrossAisles = Code(value: .tooManyCrossAisles)
    /// A given order of the stops leaves one out or names one twice.
    public static let order = Code(value: .order)
  }

  /// What was wrong.
  public let code: Code
  /// What was wrong, where, and what was expected, in one sentence.
  public let description: String

  init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }
}
