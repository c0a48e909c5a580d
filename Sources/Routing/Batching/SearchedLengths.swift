/// Tour lengths on open floors of many blocks, where the program over the aisles is too slow to be
/// asked for hundreds of thousands of sets: those of rounds found by local search (`RoundSearch`),
/// never shorter than the shortest tour.
struct SearchedLengths {
  private let layout: AisleLayout
  private let starts: [Terminal]
  private let ends: [Terminal]
  private let isRound: Bool

  /// Nil where rules restrict the walkways: what a leg takes then is no arithmetic.
  init?(_ request: BatchRequest) {
    guard request.layout.isUnrestricted else { return nil }
    layout = request.layout
    starts = request.layout.terminals(of: request.start)
    ends = request.layout.terminals(of: request.end)
    isRound = request.start == request.end
  }

  /// The length of a short tour through all the points, in millimeters; 0 for none.
  ///
  /// - Complexity: O(points * points * (cross-aisles + log points)), and the search.
  func length(_ points: [GridPoint]) -> Int {
    guard !points.isEmpty else { return 0 }
    let stops = points.map { [Terminal(point: $0, link: nil, end: nil)] }
    let places = stops + [starts] + (isRound ? [] : [ends])
    let graph = RoundGraph(places.count, isBonded: !isRound) { one, other in
      layout.bestPair(places[one], places[other]).length
    }
    let search = RoundSearch(graph)
    if places.count >= RoundSearch.leastNodes {
      search.run(kicks: 4 * places.count, until: { false })
    }
    return search.bestLength
  }
}
