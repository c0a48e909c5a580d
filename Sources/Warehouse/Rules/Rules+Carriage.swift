extension Rules {
  /// Who carries an order's pieces: the carrier it names, or whom the tariffs choose for it.
  ///
  /// Refused when nobody does. `lines` are those verified so far; O(rules + carriers).
  ///
  /// `grams` is what the scale said; nil where nothing was weighed.
  func carriage(of order: Order, _ lines: [OrderLine], grams: Int? = nil) throws -> Carriage {
    let decision = try weighed(order, lines, grams: grams)
    let asked = try known(try facts.carrier(order.carrier), order.carrier)
    guard let decision else {
      guard asked.kind != .choice else { throw Refusal.noCarrier(order.number) }
      let reason = Name(zh: "订单指定", en: "named by the order")
      return Carriage(carrier: asked.code, name: asked.name, reason: reason, lines: [reason])
    }
    guard let chosen = decision.chosen, let carrier = try facts.carrier(chosen.carrier) else {
      throw Refusal.noCarrier(order.number)
    }
    let others = decision.candidates.dropFirst().compactMap(\.quote)
    let yuan = CarrierChoice.yuan(chosen.total)
    let reason =
      asked.kind != .choice
      ? Name(zh: "订单指定, \(yuan) 元", en: "named, \(yuan)")
      : others.isEmpty
        ? Name(zh: "唯一可用, \(yuan) 元", en: "only one, \(yuan)")
        : others[0].total == chosen.total
          ? Name(zh: "同价较快, \(yuan) 元", en: "faster, \(yuan)")
          : Name(zh: "最便宜, \(yuan) 元", en: "cheapest, \(yuan)")
    return Carriage(
      carrier: carrier.code, name: carrier.name, reason: reason,
      lines: decision.lines.map { Name(zh: $0.zh, en: $0.en) }, fen: chosen.total)
  }

  /// What the tariffs say about an order; nil where none has a word on its carrier.
  func weighed(
    _ order: Order, _ lines: [OrderLine], grams: Int? = nil
  ) throws -> CarrierChoice.Decision? {
    guard let choice = try facts.carrierChoice(), let asked = try facts.carrier(order.carrier)
    else { return nil }
    let terms = choice.book.terms
    guard asked.kind == .choice || terms.contains(where: { $0.carrier == asked.code }) else {
      return nil
    }
    var used: [Code<Carrier>: Int] = [:]
    var spent: Set<Code<Carrier>> = []
    let site = try facts.site()
    let today = try today()
    for term in terms {
      if term.quota != nil {
        let midnight = Timestamp(today, minutes: 0, utcOffset: site?.utcOffset ?? 0)
        used[term.carrier] = try facts.waybillsGiven(term.carrier, since: midnight)
      }
      guard let carrier = try facts.carrier(term.carrier) else {
        spent.insert(term.carrier)
        continue
      }
      // An order that insists on a carrier without numbers is told so by name when it is closed.
      guard carrier.kind == .range, carrier.code != asked.code else { continue }
      let left = try facts.numberRange(of: carrier.code).map(Pool.left) ?? 0
      if left == 0 { spent.insert(carrier.code) }
    }
    let consignment = try consignment(
      order, lines, grams, to: Region(facts.receiver(of: order.number)?.region ?? ""),
      from: Region(site?.sender?.region ?? ""), on: today,
      designated: asked.kind == .choice ? nil : asked.code)
    return choice.choose(consignment, used: used, spent: spent)
  }

  /// An order as far as its price is concerned: its pieces in the smallest carton that has room.
  private func consignment(
    _ order: Order, _ lines: [OrderLine], _ weighed: Int?, to: Region, from: Region,
    on day: Day, designated: Code<Carrier>?
  ) throws -> Consignment {
    var grams = 0
    var volume = 0
    for line in lines {
      guard let product = try facts.product(line.sku) else { continue }
      // Before anything is verified, all of it is meant.
      let units = lines.allSatisfy { $0.packed == 0 } ? line.quantity - line.short : line.packed
      grams += units * product.grams
      volume += units * product.size.length * product.size.width * product.size.height
    }
    let carton = try smallestCarton(grams: grams, volume: volume)
    let inside = carton?.inside ?? Dimensions(length: 0, width: 0, height: 0)
    return Consignment(
      from: from, to: to, grams: weighed ?? grams + (carton?.grams ?? 0),
      sides: (inside.length, inside.width, inside.height), codFen: order.codFen,
      channel: order.channel,
      designated: designated, day: day)
  }

  /// The smallest carton with room for so much that carries so many grams.
  func smallestCarton(grams: Int, volume: Int) throws -> CartonType? {
    try facts.cartons()
      .filter { $0.volume >= volume && grams <= $0.mostGrams ?? .max }
      .min { ($0.volume, $0.code) < ($1.volume, $1.code) }
  }

  /// The site's tariffs are replaced.
  func adoptTariffs(_ document: TariffDocument) throws -> Decision {
    if context.session != nil { _ = try session(.supervisor) }
    for terms in document.carriers {
      let carrier = try known(try facts.carrier(terms.carrier), terms.carrier)
      guard carrier.kind != .choice else { throw Refusal.senseless(carrier.code.rawValue) }
    }
    return .done([.tariffs(document)])
  }

  /// An order goes with another carrier than it named, as long as it has no waybill.
  func setCarrier(_ number: Code<Order>, _ code: Code<Carrier>) throws -> Decision {
    if context.session != nil { _ = try session(.supervisor) }
    var order = try known(try facts.order(number), number)
    _ = try known(try facts.carrier(code), code)
    switch order.state {
    case .packed, .cancelled, .shipped: throw Refusal.orderIs(number, order.state)
    case .new, .backorder, .allocated, .planned, .picking, .picked, .packing, .held: break
    }
    for parcel in try facts.parcels(of: number) where parcel.state == .waiting {
      throw Refusal.parcelIs(parcel.code, parcel.state)
    }
    order.carrier = code
    return .done([.order(order)])
  }
}

extension CartonType {
  /// Its room in cubic millimetres.
  var volume: Int { inside.length * inside.width * inside.height }
}
