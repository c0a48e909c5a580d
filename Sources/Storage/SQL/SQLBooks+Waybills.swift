import Synchronization
import Warehouse

extension SQLBooks {
  func waybillJob(_ code: Code<WaybillJob>) throws -> WaybillJob? {
    try transaction.record(.waybillJob, [.code(code)])
  }

  func waybillJobs(of parcel: Code<Parcel>) throws -> [WaybillJob] {
    try transaction.records(.waybillJobsOf, [.code(parcel)])
  }

  func waybillJobs(in state: WaybillJob.State, limit: Int) throws -> [WaybillJob] {
    try transaction.records(.waybillJobsIn, [.raw(state), .int(limit)])
  }

  func waybillsGiven(_ carrier: Code<Carrier>, since: Timestamp) throws -> Int {
    try transaction.figure(.waybillsGiven, [.code(carrier), .time(since)])
  }

  func carrierChoice() throws -> CarrierChoice? {
    guard var row = try transaction.row(.tariffs, []) else { return nil }
    let text = try row.text()
    return try Prepared.choice.withLock { prepared in
      if let prepared, prepared.text == text { return prepared.choice }
      let choice = CarrierChoice(try JournalFormat.value(TariffDocument.self, from: text))
      prepared = Prepared(text: text, choice: choice)
      return choice
    }
  }
}

/// Tariffs made ready once for the many parcels they are asked for: a memory of a pure function.
private struct Prepared: Sendable {
  static let choice = Mutex<Prepared?>(nil)

  let text: String
  let choice: CarrierChoice
}
