import Warehouse

/// Products that differ in variant and size only: look-alikes on the shelf.
struct ProductFamily: Sendable {
  /// What a product is, for its SKU and its zone.
  enum Category: String, Sendable {
    case food = "F"
    case drink = "D"
    case care = "C"
    case stationery = "W"
    case home = "H"
    case electronics = "E"

    /// The zone it is kept in.
    var zone: Code<Zone> {
      switch self {
      case .food, .drink: "F"
      case .care, .stationery, .home, .electronics: "G"
      }
    }
  }

  /// One size, with the weight and the outside of a piece of it.
  struct Size: Sendable {
    var zh: String
    var en: String
    var grams: Int
    var sides: Dimensions
  }

  var category: Category
  var zh: String
  var en: String
  /// Words in Chinese and English by turns: `原味/original`.
  var variants: [String]
  var sizes: [Size]
  /// Days from making to expiry; nil when it does not expire.
  var shelfLife: Int?
  /// Whether lots are told apart; they always are when it expires.
  var lot = false
  var serial = false
  /// Pieces in an inner pack; 0 when there is none.
  var inner = 0
  /// Pieces in a case.
  var outer = 24

  var tracking: Tracking {
    Tracking(lot: lot || shelfLife != nil, expiry: shelfLife != nil, serial: serial)
  }
}

extension ProductFamily.Size {
  /// How a piece is shaped: its sides in parts of each other.
  enum Shape: Sendable {
    case bag
    case bottle
    case box
    case stick

    var parts: (Int, Int, Int) {
      switch self {
      case .bag: (8, 5, 2)
      case .bottle: (2, 2, 5)
      case .box: (4, 3, 2)
      case .stick: (10, 2, 1)
      }
    }
  }

  /// Bags, boxes and tubes by net weight; `density` in grams a liter gives their outside.
  static func weights(_ shape: Shape, density: Int, _ grams: Int...) -> [Self] {
    grams.map { net in
      let gross = net + max(3, net / 20)
      let label = net < 1_000 ? "\(net)g" : "\(decimal(net))kg"
      return Self(zh: label, en: label, grams: gross, sides: sides(shape, gross, density))
    }
  }

  /// Bottles and cartons by content.
  static func volumes(_ shape: Shape, tare: Int, _ milliliters: Int...) -> [Self] {
    milliliters.map { content in
      let gross = content + tare + content / 25
      let label = content < 1_000 ? "\(content)ml" : "\(decimal(content))L"
      return Self(zh: label, en: label, grams: gross, sides: sides(shape, gross, 850))
    }
  }

  /// Packs by count of pieces that weigh `grams` each.
  static func packs(
    _ shape: Shape, of grams: Int, density: Int, _ zh: String, _ en: String, _ counts: Int...
  ) -> [Self] {
    counts.map { count in
      let gross = grams * count + 5
      return Self(
        zh: "\(count)\(zh)", en: "\(count) \(en)", grams: gross,
        sides: sides(shape, gross, density))
    }
  }

  /// Sizes by their own words, `小号/small`, with their weights.
  static func named(_ shape: Shape, density: Int, _ sizes: KeyValuePairs<String, Int>) -> [Self] {
    sizes.map { words, grams in
      let parts = words.split(separator: "/").map(String.init)
      return Self(
        zh: parts[0], en: parts[parts.count - 1], grams: grams,
        sides: sides(shape, grams, density))
    }
  }

  /// The sides of a piece, whole millimeters, from its weight and the weight of a liter of it.
  private static func sides(_ shape: Shape, _ grams: Int, _ density: Int) -> Dimensions {
    let parts = shape.parts
    let volume = grams * 1_000_000 / density
    var unit = 1
    while (unit + 1) * (unit + 1) * (unit + 1) * parts.0 * parts.1 * parts.2 <= volume { unit += 1 }
    return Dimensions(length: parts.0 * unit, width: parts.1 * unit, height: parts.2 * unit)
  }

  private static func decimal(_ thousandths: Int) -> String {
    let tenths = thousandths / 100
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
