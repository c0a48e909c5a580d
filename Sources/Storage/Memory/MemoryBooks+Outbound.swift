import Warehouse

extension MemoryBooks {
  func order(_ number: Code<Order>) throws -> Order? { orders[number] }
  func lines(of order: Code<Order>) throws -> [OrderLine] { orderLines.rows("order", order) }
  func receiver(of order: Code<Order>) throws -> Receiver? { receivers[order] }

  func orders(in state: Order.State, limit: Int) throws -> [Order] {
    let urgent = orders.rows("state", state).sorted { one, other in
      if one.priority != other.priority { return one.priority > other.priority }
      if one.cutOff != other.cutOff { return one.cutOff < other.cutOff }
      return one.number < other.number
    }
    return Array(urgent.prefix(limit))
  }

  func orderCounts() throws -> [Order.State: Int] {
    var counts: [Order.State: Int] = [:]
    for state in Order.State.allCases {
      let count = orders.count("state", state)
      if count > 0 { counts[state] = count }
    }
    return counts
  }

  func openOrders(of wave: Code<Wave>) throws -> Int {
    orders.rows("wave", wave).filter { order in
      switch order.state {
      case .packed, .held, .cancelled, .shipped: false
      case .new, .backorder, .allocated, .planned, .picking, .picked, .packing: true
      }
    }.count
  }

  func wave(_ code: Code<Wave>) throws -> Wave? { waves[code] }

  func waveProgress() throws -> [WaveProgress] {
    let urgent = waves.sorted.sorted { one, other in
      (other.priority, one.cutOff, one.code) < (one.priority, other.cutOff, other.code)
    }
    return urgent.map { wave in
      let orders = orders.rows("wave", wave.code)
      let lists = lists.rows("wave", wave.code)
      let lines = lists.flatMap { pickLineTable.rows("list", $0.code) }
        .filter { $0.state != .released }
      return WaveProgress(
        wave: wave, orders: orders.count,
        packed: orders.filter { $0.state == .packed || $0.state == .shipped }.count,
        held: orders.filter { $0.state == .held }.count, lists: lists.count,
        waiting: lists.filter { $0.state == .planned || $0.state == .released }.count,
        lines: lines.count, open: lines.filter { $0.state == .open }.count,
        short: lines.filter { $0.state == .short }.count,
        pickers: Set(lists.filter { $0.state == .picking }.compactMap(\.badge)).count,
        caged: Set(
          orders.filter { order in
            parcelTable.rows("order", order.number).contains {
              door.caged[$0.record.code] != nil
            }
          }.map(\.number)
        ).count,
        shipped: orders.filter { $0.state == .shipped }.count)
    }
  }

  func list(_ code: Code<PickList>) throws -> PickList? { lists[code] }
  func lists(of wave: Code<Wave>) throws -> [PickList] { lists.rows("wave", wave) }

  func lists(in state: PickList.State) throws -> [PickList] {
    lists.rows("state", state)
      .compactMap { list in waves[list.wave].map { (wave: $0, list: list) } }
      .sorted { one, other in
        (other.wave.priority, one.wave.cutOff, one.list.code)
          < (one.wave.priority, other.wave.cutOff, other.list.code)
      }
      .map(\.list)
  }

  func pickLine(_ code: Code<PickLine>) throws -> PickLine? { pickLineTable[code] }

  func pickLines(of list: Code<PickList>) throws -> [PickLine] {
    pickLineTable.rows("list", list)
      .sorted { ($0.sequence, $0.code) < ($1.sequence, $1.code) }
  }

  func pickLines(of order: Code<Order>) throws -> [PickLine] {
    pickLineTable.rows("order", order)
  }

  func parcel(_ code: Code<Parcel>) throws -> Parcel? { parcelTable[code]?.record }

  func parcel(waybill: String) throws -> Parcel? {
    parcelTable.rows("waybill", waybill).first?.record
  }

  func parcels(of order: Code<Order>) throws -> [Parcel] {
    parcelTable.rows("order", order).map(\.record)
  }

  func printJob(_ code: Code<PrintJob>) throws -> PrintJob? { jobs[code]?.record }

  func printJobs(in state: PrintJob.State, limit: Int) throws -> [PrintJob] {
    let oldest = jobs.rows("state", state).map(\.record)
      .sorted { ($0.queued, $0.code) < ($1.queued, $1.code) }
    return Array(oldest.prefix(limit))
  }
}
