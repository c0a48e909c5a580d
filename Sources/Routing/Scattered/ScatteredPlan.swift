/// Which bins to take from, and the walk to them.
public struct ScatteredPlan: Hashable, Sendable {
  /// So many pieces from one stock entry.
  public struct Pick: Hashable, Sendable {
    /// Index into the request's stock.
    public let stock: Int
    /// The pieces taken, one or more.
    public let quantity: Int

    /// A pick.
    public init(stock: Int, quantity: Int) {
      self.stock = stock
      self.quantity = quantity
    }
  }

  /// How the plan was found.
  public enum Method: String, Hashable, Codable, Sendable {
    /// A few greedy steps: for a walk that must go on at once.
    case greedy
    /// Prices on articles and local search.
    case search
    /// Branch and bound was run, to its end where the plan is proven.
    case branchAndBound
  }

  /// What to take, in the order of the request's stock.
  public let picks: [Pick]
  /// The shortest walk to the picks' places; its stops are the picks, in the order of `picks`.
  public let tour: Tour
  /// The sum of the penalties of the bins taken from, in millimeters.
  public let penalty: Int
  /// No choice of bins and no walk makes length and penalties less than this, in millimeters.
  public let lowerBound: Int
  /// How the plan was found.
  public let method: Method

  /// The length of the walk, in millimeters.
  public var length: Int { tour.length }
  /// What was minimized: length and penalties, in millimeters.
  public var cost: Int { tour.length + penalty }
  /// True where nothing is cheaper: the bound equals the cost.
  public var proven: Bool { lowerBound == cost }

  /// The stock entries in walking order.
  public var stockOrder: [Int] { tour.order.map { picks[$0].stock } }

  /// A plan as a solver found it; `violations(of:)` tells whether it holds together.
  public init(picks: [Pick], tour: Tour, penalty: Int, lowerBound: Int, method: Method) {
    self.picks = picks
    self.tour = tour
    self.penalty = penalty
    self.lowerBound = lowerBound
    self.method = method
  }
}
