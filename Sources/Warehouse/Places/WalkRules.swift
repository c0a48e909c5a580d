/// In which order goods have to be picked on one walk, whatever lies nearest.
///
/// The rules hold in this order: zones in sequence, then heavy goods before the others, then fragile
/// goods behind the others. Within what they leave open the walk is the shortest.
public struct WalkRules: Hashable, Codable, Sendable {
  /// The zones that are walked one after the other; zones not named come last.
  public var zones: [Code<Zone>]
  /// The grams of one piece from which goods go first; nil leaves weight aside.
  public var heavyFrom: Int?
  /// Whether fragile goods go last.
  public var fragileLast: Bool
  /// Whether the bins of one product are visited one after the other.
  public var keepTogether: Bool

  /// Makes rules; without arguments there are none.
  public init(
    zones: [Code<Zone>] = [], heavyFrom: Int? = nil, fragileLast: Bool = false,
    keepTogether: Bool = false
  ) {
    self.zones = zones
    self.heavyFrom = heavyFrom
    self.fragileLast = fragileLast
    self.keepTogether = keepTogether
  }

  /// Which of the groups walked one after the other a product in a bin belongs to.
  public func rank(of product: Product, in bin: Bin) -> Int {
    let zone = zones.firstIndex(of: bin.zone) ?? zones.count
    let isHeavy = heavyFrom.map { product.grams >= $0 } ?? false
    let isLast = fragileLast && product.fragile
    return zone * 3 + (isLast ? 2 : isHeavy ? 0 : 1)
  }
}
