import Planning
import Warehouse

/// Reads where the lines of walks are picked, and where they could be picked as well.
struct VisitReader {
  private let facts: any Facts
  private let site: Site?
  private var bins: [Code<Bin>: Bin] = [:]
  private var stock: [Code<Product>: [BinStock]] = [:]

  init(_ facts: any Facts) throws {
    self.facts = facts
    site = try facts.site()
  }

  /// A line with its bin and what may be taken instead; nil for a line promised no bin.
  ///
  /// - Parameter zone: the zone that is not to be left, where a list is one of a zone.
  mutating func visit(
    _ line: PickLine, in zone: Code<Zone>? = nil
  ) throws -> WalkPlanner.Visit? {
    guard case .bin(let code) = line.from.holder, let bin = try bins[code] ?? facts.bin(code)
    else { return nil }
    bins[code] = bin
    let known = try stock[line.from.sku] ?? facts.stock(of: line.from.sku)
    stock[line.from.sku] = known
    let product = try site.flatMap { $0.walkRules == WalkRules() ? nil : line.from.sku }
      .flatMap { try facts.product($0) }
    let promised = known.first { $0.stock.key == line.from }
    return WalkPlanner.Visit(
      line: line, bin: bin, product: product,
      others: known.filter { other in
        guard let promised, zone == nil || other.bin.zone == zone else { return false }
        return other.stock.available >= line.open
          && other.canReplace(promised, utcOffset: site?.utcOffset ?? 0)
      })
  }
}
