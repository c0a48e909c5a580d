import Planning
import Warehouse

/// What is left of a pick list, kept until the journal says that it changed.
struct ListSummary: Sendable {
  let list: PickList
  /// Pieces picked or to be picked of each order.
  let orders: [(order: Code<Order>, pieces: Int)]
  let acts: Int
  let pieces: Int
  let metres: Double
  /// Lines that came in after the walk was planned.
  let unwalked: Int
  /// The highest priority of an order it is picked for.
  let priority: Int

  init(_ list: PickList, _ lines: [PickLine], priority: Int) {
    self.list = list
    self.priority = priority
    var orders: [Code<Order>: Int] = [:]
    var stops: Set<String> = []
    var pieces = 0
    var reached = 0
    for line in lines {
      let wanted = line.picked + line.open
      if wanted > 0 { orders[line.order, default: 0] += wanted }
      if line.open > 0 {
        stops.insert("\(line.slot) \(line.from.holder) \(line.from.sku) \(line.from.lot)")
        pieces += line.open
      } else if line.sequence > list.walk.after {
        reached = max(reached, line.reached)
      }
    }
    self.orders = orders.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    acts = stops.count
    self.pieces = pieces
    unwalked = lines.unwalked
    metres = Double(max(0, list.walk.length - reached)) / 1000
  }

  /// The work that is left where a stop off the walk makes it so many metres longer.
  func work(wave: Int?, badge: Code<Operator>?, detour: Double) -> FloorWork.ListWork {
    FloorWork.ListWork(
      code: list.code, wave: wave, badge: badge, metres: metres + Double(unwalked) * detour,
      acts: acts, pieces: pieces,
      binds: list.slots.filter { $0.tote == nil }.count, after: list.after,
      way: list.way, zone: list.zone, orders: orders)
  }
}
