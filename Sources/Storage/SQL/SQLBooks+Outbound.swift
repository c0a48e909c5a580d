import Warehouse

extension SQLBooks {
  func order(_ number: Code<Order>) throws -> Order? {
    try transaction.record(.order, [.code(number)])
  }

  func lines(of order: Code<Order>) throws -> [OrderLine] {
    try transaction.records(.lines, [.code(order)])
  }

  func receiver(of order: Code<Order>) throws -> Receiver? {
    guard var row = try transaction.row(.receiver, [.code(order)]) else { return nil }
    return try Receiver(&row)
  }

  func orders(in state: Order.State, limit: Int) throws -> [Order] {
    try transaction.records(.ordersIn, [.raw(state), .int(limit)])
  }

  func orderCounts() throws -> [Order.State: Int] {
    var counts: [Order.State: Int] = [:]
    for var row in try transaction.rows(.orderCounts, []) {
      counts[try row.raw()] = try row.int()
    }
    return counts
  }

  func openOrders(of wave: Code<Wave>) throws -> Int {
    try transaction.figure(.openOrders, [.code(wave)])
  }

  func wave(_ code: Code<Wave>) throws -> Wave? { try transaction.record(.wave, [.code(code)]) }

  func waveProgress() throws -> [WaveProgress] {
    try transaction.rows(.waveProgress, []).map { row in
      var row = row
      return try WaveProgress(&row)
    }
  }

  func list(_ code: Code<PickList>) throws -> PickList? {
    try PickList.lists(transaction.rows(.list, [.code(code)])).first
  }

  func lists(of wave: Code<Wave>) throws -> [PickList] {
    try PickList.lists(transaction.rows(.listsOf, [.code(wave)]))
  }

  func lists(in state: PickList.State) throws -> [PickList] {
    try PickList.lists(transaction.rows(.listsIn, [.raw(state)]))
  }

  func pickLine(_ code: Code<PickLine>) throws -> PickLine? {
    try transaction.record(.pickLine, [.code(code)])
  }

  func pickLines(of list: Code<PickList>) throws -> [PickLine] {
    try transaction.records(.linesOfList, [.code(list)])
  }

  func pickLines(of order: Code<Order>) throws -> [PickLine] {
    try transaction.records(.linesOfOrder, [.code(order)])
  }

  func parcel(_ code: Code<Parcel>) throws -> Parcel? {
    try transaction.record(.parcel, [.code(code)])
  }

  func parcel(waybill: String) throws -> Parcel? {
    try transaction.record(.parcelOfWaybill, [.text(waybill)])
  }

  func parcels(of order: Code<Order>) throws -> [Parcel] {
    try transaction.records(.parcelsOfOrder, [.code(order)])
  }

  func printJob(_ code: Code<PrintJob>) throws -> PrintJob? {
    try transaction.record(.printJob, [.code(code)])
  }

  func printJobs(in state: PrintJob.State, limit: Int) throws -> [PrintJob] {
    try transaction.records(.printJobsIn, [.raw(state), .int(limit)])
  }
}
