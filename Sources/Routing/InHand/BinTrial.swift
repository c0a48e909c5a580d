/// The exact length of the walk for one choice of bins after another, without rules of order.
struct BinTrial {
  private let base: SequencedRequest
  private let bins: [[GridPoint]]
  private let ends: [Terminal]
  private let kernel: TourKernel
  private let points: [GridPoint]

  /// Whether the program over the aisles alone tells the length.
  static func takes(_ base: SequencedRequest, _ missing: [MissingArticle]) -> Bool {
    let ranks = Set(base.stops.map(\.rank) + missing.map(\.rank))
    return base.walkRequest == nil && ranks.count < 2 && base.groups.allSatisfy(\.isPlain)
  }

  init(_ base: SequencedRequest, _ missing: [MissingArticle]) throws(RoutingError) {
    self.base = base
    bins = missing.map { article in
      article.bins.map { base.layout.terminals(of: $0.place)[0].point }
    }
    ends = base.ends.isEmpty ? [] : base.places.endTerminals
    kernel = try TourKernel(base.layout, starts: base.places.startTerminals, ends: ends)
    points = base.spots.map(\.point)
  }

  /// The length of the shortest walk.
  func length(_ choice: [BinPick]) throws(RoutingError) -> Int {
    let all = points + choice.map { bins[$0.article][$0.bin] }
    guard base.spots.contains(where: \.waits) else { return Self.length(kernel, all) }
    return try Self.length(TourKernel(base.layout, starts: firsts(all), ends: ends), all)
  }

  private static func length(_ kernel: TourKernel, _ points: [GridPoint]) -> Int {
    points.withUnsafeBufferPointer { kernel.length($0) }
  }

  /// The ways to a first stop that is none of those that wait.
  private func firsts(_ all: [GridPoint]) -> [Terminal] {
    var starts: [Terminal] = []
    for (number, point) in all.enumerated()
    where number >= points.count || !base.spots[number].waits {
      let link = Link(
        aisle: point.aisle, y: point.y, length: base.places.lengthFromStart(point))
      starts.append(Terminal(point: point, link: link, end: nil))
    }
    return Terminal.cheapest(starts)
  }
}
