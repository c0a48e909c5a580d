/// A selection at once, for floors on which a sweep over prices takes long: near bins, exact walks.
///
/// Article by article the few bins nearest to the stops so far are tried by the exact length of the
/// walk with them, as long as the number of walks is within bounds; later ones go by their distance
/// alone. The bound is the walk over the bins that have to be visited anyway, which no more stops
/// can shorten.
struct NearestBins {
  /// How many bins are tried for one choice, and how many walks are computed in all.
  private static let tried = 4
  private static let mostWalks = 16

  private let request: ScatteredRequest
  private let supply: BinSupply
  private let kernel: TourKernel
  private var stops: [GridPoint]
  private var chosen: [Int] = []
  private var walks = 0
  /// The length of the walk over the stops so far, as far as it is known.
  private var current = 0
  /// What the forced bins cost, walk and penalties, in millimeters.
  let bound: Int

  init(_ request: ScatteredRequest) throws(RoutingError) {
    self.request = request
    supply = BinSupply(request)
    stops = supply.forcedPicks.map { request.points[$0.stock] }
    let without = try TourRequest(
      layout: request.layout, start: request.start, ends: request.ends, stops: [])
    kernel = try TourKernel(without)
    current =
      stops.isEmpty
      ? without.directTour.length : stops.withUnsafeBufferPointer { [kernel] in kernel.length($0) }
    bound = supply.forcedPicks.reduce(current) { $0 + request.stock[$1.stock].penalty }
  }

  /// The picks, in the order of the request's stock.
  mutating func picks() -> [ScatteredPlan.Pick] {
    var picks = supply.forcedPicks
    for article in supply.need.indices where supply.need[article] > 0 {
      picks += choose(article)
    }
    return picks.sorted { $0.stock < $1.stock }
  }

  private mutating func choose(_ article: Int) -> [ScatteredPlan.Pick] {
    var open = supply.need[article]
    var picks: [ScatteredPlan.Pick] = []
    var entries = usable(article)
    while open > 0, !entries.isEmpty {
      let near = entries.map { (entry: $0, detour: detour($0)) }.sorted {
        $0.detour != $1.detour ? $0.detour < $1.detour : $0.entry < $1.entry
      }
      var best = near[0].entry
      var bestScore = Double.infinity
      var bestLength = current
      for candidate in near.prefix(walks < Self.mostWalks ? Self.tried : 1) {
        let entry = request.stock[candidate.entry]
        var walked = current + candidate.detour - entry.penalty
        if walks < Self.mostWalks {
          walks += 1
          walked = length(of: stops + [request.points[candidate.entry]])
        }
        let added = walked - current + entry.penalty
        let score = Double(added) / Double(min(open, entry.quantity))
        if score < bestScore {
          (best, bestScore, bestLength) = (candidate.entry, score, walked)
        }
      }
      let quantity = min(open, request.stock[best].quantity)
      picks.append(.init(stock: best, quantity: quantity))
      open -= quantity
      current = bestLength
      stops.append(request.points[best])
      entries.removeAll { $0 == best }
    }
    return picks
  }

  /// The article's entries; where all must come from one group, those of the nearest that suffices.
  private func usable(_ article: Int) -> [Int] {
    let entries = supply.open.filter { request.stock[$0].article == article }
    guard request.demands[article].rule == .oneGroup else { return entries }
    // Only groups that hold enough are left.
    let nearest = entries.min {
      let (a, b) = (detour($0), detour($1))
      return a != b ? a < b : $0 < $1
    }
    guard let nearest else { return [] }
    return entries.filter { request.stock[$0].group == request.stock[nearest].group }
  }

  /// A guess of what a bin costs: the way from the nearest stop, and its penalty.
  private func detour(_ entry: Int) -> Int {
    let layout = request.layout
    let point = request.points[entry]
    var least = layout.knownDistance(request.start, request.stock[entry].place)
    for stop in stops { least = min(least, layout.distance(point, stop)) }
    return 2 * least + request.stock[entry].penalty
  }

  private func length(of stops: [GridPoint]) -> Int {
    stops.withUnsafeBufferPointer { kernel.length($0) }
  }
}
