import Warehouse

extension SQLBooks {
  func journey(of parcel: Code<Parcel>) throws -> Journey? {
    try transaction.record(.journey, [.code(parcel)])
  }

  func journeys(in state: Journey.Subscription, limit: Int) throws -> [Journey] {
    try transaction.records(.journeysIn, [.raw(state), .int(limit)])
  }
}
