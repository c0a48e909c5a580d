import Routing

/// Makes small random scattered-storage requests from a seed.
struct ScatteredMaker {
  private var random: SeededGenerator
  private var places: RequestMaker

  init(seed: Int) {
    random = SeededGenerator(seed: seed &+ 7919)
    places = RequestMaker(seed: seed)
  }

  /// What makes a request more than a choice of bins.
  struct Spice {
    var quantities = false
    var penalties = false
    var groups = false
  }

  /// A request of up to three articles and eight stock entries, in the mean half of them needed.
  mutating func request(
    crossAisles: Int, ending: RequestMaker.Ending, spice: Spice, mostAisles: Int = 5
  ) throws -> ScatteredRequest {
    let layout = try places.layout(crossAisles: crossAisles, mostAisles: mostAisles)
    let start = places.place(on: layout)
    let ends =
      switch ending {
      case .anywhere: [Place]()
      case .atStart: [start]
      case .elsewhere: [places.place(on: layout)]
      case .oneOfSeveral: (0..<3).map { _ in places.place(on: layout) }
      }
    let articles = number(1...3)
    let stock = (0..<number(articles...8)).map { index in
      StockEntry(
        article: index < articles ? index : number(0...articles - 1),
        place: places.point(on: layout), quantity: spice.quantities ? number(1...3) : 1,
        group: spice.groups ? number(0...2) : 0,
        penalty: spice.penalties && number(0...1) == 0 ? number(1...60) : 0)
    }
    let demands = (0..<articles).map { article in
      let entries = stock.filter { $0.article == article }
      let rule: ArticleDemand.Rule =
        spice.groups ? [.anyGroup, .ascendingGroups, .oneGroup][number(0...2)] : .anyGroup
      let groups = Dictionary(grouping: entries, by: \.group)
      let held =
        rule == .oneGroup
        ? groups.values.map { $0.reduce(0) { $0 + $1.quantity } }.max() ?? 0
        : entries.reduce(0) { $0 + $1.quantity }
      return ArticleDemand(
        quantity: spice.quantities || spice.groups ? number(0...held) : 1, rule: rule)
    }
    return try ScatteredRequest(
      layout: layout, start: start, ends: ends, demands: demands, stock: stock)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
}
