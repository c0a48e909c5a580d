import Simulation
import Warehouse

/// The stock of a fixture, promised by the rules of the floor.
struct Shelves {
  private var stock: [Code<Product>: [BinStock]] = [:]

  init(_ fixture: some FixtureSource) {
    var bins: [Code<Bin>: Bin] = [:]
    for case .bin(let bin) in fixture.records(.site) { bins[bin.code] = bin }
    for case .count(let key, let quantity) in fixture.records(.stock) {
      guard case .bin(let code) = key.holder, let bin = bins[code] else { continue }
      let pieces = Stock(key: key, quantity: quantity, since: Timestamp(milliseconds: 0))
      stock[key.sku, default: []].append(BinStock(bin: bin, stock: pieces))
    }
  }

  /// Promises an order whole, or nothing.
  mutating func allocate(_ lines: [OrderLine]) -> Bool {
    let before = stock
    for line in lines {
      let chosen = choose(line.quantity, from: stock[line.sku] ?? [], today: Fixture.day)
      guard chosen.reduce(0, { $0 + $1.quantity }) == line.quantity else {
        stock = before
        return false
      }
      for (key, quantity) in chosen {
        guard let index = stock[line.sku]?.firstIndex(where: { $0.stock.key == key }) else {
          continue
        }
        stock[line.sku]?[index].stock.allocated += quantity
      }
    }
    return true
  }
}
