/// What is left of a walk after something went otherwise than planned.
///
/// A short pick leaves a stop out and names a missing article; a skipped line is a stop of `later`;
/// a stray pick or an urgent order changes the stops; a blocked aisle comes as a layout with a closed
/// stretch; a full tote names where it may be emptied. A request that exists can be walked.
public struct ReplanRequest: Sendable {
  /// Where the picker stands.
  public let here: Place
  /// The stops that are left.
  public let stops: [SequencedStop]
  /// Stops that are not to be the next one.
  public let later: Set<Int>
  /// What has to be found elsewhere.
  public let missing: [MissingArticle]
  /// Where the walk may end, the cheapest wins; empty: wherever the last stop is.
  public let drops: [Place]
  /// Where to go first of all, to one of them; empty: nowhere.
  public let emptyAt: [Place]
  /// The floor as it is now.
  public let layout: AisleLayout

  /// The walk without what is missing.
  let base: SequencedRequest

  /// A checked request.
  ///
  /// - Throws: `RoutingError` as `SequencedRequest` does; with code `place` where a bin lies beside
  ///   the grid, `quantity` where a quantity is out of range, `shortage` where the bins that can be
  ///   reached do not hold what is missing.
  public init(
    layout: AisleLayout, here: Place, stops: [SequencedStop], drops: [Place],
    missing: [MissingArticle] = [], later: Set<Int> = [], emptyAt: [Place] = []
  ) throws(RoutingError) {
    base = try SequencedRequest(
      layout: layout, start: here, ends: drops, stops: stops, later: later)
    self.layout = layout
    self.here = here
    self.stops = stops
    self.later = later
    self.drops = drops
    self.emptyAt = emptyAt
    for (index, place) in emptyAt.enumerated() {
      try layout.check(place, "place \(index) to empty at")
    }
    var reachable: [MissingArticle] = []
    for (article, wanted) in missing.enumerated() {
      reachable.append(try Self.check(wanted, article, layout, here))
    }
    self.missing = reachable
    if !emptyAt.isEmpty {
      guard emptyAt.contains(where: { layout.knownDistance(here, $0) < AisleLayout.noWay }) else {
        throw RoutingError(.unreachable, "no way leads to a place to empty at")
      }
    }
  }

  /// The article with those bins that can be reached, the others holding nothing.
  private static func check(
    _ wanted: MissingArticle, _ article: Int, _ layout: AisleLayout, _ here: Place
  ) throws(RoutingError) -> MissingArticle {
    let most = ScatteredRequest.most
    guard (1...most).contains(wanted.quantity) else {
      throw RoutingError(
        .quantity, "quantity of article \(article) is \(wanted.quantity): expected 1 to \(most)")
    }
    var bins: [MissingArticle.Bin] = []
    var held = 0
    for (number, bin) in wanted.bins.enumerated() {
      try layout.check(bin.place, "bin \(number) of article \(article)")
      guard case .aisle = bin.place else {
        throw RoutingError(
          .place,
          "bin \(number) of article \(article) lies beside the grid: expected a point in an aisle")
      }
      guard (0...most).contains(bin.quantity) else {
        throw RoutingError(
          .quantity,
          "quantity of bin \(number) of article \(article) is \(bin.quantity): expected 0 to "
            + "\(most)")
      }
      let isReached = (try? TourRequest(layout: layout, start: here, ends: [], stops: [bin.place]))
      let quantity = isReached == nil ? 0 : bin.quantity
      held += min(quantity, most)
      bins.append(.init(bin.place, quantity: quantity))
    }
    guard held >= wanted.quantity else {
      throw RoutingError(
        .shortage,
        "article \(article): \(wanted.quantity) wanted, \(held) in bins that can be reached")
    }
    return MissingArticle(quantity: wanted.quantity, rank: wanted.rank, bins: bins)
  }
}
