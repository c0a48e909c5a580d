/// Orders to be put onto carts, each cart walked as one tour.
///
/// A request that exists can be answered: every order fits the cart, every stop can be walked to.
/// The batches of an answer are walked one after the other by one picker, in the answer's order;
/// that matters only where an order has a cut-off.
public struct BatchRequest: Hashable, Sendable {
  /// The floor.
  public let layout: AisleLayout
  /// Where every tour starts.
  public let start: Place
  /// Where every tour ends.
  public let end: Place
  /// What a cart takes, in the unit of the orders' sizes.
  public let capacity: Int
  /// The orders, each to be put whole onto one cart.
  public let orders: [BatchOrder]

  /// The largest size, capacity or priority taken: sums never overflow.
  public static let most = 1_000_000_000
  /// The most orders taken.
  public static let mostOrders = 100_000

  /// A request.
  ///
  /// - Throws: `RoutingError` with code `place` where a place is not on the layout or a stop lies
  ///   beside the grid, with code `load` where the capacity or a size, a due or a priority is out
  ///   of range or where an order is larger than the cart.
  public init(
    layout: AisleLayout, start: Place, end: Place, capacity: Int, orders: [BatchOrder]
  ) throws(RoutingError) {
    guard (1...Self.most).contains(capacity) else {
      throw RoutingError(
        .load, "capacity is \(capacity): expected 1 to \(Self.most)")
    }
    guard orders.count <= Self.mostOrders else {
      throw RoutingError(
        .load, "request has \(orders.count) orders: expected at most \(Self.mostOrders)")
    }
    let blocks = layout.aisles.count * layout.blockCount
    guard orders.count * blocks <= Self.mostCells else {
      throw RoutingError(
        .load,
        "request has \(orders.count) orders on \(blocks) blocks of aisles: expected at most "
          + "\(Self.mostCells) of one times the other")
    }
    try layout.check(start, "start")
    try layout.check(end, "end")
    for (index, order) in orders.enumerated() {
      try Self.check(order, index, capacity)
      for (number, stop) in order.stops.enumerated() {
        try layout.check(stop, "stop \(number) of order \(index)")
        guard case .aisle = stop else {
          throw RoutingError(
            .place,
            "stop \(number) of order \(index) lies beside the grid: expected a point in an aisle")
        }
      }
    }
    self.layout = layout
    self.start = start
    self.end = end
    self.capacity = capacity
    self.orders = orders
    try checkWalkable()
  }

  /// The walk of one batch as a request of its own: all stops of the orders, in their order.
  ///
  /// - Throws: `RoutingError` with code `order` where there is no such order.
  public func tourRequest(of orders: [Int]) throws(RoutingError) -> TourRequest {
    var stops: [Place] = []
    for order in orders {
      guard self.orders.indices.contains(order) else {
        throw RoutingError(
          .order, "batch names order \(order): expected 0 to \(self.orders.count - 1)")
      }
      stops += self.orders[order].stops
    }
    return try TourRequest(layout: layout, start: start, end: end, stops: stops)
  }

  private static func check(
    _ order: BatchOrder, _ index: Int, _ capacity: Int
  ) throws(RoutingError) {
    guard order.size >= 1 else {
      throw RoutingError(.load, "order \(index) has size \(order.size): expected 1 or more")
    }
    guard order.size <= capacity else {
      throw RoutingError(
        .load,
        "order \(index) has size \(order.size): expected at most the cart's capacity, \(capacity)")
    }
    guard (1...most).contains(order.priority) else {
      throw RoutingError(
        .load, "order \(index) has priority \(order.priority): expected 1 to \(most)")
    }
    if let due = order.due, !(0...mostDue).contains(due) {
      throw RoutingError(
        .load, "order \(index) is due after \(due) mm: expected 0 to \(mostDue)")
    }
  }

  /// What fits a gigabyte: a bit mask for each order and block of an aisle.
  static let mostCells = 1 << 27

  private static let mostDue = 1_000_000_000_000_000

  /// On a floor with rules a stop may be out of reach: the walk of all stops has to exist.
  private func checkWalkable() throws(RoutingError) {
    guard !layout.isUnrestricted else { return }
    for index in orders.indices { _ = try ShortestWalk().solve(tourRequest(of: [index])) }
  }
}
