/// Something that is kept and sold.
public struct Product: Hashable, Codable, Sendable {
  /// Its code in this house.
  public var sku: Code<Product>
  /// Its name.
  public var name: Name
  /// How it comes, smallest first: the first entry is one base unit.
  public var packagings: [Packaging]
  /// The weight of one base unit in grams.
  public var grams: Int
  /// The size of one base unit in millimetres.
  public var size: Dimensions
  /// What is told apart: lots, expiry dates, serial numbers.
  public var tracking: Tracking
  /// Whether it breaks easily.
  public var fragile: Bool
  /// How its pieces are taken and told apart.
  public var handling: Handling

  /// Makes a product.
  public init(
    sku: Code<Product>, name: Name, packagings: [Packaging], grams: Int, size: Dimensions,
    tracking: Tracking, fragile: Bool = false, handling: Handling = Handling()
  ) {
    self.sku = sku
    self.name = name
    self.packagings = packagings
    self.grams = grams
    self.size = size
    self.tracking = tracking
    self.fragile = fragile
    self.handling = handling
  }

  /// The base units a barcode of this product stands for, or nil when it is not one of them.
  public func units(of barcode: String) -> Int? {
    packagings.first { $0.barcodes.contains(barcode) }?.units
      ?? ((12...14).contains(barcode.utf8.count) ? units(ofGTIN: barcode) : nil)
  }
}

/// One rung of a product's unit ladder: each, inner, case.
public struct Packaging: Hashable, Codable, Sendable {
  /// The name of the unit: `each`, `inner`, `case`.
  public var unit: String
  /// How many base units it holds; 1 for the first rung.
  public var units: Int
  /// The barcodes it bears.
  public var barcodes: [String]

  /// Makes a rung.
  public init(unit: String, units: Int, barcodes: [String]) {
    self.unit = unit
    self.units = units
    self.barcodes = barcodes
  }
}

/// Length, width and height in millimetres.
public struct Dimensions: Hashable, Codable, Sendable {
  /// The longest side laid down.
  public var length: Int
  /// The other side laid down.
  public var width: Int
  /// The side that stands.
  public var height: Int

  /// Makes dimensions.
  public init(length: Int, width: Int, height: Int) {
    self.length = length
    self.width = width
    self.height = height
  }
}

/// What is told apart within a product.
public struct Tracking: Hashable, Codable, Sendable {
  /// Whether pieces belong to lots.
  public var lot: Bool
  /// Whether pieces expire.
  public var expiry: Bool
  /// Whether every piece has a serial number.
  public var serial: Bool

  /// Makes a tracking rule; nothing is told apart by default.
  public init(lot: Bool = false, expiry: Bool = false, serial: Bool = false) {
    self.lot = lot
    self.expiry = expiry
    self.serial = serial
  }
}
