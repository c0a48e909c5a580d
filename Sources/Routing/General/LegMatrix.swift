/// The shortest walks between all stops, from the start to each, from each to the nearest end.
///
/// Stops at one place without rules about their order are one *visit* (not beside the grid, where
/// coming twice by several links can be a shortcut). A visit in a stretch where
/// nobody turns round has two *states*, passed upwards and passed downwards: the walk comes to the
/// one it goes on from. Every other visit has one state. The start and the ends together are the
/// *depot*, so that a walk is a round through the depot.
struct LegMatrix: Sendable {
  /// The most states taken: the matrix then has 6 million legs (50 MB).
  static let mostStates = 2500
  /// The longest leg taken, in millimeters (100,000 km): sums never overflow.
  static let longestLeg = 100_000_000_000
  /// The length of a leg that nobody can walk.
  static let unreachable = WayFinder.unreachable

  /// The stops of each visit, indices into the request's.
  let visits: [[Int]]
  /// The first state of each visit; one more entry than visits.
  let firstState: [Int]
  /// The visit of each state.
  let visitOfState: [Int]
  /// The doors of each state.
  let doors: [[Door]]
  /// By when each visit must have been reached, `Int.max` where whenever.
  let dues: [Int]
  /// The end nearest to each state, and to the start where there is no stop.
  private(set) var nearestEnd: [Int?]
  /// Whether a stop beside the grid has several links: going through it may be shorter than a leg.
  let hasShortcuts: Bool
  /// The least length after which each state can be reached.
  private(set) var earliest: [Int] = []
  /// The number of states and one for the depot.
  let width: Int
  /// The lengths, a row a state and one for the depot, which is the last.
  private(set) var lengths: [Int]

  var visitCount: Int { visits.count }
  var stateCount: Int { width - 1 }
  var depot: Int { width - 1 }

  subscript(from: Int, to: Int) -> Int { lengths[from * width + to] }

  func states(of visit: Int) -> Range<Int> { firstState[visit]..<firstState[visit + 1] }

  /// The same visit passed the other way, itself where it makes no difference.
  func turned(_ state: Int) -> Int {
    guard state != depot else { return state }
    let states = states(of: visitOfState[state])
    return states.lowerBound + states.upperBound - 1 - state
  }

  init(
    _ floor: WalkFloor, _ network: FloorNetwork, start: WalkPlace, ends: [WalkPlace],
    stops: [WalkStop], isOrdered: [Bool]
  ) throws(RoutingError) {
    var visits: [[Int]] = []
    var known: [WalkPlace: Int] = [:]
    var hasShortcuts = false
    for (index, stop) in stops.enumerated() {
      let isShortcut = stop.place.points.count > 1
      hasShortcuts = hasShortcuts || isShortcut
      if !isOrdered[index], let visit = known[stop.place] {
        visits[visit].append(index)
      } else {
        if !isOrdered[index], !isShortcut { known[stop.place] = visits.count }
        visits.append([index])
      }
    }
    self.hasShortcuts = hasShortcuts
    var firstState = [0]
    var visitOfState: [Int] = []
    var doors: [[Door]] = []
    for (visit, stopsHere) in visits.enumerated() {
      let place = stops[stopsHere[0]].place
      switch place {
      case .at: doors += network.doors(of: place).map { [$0] }
      case .offGrid: doors.append(network.doors(of: place))
      }
      while visitOfState.count < doors.count { visitOfState.append(visit) }
      firstState.append(doors.count)
    }
    guard doors.count <= Self.mostStates else {
      throw RoutingError(
        .tooManyStops,
        "request has \(doors.count) different places to visit: expected at most \(Self.mostStates)")
    }
    self.visits = visits
    self.firstState = firstState
    self.visitOfState = visitOfState
    self.doors = doors
    dues = visits.map { $0.compactMap { stops[$0].due }.min() ?? .max }
    width = doors.count + 1
    lengths = [Int](repeating: Self.unreachable, count: width * width)
    nearestEnd = [Int?](repeating: nil, count: width)

    let places = visits.map { stops[$0[0]].place }
    if case .aisles(let layout) = floor, layout.isUnrestricted {
      fillOpen(layout, start, ends, places)
    } else {
      fill(network, start, ends, places)
    }
    earliest = Array(lengths[(depot * width)..<(depot * width + stateCount)])
    if hasShortcuts { hurry() }
    for length in lengths where length > Self.longestLeg && length < Self.unreachable {
      throw RoutingError(
        .geometry, "a way is \(length) mm long: expected at most \(Self.longestLeg)")
    }
  }

  /// By Dijkstra's algorithm from every state and from the start.
  private mutating func fill(
    _ network: FloorNetwork, _ start: WalkPlace, _ ends: [WalkPlace], _ places: [WalkPlace]
  ) {
    var finder = WayFinder(network)
    let endDoors = ends.map { network.doors(of: $0) }
    func length(to doors: [Door]) -> Int {
      doors.reduce(Self.unreachable) {
        min($0, finder.distances[$1.node] + $1.length)
      }
    }
    for row in 0..<width {
      let here = row == depot ? start : places[visitOfState[row]]
      finder.search(from: row == depot ? network.doors(of: start) : doors[row])
      for column in 0..<stateCount {
        let stays = here == places[visitOfState[column]] && doors[column][0].link != nil
        lengths[row * width + column] = stays ? 0 : length(to: doors[column])
      }
      if row != depot && ends.isEmpty { lengths[row * width + depot] = 0 }
      for (index, end) in ends.enumerated() {
        setEnd(row, index, here == end ? 0 : length(to: endDoors[index]))
      }
    }
    if ends.isEmpty { lengths[depot * width + depot] = 0 }
  }

  /// By arithmetic, where every walkway is open.
  private mutating func fillOpen(
    _ layout: AisleLayout, _ start: WalkPlace, _ ends: [WalkPlace], _ places: [WalkPlace]
  ) {
    let all = (places + [start]).map { layout.terminals(of: $0) }
    let endWays = ends.map { layout.terminals(of: $0) }
    for row in 0..<width {
      for column in 0..<row {
        let here = row == depot ? start : places[row]
        let length =
          here == places[column] ? 0 : layout.bestPair(all[row], all[column]).length
        lengths[row * width + column] = length
        if row != depot { lengths[column * width + row] = length }
      }
      lengths[row * width + row] = 0
      lengths[row * width + depot] = ends.isEmpty ? 0 : Self.unreachable
      for (index, end) in ends.enumerated() {
        let here = row == depot ? start : places[row]
        setEnd(row, index, here == end ? 0 : layout.bestPair(all[row], endWays[index]).length)
      }
    }
  }

  /// Dijkstra's algorithm over the states, each a way to the others.
  private mutating func hurry() {
    var isSettled = [Bool](repeating: false, count: stateCount)
    for _ in 0..<stateCount {
      var here = -1
      for state in 0..<stateCount where !isSettled[state] {
        if here < 0 || earliest[state] < earliest[here] { here = state }
      }
      if here < 0 || earliest[here] >= Self.unreachable { return }
      isSettled[here] = true
      for state in 0..<stateCount {
        earliest[state] = min(earliest[state], earliest[here] + lengths[here * width + state])
      }
    }
  }

  private mutating func setEnd(_ row: Int, _ end: Int, _ length: Int) {
    guard length < lengths[row * width + depot] else { return }
    lengths[row * width + depot] = length
    nearestEnd[row] = end
  }
}

extension AisleLayout {
  /// Where on the grid one stands after leaving a place known to be of this layout.
  fileprivate func terminals(of place: WalkPlace) -> [Terminal] {
    place.aislePlace.map { terminals(of: $0) } ?? []
  }
}
