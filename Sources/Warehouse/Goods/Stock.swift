/// Whatever can hold goods.
public enum Holder: Hashable, Sendable {
  /// A bin.
  case bin(Code<Bin>)
  /// A tote.
  case tote(Code<Tote>)
  /// A parcel being packed or packed.
  case parcel(Code<Parcel>)
  /// Outside the books: where receipts come from and adjustments go to.
  case outside
}

extension Holder: Codable, CustomStringConvertible {
  /// The holder in one word: `bin:A-01-1`.
  public var description: String {
    switch self {
    case .bin(let code): "bin:\(code)"
    case .tote(let code): "tote:\(code)"
    case .parcel(let code): "parcel:\(code)"
    case .outside: "outside"
    }
  }

  /// Reads a holder from its word; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", maxSplits: 1)
    switch (parts.first, parts.count) {
    case ("bin", 2): self = .bin(Code(String(parts[1])))
    case ("tote", 2): self = .tote(Code(String(parts[1])))
    case ("parcel", 2): self = .parcel(Code(String(parts[1])))
    case ("outside", 1): self = .outside
    default: return nil
    }
  }

  /// Reads a holder from its word.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let holder = Holder(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "holder \(text)")
    }
    self = holder
  }

  /// Writes a holder as its word.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Holder {
  /// The code of whatever holds them; empty outside the books.
  public var code: String {
    switch self {
    case .bin(let code): code.rawValue
    case .tote(let code): code.rawValue
    case .parcel(let code): code.rawValue
    case .outside: ""
    }
  }
}

/// What is told apart in stock: pieces of one product, lot and expiry in one holder.
public struct StockKey: Hashable, Codable, Sendable {
  /// Who holds the pieces.
  public var holder: Holder
  /// The product.
  public var sku: Code<Product>
  /// The lot; empty when lots are not told apart.
  public var lot: String
  /// The expiry date, where there is one.
  public var expiry: Day?

  /// Makes a key.
  public init(holder: Holder, sku: Code<Product>, lot: String = "", expiry: Day? = nil) {
    self.holder = holder
    self.sku = sku
    self.lot = lot
    self.expiry = expiry
  }

  /// The same pieces in another holder.
  public func moved(to holder: Holder) -> StockKey {
    StockKey(holder: holder, sku: sku, lot: lot, expiry: expiry)
  }
}

/// Pieces on hand.
public struct Stock: Hashable, Codable, Sendable {
  /// Which pieces, and where.
  public var key: StockKey
  /// Base units on hand; never negative.
  public var quantity: Int
  /// Base units promised to orders; never more than on hand.
  public var allocated: Int
  /// Base units nobody may be sent for until they are counted.
  public var frozen: Int
  /// When the first of them came: first in, first out.
  public var since: Timestamp

  /// Makes a stock record.
  public init(
    key: StockKey, quantity: Int, allocated: Int = 0, frozen: Int = 0, since: Timestamp
  ) {
    self.key = key
    self.quantity = quantity
    self.allocated = allocated
    self.frozen = frozen
    self.since = since
  }

  /// Base units that can still be promised.
  public var available: Int { max(0, quantity - allocated - frozen) }
}

/// Pieces that went from one holder to another.
public struct Movement: Hashable, Codable, Sendable {
  /// Where they were.
  public var from: StockKey
  /// Where they went.
  public var to: Holder
  /// How many base units; at least 1.
  public var quantity: Int

  /// Makes a movement.
  public init(from: StockKey, to: Holder, quantity: Int) {
    self.from = from
    self.to = to
    self.quantity = quantity
  }
}
