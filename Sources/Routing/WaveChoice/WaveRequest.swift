/// Which orders to release: the orders that wait, what lies in each aisle, and how much is wanted.
///
/// A wave is a set of orders and a set of aisles whose stock, added up for each SKU, covers the
/// orders' lines; its units lie within the bounds. Sought is the wave with most units for each
/// aisle (SBPO 2025 challenge of Mercado Libre). SKUs are any numbers; orders and aisles are known
/// by their index. A request that exists is well formed; whether it can be met is the solver's
/// answer.
public struct WaveRequest: Hashable, Sendable {
  /// So many units of one SKU.
  public struct Line: Hashable, Sendable {
    /// The SKU's number.
    public var sku: Int
    /// How many units.
    public var quantity: Int

    /// So many units of one SKU.
    public init(sku: Int, quantity: Int) {
      self.sku = sku
      self.quantity = quantity
    }
  }

  /// An order, released whole or not at all.
  public struct Order: Hashable, Sendable {
    /// What is ordered; the same SKU may stand in several lines.
    public var lines: [Line]
    /// Whether the order has to be in the wave: its deadline does not allow a later one.
    public var must: Bool

    /// An order, which may have to be in the wave.
    public init(lines: [Line], must: Bool = false) {
      self.lines = lines
      self.must = must
    }

    /// How many units the order has.
    var units: Int { lines.reduce(0) { $0 + $1.quantity } }
  }

  /// An aisle and what lies in it.
  public struct Aisle: Hashable, Sendable {
    /// What lies in the aisle; the same SKU may stand in several lines.
    public var stock: [Line]

    /// An aisle with this stock.
    public init(stock: [Line]) { self.stock = stock }
  }

  /// The most units all orders may have together.
  public static let mostUnits = 1_000_000_000

  /// The orders to choose from.
  public let orders: [Order]
  /// The aisles to choose from.
  public let aisles: [Aisle]
  /// The fewest units a wave may have.
  public let minUnits: Int
  /// The most units a wave may have.
  public let maxUnits: Int

  /// A request to choose a wave.
  ///
  /// - Throws: `RoutingError` with code `wave` where there are no orders or no aisles, an order has
  ///   no lines or a line of less than one unit, stock is negative, the bounds are negative or the
  ///   wrong way round, or all orders together have more than `mostUnits`.
  public init(
    orders: [Order], aisles: [Aisle], minUnits: Int, maxUnits: Int
  ) throws(RoutingError) {
    guard !orders.isEmpty else { throw RoutingError(.wave, "no orders: expected at least one") }
    guard !aisles.isEmpty else { throw RoutingError(.wave, "no aisles: expected at least one") }
    guard minUnits >= 0, minUnits <= maxUnits else {
      throw RoutingError(
        .wave, "units from \(minUnits) to \(maxUnits): expected 0 or more, the lower bound first")
    }
    var room = Self.mostUnits
    for (index, order) in orders.enumerated() {
      guard !order.lines.isEmpty else {
        throw RoutingError(.wave, "order \(index) has no lines: expected at least one")
      }
      for line in order.lines {
        guard line.quantity >= 1 else {
          throw RoutingError(
            .wave, "order \(index) asks for \(line.quantity) of SKU \(line.sku): expected 1 or more"
          )
        }
        guard line.quantity <= room else {
          throw RoutingError(
            .wave, "orders up to \(index) have too many units: expected at most \(Self.mostUnits)")
        }
        room -= line.quantity
      }
    }
    for (index, aisle) in aisles.enumerated() {
      for line in aisle.stock where line.quantity < 0 {
        throw RoutingError(
          .wave, "aisle \(index) holds \(line.quantity) of SKU \(line.sku): expected 0 or more")
      }
    }
    self.orders = orders
    self.aisles = aisles
    self.minUnits = minUnits
    self.maxUnits = maxUnits
  }
}
