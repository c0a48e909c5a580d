public import Warehouse

/// Proposes cartons 装箱推荐: for an order the smallest carton that holds it, else as few as hold it.
public struct CartonPlanner: Sendable {
  private let cartons: [CartonType]

  /// A carton with what goes into it.
  public struct Proposal: Hashable, Sendable {
    /// The kind of carton.
    public var carton: CartonType
    /// Pieces of each product.
    public var pieces: [Code<Product>: Int]
    /// Goods and carton together, in grams.
    public var grams: Int
    /// The share of its inside that stays empty, in percent.
    public var void: Int
  }

  /// Why there is no proposal.
  public enum Trouble: Error, Hashable, Sendable {
    /// The site has no cartons.
    case noCartons
    /// No carton of the site is large or strong enough for one piece of a product.
    case tooLarge(Code<Product>)
    /// Nobody has measured a product.
    case notMeasured(Code<Product>)
  }

  /// A planner with the site's kinds of cartons.
  public init(_ cartons: [CartonType]) {
    self.cartons = cartons.sorted {
      ($0.inside.volume, $0.code.rawValue) < ($1.inside.volume, $1.code.rawValue)
    }
  }

  /// The cartons for some pieces, the fullest first.
  ///
  /// One carton where one holds everything: the smallest. Else the largest is filled, and the rest
  /// proposed anew.
  public func propose(_ items: [CartonItem]) throws(Trouble) -> [Proposal] {
    guard let largest = cartons.last else { throw .noCartons }
    for item in items {
      guard item.size.volume > 0 else { throw .notMeasured(item.sku) }
      let one = [CartonItem(one: item)]
      guard cartons.contains(where: { pack(one, into: $0)?.left.isEmpty ?? false }) else {
        throw .tooLarge(item.sku)
      }
    }
    var left = items.filter { $0.count > 0 }
    var proposals: [Proposal] = []
    while !left.isEmpty {
      if let whole = cartons.lazy.compactMap({ whole(left, in: $0) }).first {
        return proposals + [whole]
      }
      // A piece that the largest by volume cannot take, because it is long or heavy, fits another.
      let best = ([largest] + cartons.reversed()).lazy.compactMap { pack(left, into: $0) }
        .first { !$0.packed.isEmpty }
      guard let best else { throw .tooLarge(left[0].sku) }
      proposals.append(proposal(best))
      left = best.left
    }
    return proposals
  }

  /// The cartons that hold everything by themselves, the smallest first.
  public func holding(_ items: [CartonItem]) -> [CartonType] {
    cartons.filter { whole(items, in: $0) != nil }
  }

  private func whole(_ items: [CartonItem], in carton: CartonType) -> Proposal? {
    let volume = items.reduce(0) { $0 + $1.size.volume * $1.count }
    guard volume <= carton.inside.volume, let packed = pack(items, into: carton),
      packed.left.isEmpty
    else { return nil }
    return proposal(packed)
  }

  private struct Packed {
    var carton: CartonType
    var packed: [CartonItem]
    var left: [CartonItem]
  }

  /// What goes into a carton when pieces are put in by volume, by base or by their longest side.
  ///
  /// The way that leaves least volume over; nil where not a single piece goes in.
  private func pack(_ items: [CartonItem], into carton: CartonType) -> Packed? {
    let orders: [(CartonItem) -> Int] = [
      { $0.size.volume },
      { $0.size.length * $0.size.width },
      { max($0.size.length, $0.size.width, $0.size.height) },
    ]
    var best: Packed?
    var least = Int.max
    for key in orders {
      let sorted = items.sorted { (key($0), $1.sku.rawValue) > (key($1), $0.sku.rawValue) }
      let found = pack(sorted: sorted, into: carton)
      let rest = found.left.reduce(0) { $0 + $1.size.volume * $1.count }
      if rest < least { (best, least) = (found, rest) }
      if rest == 0 { break }
    }
    return best?.packed.isEmpty == false ? best : nil
  }

  private func pack(sorted items: [CartonItem], into carton: CartonType) -> Packed {
    var packing = CartonPacking(inside: carton.inside)
    var grams = carton.mostGrams ?? .max
    var packed: [CartonItem] = []
    var left: [CartonItem] = []
    for (number, item) in items.enumerated() {
      let poses = item.poses
      var put = 0
      while put < item.count, item.grams <= grams, packing.put(number, poses: poses) {
        put += 1
        grams -= item.grams
      }
      var (inside, outside) = (item, item)
      (inside.count, outside.count) = (put, item.count - put)
      if put > 0 { packed.append(inside) }
      if put < item.count { left.append(outside) }
    }
    return Packed(carton: carton, packed: packed, left: left)
  }

  private func proposal(_ packed: Packed) -> Proposal {
    let goods = packed.packed.reduce(0) { $0 + $1.size.volume * $1.count }
    let volume = packed.carton.inside.volume
    return Proposal(
      carton: packed.carton,
      pieces: Dictionary(packed.packed.map { ($0.sku, $0.count) }, uniquingKeysWith: +),
      grams: packed.carton.grams + packed.packed.reduce(0) { $0 + $1.grams * $1.count },
      void: (volume - goods) * 100 / volume)
  }
}

extension CartonItem {
  fileprivate init(one item: CartonItem) {
    self = item
    count = 1
  }
}
