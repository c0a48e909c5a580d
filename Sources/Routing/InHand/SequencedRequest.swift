/// What has to be picked in which order, from where, and where the walk may end.
///
/// "Before" is about picking: walking past the place of a later stop is no visit. A request that
/// exists can be walked: every place was checked against the layout and its rules.
public struct SequencedRequest: Sendable {
  /// What has to be visited, from where to where.
  public let stops: [SequencedStop]
  /// Stops that are not to be the first one visited: a line just skipped.
  ///
  /// The rule is void where the lowest rank has no other stop.
  public let later: Set<Int>

  /// The same places without an order.
  let places: TourRequest
  /// What is visited at once: stops of one rank at one place.
  let spots: [Spot]
  /// The ranks, ascending.
  let groups: [RankGroup]
  /// Whether the first spot must be none of those that wait.
  let waits: Bool
  /// The same order as rules between spots, where the program over the aisles cannot be asked.
  let walkRequest: WalkRequest?

  /// The most places taken where products have to be kept together.
  public static let mostTogether = 1000

  /// The floor.
  public var layout: AisleLayout { places.layout }
  /// Where the walk starts.
  public var start: Place { places.start }
  /// Where the walk may end, the cheapest wins; empty: wherever the last stop is.
  public var ends: [Place] { places.ends }

  /// Stops of one rank at one place, in the order of picking.
  struct Spot {
    let point: GridPoint
    var stops: [Int]
    /// Whether it holds only stops that are not to be first.
    var waits: Bool
  }

  /// The spots of a rank: items are visited in any order, the spots of an item one after another.
  struct RankGroup {
    var items: [[Int]]
    var spots: [Int] { items.flatMap { $0 } }
    var isPlain: Bool { items.allSatisfy { $0.count == 1 } }
  }

  /// A checked request.
  ///
  /// - Throws: `RoutingError` as `TourRequest` does; with code `precedence` where stops of one
  ///   product differ in rank, `order` where `later` names no stop, `rule` where a product lies in
  ///   several bins on a layout with stretches without turning, `tooManyStops` where products are
  ///   to be kept together and there are more than 1,000 places.
  public init(
    layout: AisleLayout, start: Place, ends: [Place], stops: [SequencedStop],
    later: Set<Int> = []
  ) throws(RoutingError) {
    places = try TourRequest(
      layout: layout, start: start, ends: ends, stops: stops.map(\.place))
    self.stops = stops
    self.later = later
    if let wrong = later.filter({ !stops.indices.contains($0) }).min() {
      throw RoutingError(
        .order, "stop \(wrong) is to come later: expected one of the \(stops.count) stop(s)")
    }
    var ranks: [Int: Int] = [:]
    for (index, stop) in stops.enumerated() {
      guard let product = stop.product else { continue }
      if let rank = ranks[product], rank != stop.rank {
        throw RoutingError(
          .precedence,
          "stop \(index) of product \(product) has rank \(stop.rank): expected \(rank) as the "
            + "others it is kept together with")
      }
      ranks[product] = stop.rank
    }
    var sorter = SpotSorter(stops, places.stopPoints, later)
    sorter.sort()
    (spots, groups) = (sorter.spots, sorter.groups)
    waits = groups.first.map { sorter.hasFirst($0) } ?? false

    let isTogether = !groups.allSatisfy(\.isPlain)
    if isTogether, layout.aisleSegments.contains(where: { $0.rule == .noTurn }) {
      throw RoutingError(
        .rule,
        "layout has stretches without turning: expected none where products are kept together")
    }
    if isTogether, spots.count > Self.mostTogether {
      throw RoutingError(
        .tooManyStops,
        "request has \(spots.count) different places: expected at most \(Self.mostTogether) where "
          + "products are kept together")
    }
    walkRequest =
      Self.takesKernel(layout, isSimple: groups.count < 2 && !waits)
      ? nil : try Self.walkRequest(places, spots, groups, waits: waits)
  }

  /// Whether the program over the aisles finds the walks from rank to rank.
  ///
  /// Where one may not turn, how one comes to the last stop of a rank matters for the next.
  static func takesKernel(_ layout: AisleLayout, isSimple: Bool) -> Bool {
    !layout.hasOneWay && layout.crossAisles.count <= ExactTourSolver.mostCrossAisles
      && (isSimple || !layout.aisleSegments.contains { $0.rule == .noTurn })
  }

  private static func walkRequest(
    _ places: TourRequest, _ spots: [Spot], _ groups: [RankGroup], waits: Bool
  ) throws(RoutingError) -> WalkRequest {
    var before: [Precedence] = []
    for (group, next) in zip(groups, groups.dropFirst()) {
      for first in group.spots {
        for later in next.spots { before.append(Precedence(String(first), before: String(later))) }
      }
    }
    if waits {
      // The nearest that may be first is taken to be: not always the best, see `bound`.
      let free = groups[0].spots.filter { !spots[$0].waits }
      let nearest = free.min {
        places.lengthFromStart(spots[$0].point) < places.lengthFromStart(spots[$1].point)
      }
      for spot in groups[0].spots where spots[spot].waits {
        guard let nearest else { break }
        before.append(Precedence(String(nearest), before: String(spot)))
      }
    }
    return try WalkRequest(
      floor: .aisles(places.layout), start: WalkPlace(places.start),
      ends: places.ends.map { WalkPlace($0) },
      stops: spots.enumerated().map { number, spot in
        WalkStop(id: String(number), place: .at(.aisle(spot.point.aisle, y: spot.point.y)))
      }, before: before)
  }
}

extension TourRequest {
  /// The shortest way from the start to a point.
  func lengthFromStart(_ point: GridPoint) -> Int {
    startTerminals.map { $0.length + layout.distance($0.point, point) }.min() ?? 0
  }

  /// The shortest way from a point to an end, 0 where any will do.
  func lengthToEnd(_ point: GridPoint) -> Int {
    guard !ends.isEmpty else { return 0 }
    return endTerminals.map { $0.length + layout.distance(point, $0.point) }.min() ?? 0
  }
}
