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
  /// Whether its height has to stay its height.
  public var staysUpright: Bool

  /// Makes an item.
  public init(
    sku: Code<Product>, size: Dimensions, grams: Int, count: Int, staysUpright: Bool = false
  ) {
    self.sku = sku
    self.size = size
    self.grams = grams
    self.count = count
    self.staysUpright = staysUpright
  }

  /// The ways a piece may lie, each once: lengths along the carton's length, width and height.
  var poses: [Dimensions] {
    let (a, b, c) = (size.length, size.width, size.height)
    let flat = [
      Dimensions(length: a, width: b, height: c), Dimensions(length: b, width: a, height: c),
    ]
    guard !staysUpright else { return unique(flat) }
    return unique(
      flat + [
        Dimensions(length: a, width: c, height: b), Dimensions(length: c, width: a, height: b),
        Dimensions(length: b, width: c, height: a), Dimensions(length: c, width: b, height: a),
      ])
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
