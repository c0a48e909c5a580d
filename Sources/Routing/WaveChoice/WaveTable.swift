/// A request laid out flat for the search: lines of orders and aisles, and who wants each SKU.
///
/// Left out is what cannot matter: orders larger than the stock of all aisles or the most units,
/// stock nobody wants, aisles with none left. Stock is cut to what all orders together want of the
/// SKU, so no sum exceeds aisles * units. Indices here are dense; `orderIndex` and `aisleIndex`
/// lead back to the request.
final class WaveTable {
  let orderIndex: [Int]
  let aisleIndex: [Int]
  let skuCount: Int
  let minUnits: Int
  let maxUnits: Int
  /// The order that has to be in the wave and cannot be supplied even by all aisles.
  let unservable: Int?

  /// The lines of each order by SKU.
  let orders: WaveRows
  /// The stock of each aisle by SKU.
  let aisles: WaveRows
  /// The orders that want each SKU.
  let wants: WaveRows
  /// The aisles that hold each SKU.
  let holds: WaveRows
  /// Units of each order.
  let units: [Int]
  /// Whether each order has to be in the wave.
  let must: [Bool]
  /// Units all orders want of SKU s.
  let demand: [Int]

  var orderCount: Int { orders.count }
  var aisleCount: Int { aisles.count }

  /// The flat form of a request.
  ///
  /// - Complexity: O(lines + stock lines) and a sort of each order and aisle.
  init(_ request: WaveRequest) {
    var held: [Int: Int] = [:]
    for aisle in request.aisles {
      for line in aisle.stock where line.quantity > 0 {
        let most = WaveRequest.mostUnits
        held[line.sku] = min(most, held[line.sku, default: 0] + min(most, line.quantity))
      }
    }
    var dense: [Int: Int32] = [:]
    var kept: [(index: Int, lines: [WaveRequest.Line])] = []
    var lacking: Int?
    var wanted: [Int] = []
    for (index, order) in request.orders.enumerated() {
      let lines = Self.merged(order.lines)
      guard lines.allSatisfy({ $0.quantity <= held[$0.sku, default: 0] }),
        order.units <= request.maxUnits
      else {
        if order.must, lacking == nil { lacking = index }
        continue
      }
      for line in lines {
        if let sku = dense[line.sku] {
          wanted[Int(sku)] += line.quantity
        } else {
          dense[line.sku] = Int32(wanted.count)
          wanted.append(line.quantity)
        }
      }
      kept.append((index, lines))
    }
    orderIndex = kept.map { $0.index }
    must = kept.map { request.orders[$0.index].must }
    units = kept.map { $0.lines.reduce(0) { $0 + $1.quantity } }
    orders = WaveRows(kept.map { $0.lines.map { (dense[$0.sku] ?? 0, $0.quantity) } })

    var stocked: [(index: Int, lines: [(Int32, Int)])] = []
    for (index, aisle) in request.aisles.enumerated() {
      let lines = Self.merged(aisle.stock).compactMap { line -> (Int32, Int)? in
        guard line.quantity > 0, let sku = dense[line.sku] else { return nil }
        return (sku, min(line.quantity, wanted[Int(sku)]))
      }
      if !lines.isEmpty { stocked.append((index, lines)) }
    }
    aisleIndex = stocked.map { $0.index }
    aisles = WaveRows(stocked.map { $0.lines })
    skuCount = wanted.count
    demand = wanted
    wants = orders.turned(columns: wanted.count)
    holds = aisles.turned(columns: wanted.count)
    unservable = lacking
    minUnits = request.minUnits
    maxUnits = request.maxUnits
  }

  /// One line for each SKU, in the order of the SKUs' numbers.
  private static func merged(_ lines: [WaveRequest.Line]) -> [WaveRequest.Line] {
    var merged: [WaveRequest.Line] = []
    for line in lines.sorted(by: { $0.sku < $1.sku }) {
      if let last = merged.indices.last, merged[last].sku == line.sku {
        let sum = min(line.quantity, WaveRequest.mostUnits) + merged[last].quantity
        merged[last].quantity = min(sum, WaveRequest.mostUnits)
      } else {
        let quantity = min(line.quantity, WaveRequest.mostUnits)
        merged.append(WaveRequest.Line(sku: line.sku, quantity: quantity))
      }
    }
    return merged
  }

  deinit {
    orders.deallocate()
    aisles.deallocate()
    wants.deallocate()
    holds.deallocate()
  }
}
