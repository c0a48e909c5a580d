extension Facts {
  /// What a parcel weighs, in grams: what it is known to weigh, else what its pieces do.
  func weight(of parcel: Parcel) throws -> Int {
    if parcel.grams > 0 { return parcel.grams }
    return try stock(in: .parcel(parcel.code)).reduce(0) { sum, stock in
      sum + stock.quantity * (try product(stock.key.sku)?.grams ?? 0)
    }
  }

  /// The carrier's parcels that are labelled and not among those that go, of orders whose truck
  /// leaves at a moment or left before, in the order of their codes.
  func late(
    _ carrier: Code<Carrier>, without going: Set<Code<Parcel>>, until: Timestamp,
    on manifest: Code<Manifest>
  ) throws -> [ManifestLine] {
    try parcels(of: carrier, in: .closed).filter { !going.contains($0.code) }.compactMap { parcel in
      guard let order = try order(parcel.order), !order.isStopped, order.cutOff <= until else {
        return nil
      }
      return ManifestLine(
        manifest: manifest, parcel: parcel.code, part: .left, order: parcel.order,
        waybill: parcel.waybill ?? "", grams: try weight(of: parcel),
        cage: try caged(parcel.code)?.cage)
    }
  }

  /// The last cut-off of the orders of some parcels in cages; nil when there are none.
  func lastCutOff(of going: [CagedParcel]) throws -> Timestamp? {
    var last: Timestamp?
    for entry in going {
      guard let parcel = try parcel(entry.parcel), let order = try order(parcel.order) else {
        continue
      }
      last = max(last ?? order.cutOff, order.cutOff)
    }
    return last
  }
}

extension Order {
  /// Whether nothing of it may leave the house.
  var isStopped: Bool { state == .held || state == .cancelled }
}
