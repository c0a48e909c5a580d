public import Warehouse

/// Promises stock to orders one after another: whole orders, first expired first out, pick faces
/// before reserve among equal dates, then first in first out, never more than is available.
///
/// It works on facts passed in and remembers what it promised, so that a run over many orders
/// never promises a piece twice. The rules check each promise again when it is committed.
public struct Allocator {
  private var stock: [Code<Product>: [BinStock]] = [:]
  private let today: Day

  /// Makes an allocator; goods that expire `today` or earlier are never promised.
  public init(today: Day) {
    self.today = today
  }

  /// Promises an order's lines, or says what is missing.
  ///
  /// - Parameters:
  ///   - order: the order.
  ///   - lines: its lines.
  ///   - load: reads the stock of a product, asked once a product.
  public mutating func allocate(
    _ order: Code<Order>, _ lines: [OrderLine],
    loading load: (Code<Product>) throws -> [BinStock]
  ) rethrows -> OrderAllocation {
    var parts: [OrderAllocation.Part] = []
    var missing: [String] = []
    let before = stock
    for line in lines {
      let known = try stock[line.sku] ?? load(line.sku)
      stock[line.sku] = known
      let chosen = choose(line.quantity, from: known, today: today)
      let found = chosen.reduce(0) { $0 + $1.quantity }
      if found < line.quantity { missing.append("\(line.sku) x\(line.quantity - found)") }
      for choice in chosen {
        parts.append(.init(line: line.number, from: choice.key, quantity: choice.quantity))
        take(choice.quantity, of: choice.key)
      }
    }
    guard missing.isEmpty else {
      // Pieces of an order that cannot be filled whole stay free for the next one.
      stock.merge(before) { _, earlier in earlier }
      return OrderAllocation(
        order: order, parts: [], missing: missing.joined(separator: ", "))
    }
    return OrderAllocation(order: order, parts: parts)
  }

  private mutating func take(_ quantity: Int, of key: StockKey) {
    guard let index = stock[key.sku]?.firstIndex(where: { $0.stock.key == key }) else { return }
    stock[key.sku]?[index].stock.allocated += quantity
  }
}
