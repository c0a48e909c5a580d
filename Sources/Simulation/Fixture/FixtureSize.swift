/// How much there is in a made-up warehouse.
public struct FixtureSize: Hashable, Sendable {
  /// Parallel aisles.
  public var aisles: Int
  /// Blocks between cross-aisles.
  public var blocks: Int
  /// Bays on each side of an aisle in each block.
  public var bays: Int
  /// Levels of pick faces; reserve bins are above every fifth bay on the left.
  public var levels: Int
  /// Pick faces; the last ones are left out when the floor has room for more.
  public var pickFaces: Int
  /// Products.
  public var products: Int
  /// Stock records.
  public var stock: Int
  /// Orders.
  public var orders: Int
  /// People.
  public var people: Int
  /// Carts.
  public var carts: Int
  /// Totes.
  public var totes: Int

  /// The warehouse of the demo and the drills: 10 aisles in two blocks.
  public static let demo = FixtureSize(
    aisles: 10, blocks: 2, bays: 15, levels: 2, pickFaces: 1_200, products: 600, stock: 1_150,
    orders: 300, people: 6, carts: 4, totes: 120)

  /// A warehouse to measure with, as square as bays of four levels allow.
  ///
  /// - Parameters:
  ///   - bins: pick faces; reserve bins come on top.
  ///   - products: at most 99,999.
  ///   - stock: stock records; each product has at least one.
  ///   - orders: at most 29,997, so that their numbers keep to 12 characters.
  public static func large(
    bins: Int = 100_000, products: Int = 50_000, stock: Int = 200_000, orders: Int = 20_000
  ) -> FixtureSize {
    let bays = 25
    let levels = 4
    let perCell = bays * levels * 2
    let cells = max(4, (bins + perCell - 1) / perCell)
    let blocks = (2...8).last { $0 * $0 * 8 <= cells } ?? 2
    return FixtureSize(
      aisles: max(2, (cells + blocks - 1) / blocks), blocks: blocks, bays: bays, levels: levels,
      pickFaces: bins, products: products, stock: stock, orders: orders, people: 60, carts: 40,
      totes: 1_200)
  }
}
