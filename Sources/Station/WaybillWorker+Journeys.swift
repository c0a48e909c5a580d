import Carriers
import Storage
import Warehouse

/// Carriers are asked to tell of parcels that were handed over; what they tell comes in as pushes
/// (``TrackReceiver``).
extension WaybillWorker {
  /// Asks for what is due; how many carriers agreed.
  func subscribe() throws -> Int {
    let at = now()
    let due = try store.read { facts in
      try facts.journeys(in: .wanted, limit: 50).filter { $0.due <= at }
        + facts.journeys(in: .claimed, limit: 50).filter { ($0.lease ?? at) <= at }
    }
    var agreed = 0
    for journey in due where try subscribe(journey) { agreed += 1 }
    return agreed
  }

  private func subscribe(_ journey: Journey) throws -> Bool {
    let (record, query) = try store.read { facts in
      let parcel = try facts.parcel(journey.parcel)
      let receiver = try parcel.flatMap { try facts.receiver(of: $0.order) }
      let own = try facts.waybillJobs(of: journey.parcel).last
      let asked = try own.flatMap { try facts.family(of: $0).first }
      return (
        try facts.carrier(journey.carrier),
        TraceQuery(
          carrier: journey.carrier, number: journey.waybill,
          order: OrderCode(
            parcel: asked?.parcel ?? journey.parcel, revision: asked?.revision ?? 1),
          phoneTail: receiver.map { ContactParty($0).phoneTail } ?? "")
      )
    }
    guard let carrier = record.flatMap(connections) else { return false }
    let until = now().adding(milliseconds: Self.lease)
    let claim = Command.claimJourney(parcel: journey.parcel, by: claimant, until: until)
    guard case .done = try commit(claim) else { return false }
    let result: SubscriptionResult
    do throws(CarrierTrouble) {
      switch try carrier.subscribe(query) {
      case .done: result = .done
      case .refused(let refusal):
        log("journey of \(journey.parcel): \(refusal.kind.rawValue) \(refusal.code)")
        result = .refused(refusal.short)
      }
    } catch {
      log("journey of \(journey.parcel): \(error.what)")
      switch retries.next(after: error, attempt: journey.calls + 1, now: now(), draw: draw) {
      case .again(let at): result = .again(at: at, Self.silent)
      case .finished, .person, .look: result = .refused(Self.silent)
      }
    }
    _ = try commit(.reportJourney(parcel: journey.parcel, by: claimant, result))
    return result == .done
  }
}
