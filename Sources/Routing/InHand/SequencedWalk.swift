/// A walk that picks in the order asked for.
public struct SequencedWalk: Hashable, Sendable {
  /// How the order was found.
  public enum Method: String, Hashable, Codable, Sendable {
    /// The program over the aisles from rank to rank, and over sets of stops where products are
    /// kept together: exact.
    case rankProgram = "rank-dp"
    /// The solver for floors and rules of any kind, which says whether its walk is proven.
    case general
    /// Local search with a lower bound.
    case search
  }

  /// The walk: order, offsets, length, bound and path.
  ///
  /// Other than in a plain tour a stop counts as visited when it is picked, which need not be when
  /// the walk first comes by.
  public let tour: Tour
  /// How it was found.
  public let method: Method

  /// The stops in walking order: indices into the request's `stops`.
  public var order: [Int] { tour.order }
  /// How far from the start each stop is picked, in millimeters, in the order of `order`.
  public var stopOffsets: [Int] { tour.stopOffsets }
  /// The length of the whole walk, in millimeters.
  public var length: Int { tour.length }
  /// No walk that keeps the order is shorter than this, in millimeters.
  public var lowerBound: Int { tour.lowerBound }
  /// True where the walk is known to be the shortest.
  public var proven: Bool { tour.proven }
  /// How much longer than the bound the walk is at most, in millimeters.
  public var gap: Int { tour.length - tour.lowerBound }

  /// A walk as a solver found it; `violations(of:)` tells whether it holds together.
  public init(tour: Tour, method: Method) {
    self.tour = tour
    self.method = method
  }
}
