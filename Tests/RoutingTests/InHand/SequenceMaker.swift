@testable import Routing

/// Makes small random requests with an order from a seed.
struct SequenceMaker {
  private var random: SeededGenerator
  private var requests: RequestMaker

  init(seed: Int) {
    random = SeededGenerator(seed: seed)
    requests = RequestMaker(seed: seed)
  }

  /// What is asked for besides ranks.
  enum Kind: CaseIterable {
    case ranks, products, both, later
  }

  mutating func request(
    crossAisles: Int, _ kind: Kind, ending: RequestMaker.Ending, stops: ClosedRange<Int> = 0...6,
    closing: Bool = false
  ) throws -> SequencedRequest? {
    let plain = try requests.request(crossAisles: crossAisles, ending: ending, stops: stops)
    let ranks = kind == .products ? 1 : Int.random(in: 1...3, using: &random)
    var rankOfProduct: [Int: Int] = [:]
    let ordered = plain.stops.map { place -> SequencedStop in
      let rank = Int.random(in: 0..<ranks, using: &random)
      guard kind != .ranks, Int.random(in: 0..<3, using: &random) > 0 else {
        return SequencedStop(place, rank: rank)
      }
      let product = Int.random(in: 0..<3, using: &random)
      rankOfProduct[product] = rankOfProduct[product] ?? rank
      return SequencedStop(place, rank: rankOfProduct[product] ?? rank, product: product)
    }
    var later: Set<Int> = []
    if kind == .later {
      later = Set(ordered.indices.filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
    }
    let layout = closing ? try requests.rules(on: plain.layout) : plain.layout
    func made() throws -> SequencedRequest {
      try SequencedRequest(
        layout: layout, start: plain.start, ends: plain.ends, stops: ordered, later: later)
    }
    return closing ? try? made() : try made()
  }

  mutating func replan(crossAisles: Int, stops: ClosedRange<Int>) throws -> ReplanRequest? {
    let plain = try requests.request(
      crossAisles: crossAisles, ending: .oneOfSeveral, stops: stops, mostAisles: 5)
    let layout = plain.layout
    let hasRanks = Int.random(in: 0..<3, using: &random) == 0
    let stops = plain.stops.map {
      SequencedStop($0, rank: hasRanks ? Int.random(in: 0...1, using: &random) : 0)
    }
    var missing: [MissingArticle] = []
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let bins = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        MissingArticle.Bin(
          requests.point(on: layout), quantity: Int.random(in: 1...3, using: &random))
      }
      let held = bins.reduce(0) { $0 + $1.quantity }
      missing.append(
        MissingArticle(
          quantity: Int.random(in: 1...held, using: &random),
          rank: hasRanks ? Int.random(in: 0...1, using: &random) : 0, bins: bins))
    }
    let later = Set(stops.indices.filter { _ in Int.random(in: 0..<6, using: &random) == 0 })
    let emptyAt =
      Int.random(in: 0..<4, using: &random) == 0
      ? (0..<2).map { _ in requests.place(on: layout) } : []
    return try ReplanRequest(
      layout: layout, here: plain.start, stops: stops, drops: plain.ends, missing: missing,
      later: later, emptyAt: emptyAt)
  }
}
