/// A walk over the floor and what is known of it.
public struct Walk: Hashable, Codable, Sendable {
  /// Its length in millimetres.
  public var length: Int
  /// No walk through the same stops is shorter than this, in millimetres.
  public var bound: Int
  /// Whether `length` is proven shortest.
  public var proven: Bool
  /// What walking in bin-code order would take, in millimetres.
  public var byCode: Int
  /// The corner points walked through.
  public var path: [FloorPoint]
  /// The lines of the walk come after this place in their list: what was closed before stays told.
  public var after: Int

  /// Makes a walk.
  public init(
    length: Int, bound: Int, proven: Bool, byCode: Int, path: [FloorPoint], after: Int = 0
  ) {
    self.length = length
    self.bound = bound
    self.proven = proven
    self.byCode = byCode
    self.path = path
    self.after = after
  }

  /// A walk nobody has planned yet.
  public static let none = Walk(length: 0, bound: 0, proven: false, byCode: 0, path: [])

  /// What is left of the path after so many millimetres of it: a point on it, and the corners ahead.
  public func path(after walked: Int) -> [FloorPoint] {
    var left = walked
    for (index, (from, to)) in zip(path, path.dropFirst()).enumerated() {
      let leg = abs(to.x - from.x) + abs(to.y - from.y)
      guard left >= leg else {
        let here = FloorPoint(
          x: from.x + (to.x - from.x).signum() * (from.x == to.x ? 0 : left),
          y: from.y + (to.y - from.y).signum() * (from.x == to.x ? left : 0))
        return [here] + path[(index + 1)...]
      }
      left -= leg
    }
    return path.suffix(1)
  }
}

/// A stop of a planned walk: a line, and where it comes.
public struct WalkStop: Hashable, Codable, Sendable {
  /// The line.
  public var line: Code<PickLine>
  /// How far from the start of the walk its bin is reached, in millimetres.
  public var reached: Int
  /// The stock to take instead of the promised one, because the walk is shorter that way.
  public var from: StockKey?

  /// Makes a stop.
  public init(_ line: Code<PickLine>, reached: Int = 0, from: StockKey? = nil) {
    self.line = line
    self.reached = reached
    self.from = from
  }
}
