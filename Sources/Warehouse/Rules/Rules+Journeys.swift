extension Rules {
  /// Somebody asks a carrier to tell of a parcel by itself, until a lease runs out.
  ///
  /// Asking twice does no harm: whoever takes a claim over that ran out asks again.
  func claimJourney(
    _ code: Code<Parcel>, _ claimant: String, _ until: Timestamp
  ) throws -> Decision {
    var journey = try known(try facts.journey(of: code), code)
    let isFree =
      switch journey.subscription {
      case .wanted: journey.due <= context.at
      case .claimed: journey.lease.map { $0 <= context.at } ?? true
      case .done, .refused: false
      }
    guard isFree else { throw Refusal.inUse(code.rawValue) }
    journey.subscription = .claimed
    journey.claimant = claimant
    journey.lease = until
    journey.calls += 1
    return .done([.journey(journey)])
  }

  /// What the carrier said.
  func reportJourney(
    _ code: Code<Parcel>, _ claimant: String, _ result: SubscriptionResult
  ) throws -> Decision {
    var journey = try known(try facts.journey(of: code), code)
    guard journey.subscription == .claimed, journey.claimant == claimant else {
      throw Refusal.inUse(code.rawValue)
    }
    journey.lease = nil
    switch result {
    case .done:
      journey.subscription = .done
      journey.trouble = Name(zh: "", en: "")
    case .refused(let trouble):
      journey.subscription = .refused
      journey.trouble = trouble
    case .again(let at, let trouble):
      journey.subscription = .wanted
      journey.due = at
      journey.trouble = trouble
    }
    return .done([.journey(journey)])
  }

  /// A carrier tells where a parcel is, perhaps once more, perhaps late.
  ///
  /// When it is delivered or has come back, the platform is told, once.
  func tracked(_ waybill: String, _ news: Journey.News) throws -> Decision {
    let parcel = try known(try facts.parcel(waybill: waybill), waybill)
    guard parcel.state == .closed || parcel.state == .shipped else {
      throw Refusal.parcelIs(parcel.code, parcel.state)
    }
    var journey =
      try facts.journey(of: parcel.code)
      ?? Journey(
        parcel: parcel.code, carrier: parcel.carrier, waybill: waybill, subscription: .done,
        due: context.at)
    let before = journey
    _ = journey.merge(news)
    guard journey != before else { return .done([]) }
    return .done([.journey(journey)] + (try told(journey, of: parcel)))
  }

  /// What starts with the handover: carriers that are asked for numbers are asked for news, too.
  func setOut(_ parcel: Parcel, _ waybill: String) throws -> [Change] {
    if let journey = try facts.journey(of: parcel.code), journey.waybill == waybill {
      return try told(journey, of: parcel)
    }
    guard try facts.carrier(parcel.carrier)?.kind == .kdniao else { return [] }
    return [
      .journey(
        Journey(
          parcel: parcel.code, carrier: parcel.carrier, waybill: waybill, due: context.at))
    ]
  }

  /// The message of the end of a journey, unless it is queued already.
  private func told(_ journey: Journey, of parcel: Parcel) throws -> [Change] {
    let kind: OutboxMessage.Kind
    switch journey.stage {
    case .delivered: kind = .delivered
    case .returned: kind = .returned
    case .collected, .inTransit, .delivering, .problem, nil: return []
    }
    guard parcel.state == .shipped, let order = try facts.order(parcel.order) else { return [] }
    var message = OutboxMessage(
      kind, of: parcel, channel: order.channel, waybill: journey.waybill, at: context.at)
    guard try facts.message(message.key) == nil else { return [] }
    message.shipped = try facts.manifest(of: parcel.code)?.signed ?? context.at
    return [.message(message)]
  }
}
