/// What has to be fetched where the stock of an article lies in several bins.
///
/// A request that exists can be answered: every place was checked against the layout, and the stock
/// holds what is wanted under each article's rule.
public struct ScatteredRequest: Hashable, Sendable {
  /// The largest quantity and the largest penalty taken: sums never overflow.
  public static let most = 1_000_000_000

  /// The floor.
  public let layout: AisleLayout
  /// Where the walk starts.
  public let start: Place
  /// Where the walk may end, the cheapest wins; empty: wherever the last stop is.
  public let ends: [Place]
  /// What is wanted, by article.
  public let demands: [ArticleDemand]
  /// What lies where.
  public let stock: [StockEntry]

  let points: [GridPoint]

  /// A checked request.
  ///
  /// - Throws: `RoutingError` with code `place` where a place is not on the layout or a bin lies
  ///   beside the grid, `quantity` where a number is negative or too large or an entry names an
  ///   article without a demand, `shortage` where the stock does not hold what is wanted.
  public init(
    layout: AisleLayout, start: Place, ends: [Place], demands: [ArticleDemand],
    stock: [StockEntry]
  ) throws(RoutingError) {
    try layout.check(start, "start")
    for (index, end) in ends.enumerated() { try layout.check(end, "end \(index)") }
    for (index, demand) in demands.enumerated() {
      try Self.check(demand.quantity, "demand of article \(index)")
    }
    var points: [GridPoint] = []
    points.reserveCapacity(stock.count)
    for (index, entry) in stock.enumerated() {
      guard demands.indices.contains(entry.article) else {
        throw RoutingError(
          .quantity,
          "stock \(index) is of article \(entry.article): expected 0 to \(demands.count - 1)")
      }
      try Self.check(entry.quantity, "quantity of stock \(index)")
      try Self.check(entry.penalty, "penalty of stock \(index)")
      try layout.check(entry.place, "stock \(index)")
      switch entry.place {
      case .aisle(let aisle, let y): points.append(GridPoint(aisle: aisle, y: y))
      case .offGrid:
        throw RoutingError(
          .place, "stock \(index) lies beside the grid: expected a point in an aisle")
      }
    }
    self.layout = layout
    self.start = start
    self.ends = ends
    self.demands = demands
    self.stock = stock
    self.points = points
    try checkSupply()
  }

  private static func check(_ number: Int, _ what: @autoclosure () -> String) throws(RoutingError) {
    guard (0...most).contains(number) else {
      throw RoutingError(.quantity, "\(what()) is \(number): expected 0 to \(most)")
    }
  }

  private func checkSupply() throws(RoutingError) {
    var held = [Int](repeating: 0, count: demands.count)
    for entry in stock { held[entry.article] += entry.quantity }
    for (article, demand) in demands.enumerated() where demand.quantity > held[article] {
      throw RoutingError(
        .shortage,
        "article \(article): \(demand.quantity) wanted, \(held[article]) in stock")
    }
    guard demands.contains(where: { $0.rule == .oneGroup }) else { return }
    var groups: [[Int: Int]] = Array(repeating: [:], count: demands.count)
    for entry in stock { groups[entry.article][entry.group, default: 0] += entry.quantity }
    for (article, demand) in demands.enumerated() where demand.rule == .oneGroup {
      let most = groups[article].values.max() ?? 0
      guard demand.quantity > most else { continue }
      throw RoutingError(
        .shortage,
        "article \(article): \(demand.quantity) wanted from one group, at most \(most) in one")
    }
  }
}
