/// What is known of the pieces in somebody's hand besides what and how many: gathered from scans
/// and keys, in any order.
public struct Told: Hashable, Codable, Sendable {
  /// The lot.
  public var lot: String?
  /// The expiry date.
  public var expiry: Day?
  /// The serial numbers, each of one piece.
  public var serials: [String]
  /// The net weight of all pieces in grams.
  public var grams: Int?
  /// The handling unit that holds them all.
  public var unit: Code<HandlingUnit>?

  /// Says what is known; nothing without arguments.
  public init(
    lot: String? = nil, expiry: Day? = nil, serials: [String] = [], grams: Int? = nil,
    unit: Code<HandlingUnit>? = nil
  ) {
    self.lot = lot
    self.expiry = expiry
    self.serials = serials
    self.grams = grams
    self.unit = unit
  }

  /// Whether nothing is known.
  public var isEmpty: Bool { self == Told() }
}
