/// A floor of parallel aisles joined by cross-aisles, all measures in millimeters.
///
/// Every cross-aisle meets every aisle; n cross-aisles make n - 1 blocks. People walk along aisles
/// and cross-aisles only, in both directions unless a segment says otherwise.
public struct AisleLayout: Hashable, Sendable {
  /// The x of each aisle, ascending.
  public let aisles: [Int]
  /// The y of each cross-aisle, ascending, two or more.
  public let crossAisles: [Int]
  /// The stretches of aisles with rules of their own.
  public let aisleSegments: [AisleSegment]
  /// The stretches of cross-aisles with rules of their own.
  public let crossAisleSegments: [CrossAisleSegment]

  /// The shortest ways between junctions, where closed or one-way stretches make them matter.
  private(set) var ways: JunctionWays?

  /// The largest coordinate or link length taken, in millimeters (1,000 km): sums never overflow.
  static let farthest = 1_000_000_000

  /// A layout from the x of its aisles, the y of its cross-aisles and the stretches with rules.
  ///
  /// - Throws: `RoutingError` with code `geometry` where there is no aisle, where there are fewer
  ///   than two cross-aisles, where coordinates are not strictly ascending or too large, or where a
  ///   segment lies off the floor or has no length.
  public init(
    aisles: [Int], crossAisles: [Int], aisleSegments: [AisleSegment] = [],
    crossAisleSegments: [CrossAisleSegment] = []
  ) throws(RoutingError) {
    guard !aisles.isEmpty else {
      throw RoutingError(.geometry, "layout has no aisle: expected one or more")
    }
    guard crossAisles.count >= 2 else {
      throw RoutingError(
        .geometry, "layout has \(crossAisles.count) cross-aisle(s): expected two or more")
    }
    try Self.check(aisles, of: "aisle")
    try Self.check(crossAisles, of: "cross-aisle")
    for (index, segment) in aisleSegments.enumerated() {
      guard aisles.indices.contains(segment.aisle), segment.from < segment.to,
        segment.from >= crossAisles[0], segment.to <= crossAisles[crossAisles.count - 1]
      else {
        throw RoutingError(
          .geometry,
          "aisle segment \(index) lies in aisle \(segment.aisle) from \(segment.from) to "
            + "\(segment.to) mm: expected an aisle below \(aisles.count) and an ascending stretch "
            + "between the outer cross-aisles")
      }
    }
    for (index, segment) in crossAisleSegments.enumerated() {
      guard crossAisles.indices.contains(segment.crossAisle), segment.from < segment.to,
        aisles.indices.contains(segment.from), aisles.indices.contains(segment.to)
      else {
        throw RoutingError(
          .geometry,
          "cross-aisle segment \(index) lies in cross-aisle \(segment.crossAisle) from aisle "
            + "\(segment.from) to \(segment.to): expected a cross-aisle below \(crossAisles.count) "
            + "and ascending aisles below \(aisles.count)")
      }
    }
    self.aisles = aisles
    self.crossAisles = crossAisles
    self.aisleSegments = aisleSegments
    self.crossAisleSegments = crossAisleSegments
    ways = nil
    if hasClosed || hasOneWay { ways = JunctionWays(self) }
  }

  /// Whether every aisle and cross-aisle is open over its whole length in both directions.
  public var isUnrestricted: Bool { aisleSegments.isEmpty && crossAisleSegments.isEmpty }

  /// The number of blocks, one less than cross-aisles.
  public var blockCount: Int { crossAisles.count - 1 }

  private static func check(_ values: [Int], of what: String) throws(RoutingError) {
    for (index, value) in values.enumerated() {
      guard (-farthest...farthest).contains(value) else {
        throw RoutingError(
          .geometry, "\(what) \(index) lies at \(value) mm: expected at most \(farthest) mm off")
      }
      guard index == 0 || values[index - 1] < value else {
        throw RoutingError(
          .geometry,
          "\(what) \(index) lies at \(value) mm: expected more than \(values[index - 1]) mm")
      }
    }
  }
}

extension AisleLayout {
  /// Whether two layouts are the same floor.
  public static func == (a: AisleLayout, b: AisleLayout) -> Bool {
    a.aisles == b.aisles && a.crossAisles == b.crossAisles && a.aisleSegments == b.aisleSegments
      && a.crossAisleSegments == b.crossAisleSegments
  }

  /// Hashes what makes the floor.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(aisles)
    hasher.combine(crossAisles)
    hasher.combine(aisleSegments)
    hasher.combine(crossAisleSegments)
  }
}

extension AisleLayout: Codable {
  private enum CodingKeys: String, CodingKey {
    case aisles, crossAisles, aisleSegments, crossAisleSegments
  }

  /// Reads the four lists, the segments only where there are any, and refuses what the checking
  /// initializer refuses.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      aisles: container.decode([Int].self, forKey: .aisles),
      crossAisles: container.decode([Int].self, forKey: .crossAisles),
      aisleSegments: container.decodeIfPresent([AisleSegment].self, forKey: .aisleSegments) ?? [],
      crossAisleSegments: container.decodeIfPresent(
        [CrossAisleSegment].self, forKey: .crossAisleSegments) ?? [])
  }
}
