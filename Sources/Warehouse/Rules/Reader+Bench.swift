extension Reader {
  /// What a bench needs to know of a parcel; which carton is proposed is the station's to say.
  func bench(_ code: Code<Parcel>) throws -> BenchView? {
    guard let parcel = try facts.parcel(code) else { return nil }
    let rules = Rules(
      facts: facts, context: Context(id: "", session: nil, at: Timestamp(milliseconds: 0)))
    let packing = try rules.packing(of: code)
    let lines = try facts.lines(of: parcel.order)
    return BenchView(
      parcel: code, rules: try facts.benchRules(), packing: packing,
      expected: try rules.expectedWeight(of: parcel, packing),
      isWhole: try rules.isWhole(parcel, packing, lines),
      pieces: try rules.contents(of: code).reduce(0) { $0 + $1.count },
      isFragile: try lines.contains { try facts.product($0.sku)?.fragile == true }, advice: nil)
  }

  /// What waits to be packed, the first to leave first; what others
  /// have on a bench, or what was left at another one, is left out.
  func queue(at bench: Code<Workstation>?) throws -> BenchQueue {
    let picked = try facts.orders(in: .picked, limit: 500)
    let begun = try facts.orders(in: .packing, limit: 500).filter { order in
      try facts.parcels(of: order.number).contains {
        $0.state == .open && ($0.workstation == bench || bench == nil)
      }
    }
    let here = try (picked + begun).filter { order in
      guard let bench else { return true }
      return try facts.totes(of: order.number).allSatisfy { $0.bench ?? bench == bench }
    }
    let waiting = here.sorted { one, other in
      (one.cutOff, other.priority, one.number) < (other.cutOff, one.priority, other.number)
    }
    return BenchQueue(
      entries: try waiting.prefix(9).map { order in
        BenchQueue.Entry(
          order: order.number, tote: try facts.totes(of: order.number).first?.code,
          cutOff: order.cutOff,
          pieces: try facts.lines(of: order.number).reduce(0) {
            $0 + $1.quantity - $1.packed - $1.short
          })
      }, count: waiting.count, utcOffset: try facts.site()?.utcOffset ?? 0)
  }
}
