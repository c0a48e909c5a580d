/// A floor of parallel aisles joined by cross-aisles, all measures in millimeters.
///
/// Every cross-aisle meets every aisle; n cross-aisles make n - 1 blocks. People walk along aisles
/// and cross-aisles only, in both directions.
public struct AisleLayout: Hashable, Sendable {
  /// The x of each aisle, ascending.
  public let aisles: [Int]
  /// The y of each cross-aisle, ascending, two or more.
  public let crossAisles: [Int]

  /// The largest coordinate or link length taken, in millimeters (1,000 km): sums never overflow.
  static let farthest = 1_000_000_000

  /// A layout from the x of its aisles and the y of its cross-aisles.
  ///
  /// - Throws: `RoutingError` with code `geometry` where there is no aisle, where there are fewer
  ///   than two cross-aisles, or where coordinates are not strictly ascending or too large.
  public init(aisles: [Int], crossAisles: [Int]) throws(RoutingError) {
    guard !aisles.isEmpty else {
      throw RoutingError(.geometry, "layout has no aisle: expected one or more")
    }
    guard crossAisles.count >= 2 else {
      throw RoutingError(
        .geometry, "layout has \(crossAisles.count) cross-aisle(s): expected two or more")
    }
    try Self.check(aisles, of: "aisle")
    try Self.check(crossAisles, of: "cross-aisle")
    self.aisles = aisles
    self.crossAisles = crossAisles
  }

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

extension AisleLayout: Codable {
  private enum CodingKeys: String, CodingKey { case aisles, crossAisles }

  /// Reads `aisles` and `crossAisles` and refuses what the checking initializer refuses.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      aisles: container.decode([Int].self, forKey: .aisles),
      crossAisles: container.decode([Int].self, forKey: .crossAisles))
  }
}
