import Warehouse

extension MemoryBooks {
  func waybillJob(_ code: Code<WaybillJob>) throws -> WaybillJob? { waybillTable[code] }

  func waybillJobs(of parcel: Code<Parcel>) throws -> [WaybillJob] {
    waybillTable.rows("parcel", parcel).sorted { $0.revision < $1.revision }
  }

  func waybillJobs(in state: WaybillJob.State, limit: Int) throws -> [WaybillJob] {
    let due = waybillTable.rows("state", state).sorted { ($0.due, $0.code) < ($1.due, $1.code) }
    return Array(due.prefix(limit))
  }

  func waybillsGiven(_ carrier: Code<Carrier>, since: Timestamp) throws -> Int {
    waybillTable.rows("carrier", carrier).filter { $0.queued >= since && $0.isLive }.count
  }

  func carrierChoice() throws -> CarrierChoice? { tariffTable["site"] }

  func waybillViolations() -> [Violation] {
    var found: [Violation] = []
    let live = waybillTable.rows.values.filter(\.isLive).map(\.parcel.rawValue)
    found += repeated(live).map { Violation(.liveWaybill, $0, expected: 1, found: $1) }
    for parcel in parcelTable.sorted.map(\.record) {
      let jobs = waybillTable.rows("parcel", parcel.code)
      if parcel.state == .closed,
        !jobs.contains(where: {
          $0.number == parcel.waybill && $0.number != nil && $0.aim == .number && $0.state == .done
        })
      {
        found.append(Violation(.liveWaybill, parcel.code.rawValue, expected: 1, found: 0))
      }
      if parcel.state == .waiting, !jobs.contains(where: { $0.state != .done }) {
        found.append(Violation(.waiting, parcel.code.rawValue, expected: 1, found: 0))
      }
    }
    for job in waybillTable.rows.values.sorted(by: { $0.parcel < $1.parcel }) {
      guard job.state == .joined, let lead = job.lead else { continue }
      let calls = waybillTable.rows("parcel", lead)
      if !calls.contains(where: { $0.state != .done && $0.lead == nil }) {
        found.append(Violation(.waiting, job.parcel.rawValue, expected: 1, found: 0))
      }
    }
    var missing: Set<String> = []
    for job in waybillTable.rows.values {
      if parcelTable[job.parcel] == nil {
        missing.insert("waybill_job refers to parcel \(job.parcel)")
      }
      if carrierTable[job.carrier] == nil {
        missing.insert("waybill_job refers to carrier \(job.carrier)")
      }
    }
    return found + missing.sorted().map { Violation(.reference, $0, expected: 1, found: 0) }
  }
}
