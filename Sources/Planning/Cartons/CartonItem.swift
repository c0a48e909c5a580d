public import Warehouse

/// Pieces of one product that go into a carton.
public struct CartonItem: Hashable, Sendable {
  /// The product.
  public var sku: Code<Product>
  /// The outside of one piece in millimetres.
  public var size: Dimensions
  /// The weight of one piece in grams.
  public var grams: Int
  /// How many pieces; 1 or more.
  public var count: Int
  /// Which way round it may lie.
  public var orientation: Orientation

  /// Makes an item.
  public init(
    sku: Code<Product>, size: Dimensions, grams: Int, count: Int,
    orientation: Orientation = .any
  ) {
    self.sku = sku
    self.size = size
    self.grams = grams
    self.count = count
    self.orientation = orientation
  }

  /// Makes an item of pieces of a product, as its record says.
  public init(_ product: Product, count: Int) {
    self.init(
      sku: product.sku, size: product.size, grams: product.grams, count: count,
      orientation: product.handling.orientation ?? .any)
  }

  /// The ways a piece may lie, each once: lengths along the carton's length, width and height.
  var poses: [Dimensions] {
    let (a, b, c) = (size.length, size.width, size.height)
    let flat = [
      Dimensions(length: a, width: b, height: c), Dimensions(length: b, width: a, height: c),
    ]
    let poses =
      flat + [
        Dimensions(length: a, width: c, height: b), Dimensions(length: c, width: a, height: b),
        Dimensions(length: b, width: c, height: a), Dimensions(length: c, width: b, height: a),
      ]
    switch orientation {
    case .any: return unique(poses)
    case .upright: return unique(flat)
    case .flat:
      let least = min(a, b, c)
      return unique(poses.filter { $0.height == least })
    }
  }

  private func unique(_ poses: [Dimensions]) -> [Dimensions] {
    var seen: Set<Dimensions> = []
    return poses.filter { seen.insert($0).inserted }
  }
}

extension Dimensions {
  /// Length times width times height, in cubic millimetres.
  var volume: Int { length * width * height }
}
