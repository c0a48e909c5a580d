public import Warehouse

/// What lies over the whole floor: heat, people, and where something is wrong.
///
/// Heat is told by a character and the legend beside it, never by colour alone.
public struct FloorOverlay: Hashable, Codable, Sendable {
  /// How much happened at a place.
  public struct Spot: Hashable, Codable, Sendable {
    /// Where.
    public var at: FloorPoint
    /// How often; above 0.
    public var count: Int

    /// Makes a spot.
    public init(at: FloorPoint, count: Int) {
      self.at = at
      self.count = count
    }
  }

  /// How much happened place by place; empty when no heat is shown.
  public var heat: [Spot]
  /// Where people are.
  public var people: [FloorPoint]
  /// Where something is wrong.
  public var troubles: [FloorPoint]

  /// Makes an overlay.
  public init(heat: [Spot], people: [FloorPoint], troubles: [FloorPoint]) {
    self.heat = heat
    self.people = people
    self.troubles = troubles
  }

  /// The characters of heat, from little to much.
  public static let shades: [Character] = [".", "o", "x", "*", "#"]

  /// The shade of a count, from 0: fifths of the highest one.
  public func shade(_ count: Int) -> Int {
    let most = max(1, heat.map(\.count).max() ?? 1)
    return min(Self.shades.count - 1, max(0, (count * Self.shades.count - 1) / most))
  }

  /// What the shades stand for: `. 1-4  o 5-8  ...`; empty when there is no heat.
  public var legend: String {
    let most = heat.map(\.count).max() ?? 0
    var ranges = [(Int, Int)?](repeating: nil, count: Self.shades.count)
    for count in Set(1...max(1, most)).sorted() where most > 0 {
      let shade = shade(count)
      ranges[shade] = (ranges[shade]?.0 ?? count, count)
    }
    return zip(Self.shades, ranges).compactMap { shade, range in
      range.map { "\(shade) \($0.0 == $0.1 ? "\($0.0)" : "\($0.0)-\($0.1)")" }
    }.joined(separator: "  ")
  }
}
