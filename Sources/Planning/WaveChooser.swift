import Routing
public import Warehouse

/// Chooses which of the orders that wait are released next: the most pieces for each aisle that has
/// to be visited, between two bounds, with every order that allows no later wave.
///
/// A piece may come from any stock as good as the promised one; which bins it comes from is decided
/// when the lists are planned.
public struct WaveChooser: Sendable {
  private let units: ClosedRange<Int>
  private let mustBefore: Timestamp?

  /// The orders to release.
  public struct Choice: Hashable, Sendable {
    /// Their numbers.
    public var orders: Set<Code<Order>>
    /// Their pieces.
    public var units: Int
    /// The aisles that have to be visited.
    public var aisles: Int
    /// No choice has more pieces an aisle than this.
    public var bound: Double
    /// Whether no better choice exists.
    public var proven: Bool
  }

  /// Why there is no choice, in one sentence.
  public struct Trouble: Error, Hashable, Sendable {
    /// The sentence.
    public var sentence: String
  }

  /// A chooser.
  ///
  /// - Parameters:
  ///   - units: how many pieces a release may have.
  ///   - mustBefore: orders with a cut-off up to here have to be in.
  public init(units: ClosedRange<Int>, mustBefore: Timestamp? = nil) {
    self.units = units
    self.mustBefore = mustBefore
  }

  /// The best choice found in the time allowed.
  ///
  /// - Parameter moves: ends the search as well, so that the same orders give the same choice.
  public func choose(
    _ candidates: [WavePlanner.Candidate], moves: Int = .max, limit: Duration,
    elapsed: () -> Duration
  ) throws -> Choice {
    guard !candidates.isEmpty else {
      return Choice(orders: [], units: 0, aisles: 0, bound: 0, proven: true)
    }
    var shelves = Shelves()
    let orders = candidates.map { candidate in
      WaveRequest.Order(
        lines: candidate.visits.map { visit in
          WaveRequest.Line(sku: shelves.number(visit), quantity: visit.line.open)
        }, must: mustBefore.map { candidate.order.cutOff <= $0 } ?? false)
    }
    let request: WaveRequest
    do {
      request = try WaveRequest(
        orders: orders, aisles: shelves.aisles, minUnits: units.lowerBound,
        maxUnits: units.upperBound)
    } catch { throw Trouble(sentence: error.description) }
    let outcome = WaveChoiceSolver(moves: moves).solve(request, limit: limit, elapsed: elapsed)
    switch outcome {
    case .choice(let choice):
      return Choice(
        orders: Set(choice.orders.map { candidates[$0].order.number }), units: choice.units,
        aisles: choice.aisles.count, bound: choice.bound.value, proven: choice.proven)
    case .infeasible(let reason): throw Trouble(sentence: reason)
    case .noneFound: throw Trouble(sentence: "no wave was found in the time allowed")
    }
  }
}

/// What lies in which aisle, goods that may stand for each other under one number.
private struct Shelves {
  /// Pieces that may be promised in place of each other.
  private struct Goods: Hashable {
    var sku: Code<Product>
    var expiry: Day?
    var isReserve: Bool
  }

  private var numbers: [Goods: Int] = [:]
  private var free: Set<StockKey> = []
  private var stock: [Int: [Int: Int]] = [:]

  /// The aisles with something in them, each with its stock.
  var aisles: [WaveRequest.Aisle] {
    stock.sorted { $0.key < $1.key }.map { _, lines in
      WaveRequest.Aisle(
        stock: lines.sorted { $0.key < $1.key }.map { WaveRequest.Line(sku: $0, quantity: $1) })
    }
  }

  /// The number of what a line wants; what is promised to it and free beside it is on the shelves.
  mutating func number(_ visit: WalkPlanner.Visit) -> Int {
    let goods = Goods(
      sku: visit.line.from.sku, expiry: visit.line.from.expiry,
      isReserve: visit.bin.kind == .reserve)
    let number = numbers[goods] ?? numbers.count
    numbers[goods] = number
    stock[visit.bin.aisle, default: [:]][number, default: 0] += visit.line.open
    for other in visit.others where free.insert(other.stock.key).inserted {
      stock[other.bin.aisle, default: [:]][number, default: 0] += other.stock.available
    }
    return number
  }
}
