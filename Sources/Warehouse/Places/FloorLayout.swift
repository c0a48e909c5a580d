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

  /// A stretch of an aisle or cross-aisle with a rule of its own.
  public struct Segment: Hashable, Codable, Sendable {
    /// What the stretch forbids.
    public enum Rule: String, Hashable, Codable, Sendable, CaseIterable {
      /// Nobody walks here.
      case closed
      /// In an aisle: towards the back only.
      case up
      /// In an aisle: towards the front only.
      case down
      /// In an aisle: nobody turns round.
      case noTurn
      /// In a cross-aisle: towards larger x only.
      case right
      /// In a cross-aisle: towards smaller x only.
      case left
    }

    /// Where the stretch lies.
    public enum Lane: Hashable, Codable, Sendable {
      /// In an aisle, by its index; the stretch is in millimetres along it.
      case aisle(Int)
      /// In a cross-aisle, by its index; the stretch is from aisle to aisle, by their indices.
      case crossAisle(Int)
    }

    /// Where it lies.
    public var lane: Lane
    /// Where it begins.
    public var from: Int
    /// Where it ends; larger than `from`.
    public var to: Int
    /// What it forbids.
    public var rule: Rule

    /// Makes a stretch.
    public init(lane: Lane, from: Int, to: Int, rule: Rule) {
      self.lane = lane
      self.from = from
      self.to = to
      self.rule = rule
    }
  }

  /// The aisles, by x.
  public var aisles: [Aisle]
  /// Where the cross-aisles run, in millimetres along the aisles, ascending; the first and the
  /// last bound every aisle.
  public var crossAisles: [Int]
  /// The stretches with rules of their own.
  public var segments: [Segment]

  /// Makes a layout.
  public init(aisles: [Aisle], crossAisles: [Int], segments: [Segment] = []) {
    self.aisles = aisles
    self.crossAisles = crossAisles
    self.segments = segments
  }

  /// Reads a layout; one from before there were segments has none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    aisles = try container.decode([Aisle].self, forKey: .aisles)
    crossAisles = try container.decode([Int].self, forKey: .crossAisles)
    segments = try container.decodeIfPresent([Segment].self, forKey: .segments) ?? []
  }
}

extension FloorLayout {
  /// The point of a bin in its aisle.
  public func point(of bin: Bin) -> FloorPoint {
    FloorPoint(x: aisles.indices.contains(bin.aisle) ? aisles[bin.aisle].x : 0, y: bin.y)
  }
}
