/// What has to be visited on any floor, by which rules, from where, and where the walk may end.
///
/// A request that exists can be walked: every place was checked against the floor, every stop can
/// be reached and left, and there is an order of the stops that keeps the rules of `before`.
/// Whether every deadline can be kept is seen only in solving; what no walk could keep by itself
/// is refused here.
public struct WalkRequest: Sendable {
  /// The floor.
  public let floor: WalkFloor
  /// Where the walk starts.
  public let start: WalkPlace
  /// Where the walk may end, the cheapest wins; empty: wherever the last stop is.
  public let ends: [WalkPlace]
  /// What has to be visited; several stops may be at the same place, none at all is fine.
  public let stops: [WalkStop]
  /// Which stops have to be visited before which.
  public let before: [Precedence]

  let network: FloorNetwork
  let legs: LegMatrix
  /// The visits that have to come before each visit, directly.
  let predecessors: [[Int]]
  /// Visits such that, each walked to from the one before, all can be reached and the rules kept.
  let somePath: [Int]

  /// A request on any floor.
  ///
  /// - Throws: `RoutingError`, with code `place` where a place is not on the floor or inside a
  ///   closed stretch, `identity` where two stops bear the same id or a rule names an unknown one,
  ///   `precedence` where the rules contradict one another or the ways, `unreachable` where a stop
  ///   cannot be reached or left, `deadline` where a stop is farther away than its deadline,
  ///   `geometry` where ways are too long to be added up, `tooManyStops` where the stops are at
  ///   more than 2,500 places.
  /// - Complexity: O(stops * walkways) and a logarithm where walkways have rules.
  public init(
    floor: WalkFloor, start: WalkPlace, ends: [WalkPlace], stops: [WalkStop],
    before: [Precedence] = []
  ) throws(RoutingError) {
    try floor.check(start, "start")
    for (index, end) in ends.enumerated() {
      try floor.check(end, ends.count == 1 ? "end" : "end \(index)")
    }
    var numbers: [String: Int] = [:]
    for (index, stop) in stops.enumerated() {
      guard numbers.updateValue(index, forKey: stop.id) == nil else {
        throw RoutingError(
          .identity, "stop \"\(stop.id)\" is listed twice: expected an id of its own for each")
      }
      try floor.check(stop.place, "stop \"\(stop.id)\"")
      if let due = stop.due, due < 0 {
        throw RoutingError(
          .deadline, "stop \"\(stop.id)\" is due after \(due) mm: expected 0 or more")
      }
    }
    var rules: [(first: Int, later: Int)] = []
    var isOrdered = [Bool](repeating: false, count: stops.count)
    for (index, rule) in before.enumerated() {
      var pair: [Int] = []
      for id in [rule.first, rule.later] {
        guard let number = numbers[id] else {
          throw RoutingError(.identity, "rule \(index) of the order names \"\(id)\", not a stop")
        }
        pair.append(number)
        isOrdered[number] = true
      }
      rules.append((pair[0], pair[1]))
    }
    let places = [start] + ends + stops.map(\.place)
    let network = FloorNetwork(floor, places: places)
    let legs = try LegMatrix(
      floor, network, start: start, ends: ends, stops: stops, isOrdered: isOrdered)
    var predecessors = [[Int]](repeating: [], count: legs.visitCount)
    var visitOfStop = [Int](repeating: 0, count: stops.count)
    for (visit, stopsHere) in legs.visits.enumerated() {
      for stop in stopsHere { visitOfStop[stop] = visit }
    }
    for rule in rules {
      predecessors[visitOfStop[rule.later]].append(visitOfStop[rule.first])
    }
    somePath = try WalkFeasibility(legs, predecessors, stops).path()
    self.floor = floor
    self.start = start
    self.ends = ends
    self.stops = stops
    self.before = before
    self.network = network
    self.legs = legs
    self.predecessors = predecessors
  }

  /// The request of a tour on an aisle layout; stops are called by their numbers.
  ///
  /// - Throws: what the checking initializer throws: the layout may have rules that keep a walk
  ///   from a stop.
  public init(_ request: TourRequest) throws(RoutingError) {
    try self.init(
      floor: .aisles(request.layout), start: WalkPlace(request.start),
      ends: request.ends.map { WalkPlace($0) },
      stops: request.stops.enumerated().map {
        WalkStop(id: String($0.offset), place: WalkPlace($0.element))
      })
  }

  /// This request as one of a tour, nil where it asks for more than a tour request can say.
  public var tourRequest: TourRequest? {
    guard case .aisles(let layout) = floor, before.isEmpty,
      let start = start.aislePlace, stops.allSatisfy({ $0.due == nil })
    else { return nil }
    return try? TourRequest(
      layout: layout, start: start, ends: ends.compactMap(\.aislePlace),
      stops: stops.compactMap(\.place.aislePlace))
  }

  /// Whether a stop has a deadline.
  var hasDeadlines: Bool { legs.dues.contains { $0 != .max } }
  /// Whether a stop has to be visited before another.
  var hasPrecedence: Bool { !before.isEmpty }
}
