/// What is to be seeded from a tote, and where.
public struct SeedView: Hashable, Codable, Sendable {
  /// What an order wants of a product.
  public struct Want: Hashable, Codable, Sendable {
    /// The order.
    public var order: Code<Order>
    /// The product.
    public var sku: Code<Product>
    /// Base units picked for it.
    public var picked: Int
    /// Base units that lie in its slot.
    public var seeded: Int
  }

  /// Pieces of a product in the tote.
  public struct Content: Hashable, Codable, Sendable {
    /// The product.
    public var sku: Code<Product>
    /// Base units.
    public var quantity: Int
  }

  /// The tote.
  public var tote: Code<Tote>
  /// The list it was picked on.
  public var list: Code<PickList>
  /// The wall the list's orders have slots of; nil when they have none yet.
  public var wall: PutWall?
  /// The slots of that wall that orders have.
  public var slots: [WallSlot]
  /// Every put wall, with how many slots are free.
  public var walls: [WallRoom]
  /// What each order of the list wants, in the order of their slots.
  public var wants: [Want]
  /// The products wanted.
  public var products: [Product]
  /// What lies in the tote, product by product.
  public var content: [Content]
}

/// A put wall with how many slots are free.
public struct WallRoom: Hashable, Codable, Sendable {
  /// The wall.
  public var wall: PutWall
  /// Slots no order has.
  public var free: Int
}

/// A tote of single pieces that orders wait for.
public struct BulkView: Hashable, Codable, Sendable {
  /// The tote.
  public var tote: Code<Tote>
  /// The product.
  public var product: Product
  /// Base units in the tote.
  public var left: Int
  /// Orders of its list.
  public var orders: Int
  /// Orders of its list that are packed.
  public var packed: Int
  /// Whether every label is scanned back here; nil for no.
  public var proof: Bool?
  /// An order of its list whose parcel still wants its carton or its weight; nil for none.
  public var open: Code<Order>?
}
