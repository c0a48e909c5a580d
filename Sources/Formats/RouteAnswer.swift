public import Routing

/// The answer to a route problem as `pickway route solve` writes it.
public struct RouteAnswer: Sendable {
  /// So many taken from a bin.
  public struct Pick: Hashable, Sendable {
    /// The bin.
    public let stock: FormatID
    /// How many.
    public let quantity: Int

    /// So many taken from a bin.
    public init(stock: FormatID, quantity: Int) {
      self.stock = stock
      self.quantity = quantity
    }
  }

  /// The ids of the stops or bins in walking order.
  public let tour: [FormatID]
  /// The length in thousandths of the unit.
  public let length: Int
  /// No walk is shorter, in thousandths of the unit.
  public let lowerBound: Int
  /// The way walked.
  public let path: [WalkPlace]
  /// What was taken where; empty where stops were visited.
  public let picks: [Pick]
  /// How it was found.
  public let method: String
  /// How long that took.
  public let microseconds: Int

  /// Whether the walk is known to be the shortest.
  public var proven: Bool { lowerBound == length }

  /// An answer from its parts.
  public init(
    tour: [FormatID], length: Int, lowerBound: Int, path: [WalkPlace], picks: [Pick],
    method: String, microseconds: Int
  ) {
    self.tour = tour
    self.length = length
    self.lowerBound = lowerBound
    self.path = path
    self.picks = picks
    self.method = method
    self.microseconds = microseconds
  }

  /// The answer that a walk is to a problem with stops.
  public init(_ walk: Walk, to problem: RouteProblem, microseconds: Int) {
    var ids: [FormatID] = []
    if case .stops(_, let names) = problem.task { ids = names }
    self.init(
      tour: walk.order.filter { ids.indices.contains($0) }.map { ids[$0] }, length: walk.length,
      lowerBound: walk.lowerBound, path: walk.path, picks: [], method: walk.method.rawValue,
      microseconds: microseconds)
  }

  /// The answer on one line of JSON, without a line break, keys in the order of the format.
  public var line: String {
    var line = JSONLine()
    line.raw("{\"tour\":")
    line.list(tour) { $0.id($1) }
    line.raw(",\"length\":\(Thousandths.text(length))")
    line.raw(",\"lowerBound\":\(Thousandths.text(lowerBound)),\"proven\":\(proven),\"path\":")
    line.list(path) { $0.place($1) }
    line.raw(",\"picks\":")
    line.list(picks) {
      $0.raw("{\"stock\":")
      $0.id($1.stock)
      $0.raw(",\"quantity\":\($1.quantity)}")
    }
    line.raw(",\"method\":")
    line.string(method)
    line.raw(",\"microseconds\":\(microseconds)}")
    return line.text
  }
}

extension JSONLine {
  /// Writes a point, on the floor or beside it.
  mutating func place(_ place: WalkPlace) {
    switch place {
    case .at(let point):
      raw("{")
      self.point(point)
      raw("}")
    case .offGrid(let links):
      raw("{\"links\":")
      list(links) {
        $0.raw("{")
        $0.point($1.point)
        $0.raw(",\"length\":\(Thousandths.text($1.length))}")
      }
      raw("}")
    }
  }

  private mutating func point(_ point: WalkPoint) {
    switch point {
    case .aisle(let aisle, let y): raw("\"aisle\":\(aisle),\"y\":\(Thousandths.text(y))")
    case .node(let name):
      raw("\"node\":")
      string(name)
    }
  }
}
