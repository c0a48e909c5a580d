public import Routing

/// A problem with picks and stock, as a request that chooses the bins.
public struct ScatteredTask: Sendable {
  /// The request; picks of one article are one demand, stock nobody wants is left out.
  public let request: ScatteredRequest
  private let bins: [FormatID]

  /// The task of a problem, nil where its stops are given.
  ///
  /// - Throws: `RoutingError` where the stock does not hold what is wanted, or where the problem
  ///   asks for what is not solved together with a choice of bins: a graph, an order of bins.
  public init?(_ problem: RouteProblem) throws(RoutingError) {
    guard case .picks(let picks, let stock) = problem.task else { return nil }
    guard case .aisles(let layout) = problem.floor, let start = problem.start.aislePlace,
      problem.before.isEmpty
    else {
      throw RoutingError(
        .rule, "picks and stock are solved on layouts of aisles, without before")
    }
    var articles: [FormatID: Int] = [:]
    var quantities: [Int] = []
    for pick in picks {
      if let article = articles[pick.sku] {
        quantities[article] += pick.quantity
      } else {
        articles[pick.sku] = quantities.count
        quantities.append(pick.quantity)
      }
    }
    var entries: [StockEntry] = []
    var bins: [FormatID] = []
    for bin in stock {
      guard let article = articles[bin.sku], let place = bin.place.aislePlace else { continue }
      entries.append(StockEntry(article: article, place: place, quantity: bin.quantity))
      bins.append(bin.id)
    }
    for (sku, article) in articles.sorted(by: { $0.value < $1.value }) {
      let held = entries.reduce(0) { $0 + ($1.article == article ? $1.quantity : 0) }
      guard held >= quantities[article] else {
        throw RoutingError(
          .shortage, "article \"\(sku.text)\": \(quantities[article]) wanted, \(held) in stock")
      }
    }
    self.bins = bins
    request = try ScatteredRequest(
      layout: layout, start: start, ends: problem.ends.compactMap(\.aislePlace),
      demands: quantities.map { ArticleDemand(quantity: $0) }, stock: entries)
  }

  /// The answer that a plan is to the problem.
  public func answer(_ plan: ScatteredPlan, microseconds: Int) -> RouteAnswer {
    let walk = Walk(plan.tour, of: request.layout, method: .aisleProgram)
    let picked = plan.tour.order.map { plan.picks[$0] }
    let method =
      switch plan.method {
      case .greedy: "greedy"
      case .search: "search"
      case .branchAndBound: "branch-and-bound"
      }
    return RouteAnswer(
      tour: picked.map { bins[$0.stock] }, length: plan.length, lowerBound: plan.lowerBound,
      path: walk.path,
      picks: picked.map { RouteAnswer.Pick(stock: bins[$0.stock], quantity: $0.quantity) },
      method: method, microseconds: microseconds)
  }
}
