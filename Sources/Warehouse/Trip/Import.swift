/// What a file can bring in.
public enum ImportKind: String, Hashable, Codable, Sendable, CaseIterable {
  /// The site: layout, zones, bins, benches, carriers and their numbers, people and things.
  case site
  /// Products.
  case products
  /// Stock on hand.
  case stock
  /// Orders.
  case orders
}

/// One checked record of a file, ready to be staged.
public enum ImportRecord: Hashable, Codable, Sendable {
  /// The site itself.
  case site(Site)
  /// A zone.
  case zone(Zone)
  /// A bin.
  case bin(Bin)
  /// A bench.
  case workstation(Workstation)
  /// A carrier.
  case carrier(Carrier)
  /// A run of waybill numbers.
  case numberRange(NumberRange)
  /// A person or thing.
  case asset(Asset)
  /// A product.
  case product(Product)
  /// Pieces counted in a bin.
  case count(StockKey, quantity: Int)
  /// An order with its lines and receiver.
  case order(Order, [OrderLine], Receiver)
  /// A handling unit among the pieces of a bin.
  case unit(HandlingUnit)
}

/// What an import did.
public struct ImportReport: Hashable, Codable, Sendable {
  /// Records that were not there before.
  public var added: Int
  /// Records that were there and are different now.
  public var changed: Int
  /// Records that were there already, as they are.
  public var unchanged: Int

  /// Makes a report.
  public init(added: Int = 0, changed: Int = 0, unchanged: Int = 0) {
    self.added = added
    self.changed = changed
    self.unchanged = unchanged
  }
}
