import Warehouse

extension MemoryBooks {
  func labelledOrders() throws -> [Code<Wave>: Int] {
    var counts: [Code<Wave>: Int] = [:]
    for wave in waves.sorted where wave.state != .planned {
      let labelled = orders.rows("wave", wave.code).filter { order in
        [.packed, .shipped].contains(order.state)
          && parcelTable.rows("order", order.number).contains { parcel in
            [.closed, .shipped].contains(parcel.record.state) && isPrinted(parcel.record.code)
          }
      }.count
      if labelled > 0 { counts[wave.code] = labelled }
    }
    return counts
  }

  func notices(to badge: Code<Operator>) throws -> [Notice] {
    noticeTable.rows("to", badge).sorted { $0.number < $1.number }
  }

  func lastNotice() throws -> Int { noticeTable.rows.keys.max() ?? 0 }

  private func isPrinted(_ parcel: Code<Parcel>) -> Bool {
    var count = 1
    while let job = jobs[Code("\(parcel).\(count)")]?.record {
      if job.state == .printed { return true }
      count += 1
    }
    return false
  }
}
