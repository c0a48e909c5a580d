import Warehouse

/// What is told apart within the products a file names, each asked for once.
struct KnownProducts<F: Facts> {
  private let facts: F
  private var trackings: [String: Tracking?] = [:]

  init(facts: F) {
    self.facts = facts
  }

  /// The tracking rule of a product; nil when there is no such product.
  mutating func tracking(of sku: String) throws -> Tracking? {
    if let known = trackings[sku] { return known }
    let tracking = try facts.product(Code(sku))?.tracking
    trackings[sku] = .some(tracking)
    return tracking
  }
}
