/// Which orders go onto which cart, and how each cart is walked.
public struct BatchPlan: Hashable, Sendable {
  /// A stop of an order of the request.
  public struct Stop: Hashable, Sendable {
    /// The index of the order in the request.
    public let order: Int
    /// The index of the stop in the order.
    public let stop: Int

    /// A stop.
    public init(order: Int, stop: Int) {
      self.order = order
      self.stop = stop
    }
  }

  /// The orders of one cart.
  public struct Batch: Hashable, Sendable {
    /// The indices of the orders in the request, ascending.
    public let orders: [Int]
    /// All stops of the orders in walking order.
    public let stops: [Stop]
    /// The walk, nil where the orders have no stops.
    public let tour: Tour?

    /// The length of the walk, in millimeters.
    public var length: Int { tour?.length ?? 0 }

    /// A batch as a solver found it; `violations(of:)` tells whether it holds together.
    public init(orders: [Int], stops: [Stop], tour: Tour?) {
      self.orders = orders
      self.stops = stops
      self.tour = tour
    }
  }

  /// The batches, in the order in which they should be walked.
  public let batches: [Batch]
  /// The length of all walks, in millimeters.
  public let length: Int
  /// How far orders are finished beyond their cut-offs, in millimeters, each times its priority.
  public let lateness: Int
  /// No answer walks less than this, in millimeters, whatever its lateness.
  public let lowerBound: Int

  /// True where no answer is shorter: the bound equals the length.
  public var proven: Bool { lowerBound == length }

  /// A plan as a solver found it; `violations(of:)` tells whether it holds together.
  public init(batches: [Batch], length: Int, lateness: Int, lowerBound: Int) {
    self.batches = batches
    self.length = length
    self.lateness = lateness
    self.lowerBound = lowerBound
  }
}
