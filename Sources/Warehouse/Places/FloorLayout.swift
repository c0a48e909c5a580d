/// A point on the floor, in millimetres from the site's origin.
public struct FloorPoint: Hashable, Codable, Sendable {
  /// Across the aisles, growing with the aisle numbers.
  public var x: Int
  /// Along the aisles, growing from the front to the back.
  public var y: Int

  /// Makes a point.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// Parallel aisles joined by cross-aisles: what can be walked.
public struct FloorLayout: Hashable, Codable, Sendable {
  /// One aisle.
  public struct Aisle: Hashable, Codable, Sendable {
    /// Its name on the floor: `A`, `07`.
    public var code: String
    /// Where it runs, in millimetres across the floor.
    public var x: Int

    /// Makes an aisle.
    public init(code: String, x: Int) {
      self.code = code
      self.x = x
    }
  }

  /// The aisles, by x.
  public var aisles: [Aisle]
  /// Where the cross-aisles run, in millimetres along the aisles, ascending; the first and the
  /// last bound every aisle.
  public var crossAisles: [Int]

  /// Makes a layout.
  public init(aisles: [Aisle], crossAisles: [Int]) {
    self.aisles = aisles
    self.crossAisles = crossAisles
  }
}

extension FloorLayout {
  /// The point of a bin in its aisle.
  public func point(of bin: Bin) -> FloorPoint {
    FloorPoint(x: aisles.indices.contains(bin.aisle) ? aisles[bin.aisle].x : 0, y: bin.y)
  }

  /// The corner points of a shortest way between two points in aisles, both ends included.
  ///
  /// Among ways of the same length the one over the lowest cross-aisle is taken.
  /// O(cross-aisles).
  public func path(from one: FloorPoint, to other: FloorPoint) -> [FloorPoint] {
    if one == other { return [one] }
    if one.x == other.x { return [one, other] }
    let best = crossAisles.min { detour($0, one, other) < detour($1, one, other) } ?? 0
    var path = [one]
    for corner in [FloorPoint(x: one.x, y: best), FloorPoint(x: other.x, y: best), other]
    where corner != path.last {
      path.append(corner)
    }
    return path
  }

  /// The length in millimetres of a shortest way between two points in aisles.
  ///
  /// O(cross-aisles).
  public func distance(from one: FloorPoint, to other: FloorPoint) -> Int {
    if one.x == other.x { return abs(one.y - other.y) }
    let best = crossAisles.map { detour($0, one, other) }.min() ?? 0
    return abs(one.x - other.x) + best
  }

  /// The length in millimetres of walking through points in their order.
  public func length(through points: [FloorPoint]) -> Int {
    zip(points, points.dropFirst()).reduce(0) { $0 + distance(from: $1.0, to: $1.1) }
  }

  private func detour(_ y: Int, _ one: FloorPoint, _ other: FloorPoint) -> Int {
    abs(one.y - y) + abs(other.y - y)
  }
}
