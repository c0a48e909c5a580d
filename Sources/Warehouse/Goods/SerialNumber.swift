/// A piece that is known by itself 序列号, from its capture on; it follows its piece.
public struct SerialNumber: Hashable, Codable, Sendable {
  /// The product.
  public var sku: Code<Product>
  /// The number, once only for the product over all time.
  public var number: String
  /// The tote or parcel its piece is in.
  public var holder: Holder
  /// The list it was picked on; nil when it was captured at the bench.
  public var list: Code<PickList>?
  /// The pick of that list, 0 at the bench.
  public var pick: Int
  /// When it was captured.
  public var since: Timestamp

  /// Makes a serial number.
  public init(
    sku: Code<Product>, number: String, holder: Holder, list: Code<PickList>? = nil,
    pick: Int = 0, since: Timestamp
  ) {
    self.sku = sku
    self.number = number
    self.holder = holder
    self.list = list
    self.pick = pick
    self.since = since
  }
}
