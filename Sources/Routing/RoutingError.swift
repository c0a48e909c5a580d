/// A request that no walk can answer, said in one sentence.
public struct RoutingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was wrong, for code that has to decide; more codes may come.
  public struct Code: Hashable, Sendable {
    private enum Value {
      case geometry, place, tooManyCrossAisles, order
      case unreachable, rule, quantity, shortage, identity, precedence, deadline, tooManyStops
      case load, wave
    }

    private let value: Value

    /// The aisles or cross-aisles make no layout.
    public static let geometry = Code(value: .geometry)
    /// A start, an end or a stop lies where nobody can stand.
    public static let place = Code(value: .place)
    /// The layout has more cross-aisles than the solver takes.
    public static let tooManyCrossAisles = Code(value: .tooManyCrossAisles)
    /// A given order of the stops leaves one out or names one twice.
    public static let order = Code(value: .order)
    /// No walk leads to a place, or back from it.
    public static let unreachable = Code(value: .unreachable)
    /// The layout has a rule the solver does not take.
    public static let rule = Code(value: .rule)
    /// A quantity or a penalty is negative or too large, or names an article there is not.
    public static let quantity = Code(value: .quantity)
    /// The stock does not hold what is wanted.
    public static let shortage = Code(value: .shortage)
    /// Two stops bear the same id, or an id names no stop.
    public static let identity = Code(value: .identity)
    /// The stops cannot be visited in the order asked for.
    public static let precedence = Code(value: .precedence)
    /// A stop cannot be reached as early as asked for.
    public static let deadline = Code(value: .deadline)
    /// There are more stops than the solver takes.
    public static let tooManyStops = Code(value: .tooManyStops)
    /// An order's size, due or priority, or the capacity of the cart, is out of range.
    public static let load = Code(value: .load)
    /// The orders, aisles and bounds to choose a wave from make no sense.
    public static let wave = Code(value: .wave)
  }

  /// What was wrong.
  public let code: Code
  /// What was wrong, where, and what was expected, in one sentence.
  public let description: String

  /// A refusal with its sentence.
  public init(_ code: Code, _ description: String) {
    self.code = code
    self.description = description
  }
}
