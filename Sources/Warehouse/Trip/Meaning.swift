/// What a scanned code stands for.
public enum Meaning: Hashable, Codable, Sendable {
  /// A bin and what lies in it.
  case bin(Bin, [StockLine])
  /// A product, the units its barcode stands for, and where it lies.
  case product(Product, units: Int, [BinStock])
  /// A tote and what is in it.
  case tote(Tote, [StockLine])
  /// A cart.
  case cart(Cart)
  /// An order.
  case order(Order, lines: Int, parcels: [Parcel])
  /// A parcel.
  case parcel(Parcel)
  /// A bench.
  case workstation(Workstation)
  /// A pick list.
  case list(PickList, open: Int)
  /// A badge.
  case badge(Code<Operator>)
  /// Nothing this house knows.
  case nothing(String)

  // Ways of picking.
  /// A put wall, and how many of its slots are free.
  case wall(PutWall, free: Int)
  /// A slot of a put wall.
  case wallSlot(WallSlot)

  // What a stop knows.
  /// Serial numbers, one a product, each with the parcel's waybill where it has one.
  case serials([SerialNumber], waybill: String?)
  /// A handling unit.
  case unit(HandlingUnit, Name)

  // Out of the door.

  /// A cage and what stands in it.
  case cage(CageLoad)
  /// A manifest.
  case manifest(Manifest)
  /// A parcel on its way out, and where it is.
  case placed(Parcel, ParcelPlace)
}

/// Stock with the name of its product.
public struct StockLine: Hashable, Codable, Sendable {
  /// The stock.
  public var stock: Stock
  /// The product's name.
  public var name: Name
}
