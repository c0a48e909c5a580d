/// Chooses among equally short rounds the one that bears surprises best.
///
/// A round can be walked either way, and often other rounds are as short: those the program over the
/// aisles finds on the floor seen in a mirror. None is longer, but what a short pick, a full tote or
/// an urgent order costs depends on what is then left to walk. For every round the walk is averaged
/// over the lines at which the surprise may come, each as likely, with the exact open walk from there
/// on; the round with the least is taken.
///
/// - Complexity: up to 8 rounds, each up to 20 lines times the surprises named, a tour each.
public struct WayRound: Sendable {
  /// For each stop of the request the other bins that hold its article; empty where not known.
  public let elsewhere: [[Place]]
  /// Places that may have to be visited as well, set by set: guesses at urgent orders.
  public let surprises: [[Place]]
  /// Where a full tote may be emptied.
  public let emptyAt: [Place]

  /// The most lines looked at for each round.
  private static let mostLines = 20

  /// A choice by the surprises to be expected, all as likely.
  ///
  /// Places that are not on the layout are left out of account.
  public init(
    elsewhere: [[Place]] = [], surprises: [[Place]] = [], emptyAt: [Place] = []
  ) {
    self.elsewhere = elsewhere
    self.surprises = surprises
    self.emptyAt = emptyAt
  }

  /// The shortest tour; for a round where one may walk both ways, the one that bears surprises best.
  ///
  /// - Throws: `RoutingError` as `ExactTourSolver` does.
  public func tour(_ request: TourRequest) throws(RoutingError) -> Tour {
    let rounds = try Self.rounds(request)
    guard rounds.count > 1 else { return rounds[0] }
    var best: (tour: Tour, walk: Int) = (rounds[0], .max)
    for tour in rounds {
      let walk = try expectedWalk(request, tour)
      if walk < best.walk { best = (tour, walk) }
    }
    return best.tour
  }

  /// The shortest tour, and for a round those as short among which is chosen.
  ///
  /// - Throws: `RoutingError` as `ExactTourSolver` does.
  public static func rounds(_ request: TourRequest) throws(RoutingError) -> [Tour] {
    let first = try ExactTourSolver().solve(request)
    guard request.ends == [request.start], request.stops.count > 1,
      request.layout.isUnrestricted
    else { return [first] }
    var rounds: [Tour] = []
    for mirror in Mirror.all {
      let tour = mirror == Mirror.none ? first : try mirror.tour(request)
      for candidate in [tour, Mirror.none.tour(tour, request, isTurned: true)]
      where !rounds.contains(where: { $0.path == candidate.path }) {
        rounds.append(candidate)
      }
    }
    return rounds
  }

  /// The sum of the walks over all lines looked at and all surprises, in millimeters.
  func expectedWalk(_ request: TourRequest, _ tour: Tour) throws(RoutingError) -> Int {
    let layout = request.layout
    func points(_ places: [Place]) -> [GridPoint] {
      places.compactMap { place in
        guard case .aisle(let aisle, let y) = place,
          (try? layout.check(place, "")) != nil
        else { return nil }
        return GridPoint(aisle: aisle, y: y)
      }
    }
    let sets = surprises.map(points).filter { !$0.isEmpty }
    let emptying = emptyAt.filter { (try? layout.check($0, "")) != nil }
    let home = request.endTerminals
    var sum = 0
    for index in stride(
      from: 0, to: tour.order.count, by: max(1, tour.order.count / Self.mostLines))
    {
      let stop = tour.order[index]
      let here = Terminal(point: request.stopPoints[stop], link: nil, end: nil)
      let rest = tour.order[(index + 1)...].map { request.stopPoints[$0] }
      let others = elsewhere.indices.contains(stop) ? points(elsewhere[stop]) : []
      let kernel = try TourKernel(layout, starts: [here], ends: home)
      func length(_ more: [GridPoint]) -> Int {
        let all = rest + more
        return all.isEmpty
          ? layout.bestPair([here], home).length
          : all.withUnsafeBufferPointer { kernel.length($0) }
      }
      var walks = sets.map { length($0) }
      if let least = others.map({ length([$0]) }).min() { walks.append(least) }
      if !emptying.isEmpty { walks.append(try emptied(request, here, rest, emptying)) }
      sum += walks.reduce(0) { $0 + tour.stopOffsets[index] + $1 }
    }
    return sum
  }

  /// The shortest walk from a point to a place to empty at, by the rest and home.
  private func emptied(
    _ request: TourRequest, _ here: Terminal, _ rest: [GridPoint], _ emptying: [Place]
  ) throws(RoutingError) -> Int {
    let layout = request.layout
    let ways = emptying.flatMap { place in
      layout.terminals(of: place).map { way in
        let length = layout.bestPair([here], layout.terminals(of: place)).length + way.length
        return Terminal(
          point: way.point, link: Link(aisle: way.point.aisle, y: way.point.y, length: length),
          end: nil)
      }
    }
    let starts = Terminal.cheapest(ways)
    guard !rest.isEmpty else { return layout.bestPair(starts, request.endTerminals).length }
    let kernel = try TourKernel(layout, starts: starts, ends: request.endTerminals)
    return rest.withUnsafeBufferPointer { kernel.length($0) }
  }
}
