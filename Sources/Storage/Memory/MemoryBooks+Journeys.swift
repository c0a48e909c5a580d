import Warehouse

extension MemoryBooks {
  func journey(of parcel: Code<Parcel>) throws -> Journey? { journeyTable[parcel] }

  func journeys(in state: Journey.Subscription, limit: Int) throws -> [Journey] {
    let due = journeyTable.rows("subscription", state).sorted {
      ($0.due, $0.parcel) < ($1.due, $1.parcel)
    }
    return Array(due.prefix(limit))
  }

  func journeyViolations() -> [Violation] {
    var found: [Violation] = []
    var missing: Set<String> = []
    for journey in journeyTable.sorted {
      if carrierTable[journey.carrier] == nil {
        missing.insert("journey refers to carrier \(journey.carrier)")
      }
      guard let parcel = parcelTable[journey.parcel]?.record else {
        missing.insert("journey refers to parcel \(journey.parcel)")
        continue
      }
      guard parcel.state == .shipped, let stage = journey.stage, stage.isFinal else { continue }
      let count = door.messages.rows("parcel", parcel.code).map(\.record).filter {
        $0.kind.rawValue == stage.rawValue && $0.waybill == journey.waybill
      }.count
      guard count != 1 else { continue }
      found.append(
        Violation(.told, "\(parcel.code) \(stage.rawValue)", expected: 1, found: count))
    }
    return found + missing.sorted().map { Violation(.reference, $0, expected: 1, found: 0) }
  }
}
