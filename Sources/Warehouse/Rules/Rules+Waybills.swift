extension Rules {
  /// Somebody asks a carrier for or about a waybill until a lease runs out.
  ///
  /// A claim that ran out may be taken by anybody: the same call under the same code follows, so
  /// that nothing is bought twice.
  func claimWaybill(
    _ code: Code<WaybillJob>, _ claimant: String, _ until: Timestamp
  ) throws -> Decision {
    var job = try known(try facts.waybillJob(code), code)
    switch job.state {
    case .queued:
      guard job.due <= context.at else { throw Refusal.waybillIs(job.parcel, job.state) }
    case .claimed:
      guard let lease = job.lease, lease <= context.at else {
        throw Refusal.waybillIs(job.parcel, job.state)
      }
    case .done, .stuck: throw Refusal.waybillIs(job.parcel, job.state)
    }
    job.state = .claimed
    job.claimant = claimant
    job.lease = until
    job.calls += 1
    return .done([.waybillJob(job)])
  }

  /// A parcel gets the number its carrier gave: it is closed, and its label is queued.
  ///
  /// When the number is no longer wanted it is only written down, and given up next.
  func adoptWaybill(
    _ code: Code<WaybillJob>, _ claimant: String, _ number: String, _ routing: WaybillJob.Routing
  ) throws -> Decision {
    var job = try claimed(code, claimant)
    guard !number.isEmpty else { throw Refusal.senseless("waybill") }
    if let other = try facts.parcel(waybill: number), other.code != job.parcel {
      throw Refusal.codeTaken(number)
    }
    job.number = number
    job.routing = routing
    job.lease = nil
    job.trouble = Name(zh: "", en: "")
    guard job.aim == .number else {
      job.state = .queued
      job.due = context.at
      return .done([.waybillJob(job)])
    }
    job.state = .done
    var parcel = try known(try facts.parcel(job.parcel), job.parcel)
    var order = try known(try facts.order(parcel.order), parcel.order)
    parcel.state = .closed
    parcel.waybill = number
    parcel.closed = context.at
    if try isLast(parcel.code, of: order.number) { order.state = .packed }
    let changes: [Change] =
      [.waybillJob(job), .parcel(parcel), .order(order), try label(of: parcel)]
    return .done(changes + (order.state == .packed ? try closing(order.wave, changes) : []))
  }

  /// What became of a call that gave no number.
  ///
  /// `aim` is what the carrier was asked for: when another is wanted by now, that is asked next.
  func reportWaybill(
    _ code: Code<WaybillJob>, _ claimant: String, _ aim: WaybillJob.Aim, _ result: WaybillResult
  ) throws -> Decision {
    var job = try claimed(code, claimant)
    job.lease = nil
    guard aim == job.aim else {
      job.state = .queued
      job.due = context.at
      return .done([.waybillJob(job)])
    }
    switch result {
    case .again(let at, let trouble):
      job.state = .queued
      job.due = at
      job.trouble = trouble
      return .done([.waybillJob(job)])
    case .refused(let trouble), .look(let trouble):
      job.state = .stuck
      job.trouble = trouble
      return .done(try kept(job))
    case .voided: return .done(try givenUp(job))
    }
  }

  /// A person mended what kept a carrier: it is asked again, under the same code.
  func retryWaybill(_ code: Code<Parcel>) throws -> Decision {
    if context.session != nil { _ = try session() }
    _ = try known(try facts.parcel(code), code)
    guard var job = try facts.waybillJobs(of: code).last else {
      throw Refusal.unknown(code.rawValue)
    }
    guard job.state == .stuck else { throw Refusal.waybillIs(code, job.state) }
    job.state = .queued
    job.due = context.at
    return .done([.waybillJob(job)])
  }

  /// A parcel's waybill is given up 作废; once that is confirmed, its bench goes on with it.
  func voidWaybill(_ code: Code<Parcel>, _ reason: String) throws -> Decision {
    if context.session != nil { _ = try session(.supervisor) }
    guard !reason.isEmpty else { throw Refusal.senseless("reason") }
    var parcel = try known(try facts.parcel(code), code)
    guard parcel.state == .closed || parcel.state == .waiting else {
      throw Refusal.parcelIs(code, parcel.state)
    }
    guard let job = try facts.waybillJobs(of: code).last, job.isLive else {
      throw Refusal.unknown(code.rawValue)
    }
    guard job.aim == .number || job.state == .stuck else {
      throw Refusal.waybillIs(code, job.state)
    }
    var order = try known(try facts.order(parcel.order), parcel.order)
    parcel.state = .waiting
    order.state = .packing
    let changes: [Change] = [.parcel(parcel), .order(order)]
    return .done(changes + (try givingUp(job, parcel, reason)))
  }

  /// A parcel whose pieces are all verified is closed without a scan: its waybill was given up.
  func closeParcel(_ code: Code<Parcel>) throws -> Decision {
    let parcel = try ownParcel(code)
    let lines = try facts.lines(of: parcel.order)
    let inside = try facts.stock(in: .parcel(code)).reduce(0) { $0 + $1.quantity }
    let open = lines.reduce(0) { $0 + $1.quantity - $1.packed - $1.short }
    let hadNumber = try !facts.waybillJobs(of: code).isEmpty
    guard inside > 0, open == 0 || hadNumber else { throw Refusal.parcelIs(code, parcel.state) }
    let packing = try packing(of: code)
    guard try !facts.benchRules().waits(for: packing) else {
      throw Refusal.bench(.cartonWanted(code))
    }
    return try closing(parcel, lines, [], packing)
  }

  /// Whether an order has all its labels once this parcel has its own.
  func isLast(_ code: Code<Parcel>, of order: Code<Order>) throws -> Bool {
    let isOpen = try facts.parcels(of: order).contains {
      $0.code != code && ($0.state == .open || $0.state == .waiting)
    }
    return try !isOpen
      && facts.lines(of: order).allSatisfy { $0.packed + $0.short >= $0.quantity }
  }

  /// A live waybill is given up: at once where no carrier ever heard of it, else by asking.
  func givingUp(_ live: WaybillJob, _ parcel: Parcel, _ reason: String) throws -> [Change] {
    var job = live
    job.trouble = Name(zh: reason, en: reason)
    let labels = try withdrawn(parcel.code)
    // A parcel without a live waybill stands in no cage; one on a manifest comes off that first.
    let caged = try facts.caged(parcel.code).map { inside -> Change in
      if let manifest = inside.manifest { throw Refusal.cageClosed(inside.cage, manifest) }
      return .uncaged(parcel.code)
    }
    // The next label has to be scanned on it again.
    let unproven = try facts.packing(of: parcel.code).flatMap { packing -> Change? in
      guard packing.proven != nil else { return nil }
      var packing = packing
      packing.proven = nil
      return .packing(packing)
    }
    let marks = labels + [caged, unproven].compactMap { $0 }
    guard job.calls > 0 else { return marks + (try givenUp(job, parcel)) }
    job.aim = .void
    // Whoever is asking right now reports first, or lets the lease run out.
    if job.state != .claimed {
      job.state = .queued
      job.due = context.at
    }
    return marks + [.waybillJob(job)]
  }

  /// A waybill is given up for good: a waiting parcel is open again.
  private func givenUp(_ live: WaybillJob, _ now: Parcel? = nil) throws -> [Change] {
    var job = live
    job.aim = .void
    job.state = .done
    guard var parcel = try now ?? facts.parcel(job.parcel), parcel.state == .waiting else {
      return [.waybillJob(job)]
    }
    parcel.state = .open
    parcel.waybill = nil
    parcel.closed = nil
    return [.waybillJob(job), .parcel(parcel)]
  }

  /// A carrier keeps a waybill that should have been given up: the parcel is closed as it was.
  private func kept(_ job: WaybillJob) throws -> [Change] {
    guard job.aim == .void, job.number != nil, var parcel = try facts.parcel(job.parcel),
      parcel.state == .waiting, parcel.waybill == job.number
    else { return [.waybillJob(job)] }
    var job = job
    job.aim = .number
    job.state = .done
    parcel.state = .closed
    var order = try known(try facts.order(parcel.order), parcel.order)
    if try isLast(parcel.code, of: order.number) { order.state = .packed }
    // What was not printed yet is wanted again, marked where an earlier one may be out.
    let labels = try labels(of: parcel.code)
    let isThere = labels.contains { $0.state == .printed || $0.state == .claimed }
    let attempts = labels.map(\.attempts).max() ?? 0
    return [.waybillJob(job), .parcel(parcel), .order(order)]
      + (isThere ? [] : [try label(of: parcel, attempts: attempts)])
  }

  private func claimed(_ code: Code<WaybillJob>, _ claimant: String) throws -> WaybillJob {
    let job = try known(try facts.waybillJob(code), code)
    guard job.state == .claimed, job.claimant == claimant else {
      throw Refusal.waybillIs(job.parcel, job.state)
    }
    return job
  }

  /// The print jobs of a parcel, oldest first.
  func labels(of parcel: Code<Parcel>) throws -> [PrintJob] {
    var labels: [PrintJob] = []
    while let job = try facts.printJob(Code("\(parcel).\(labels.count + 1)")) { labels.append(job) }
    return labels
  }

  /// The label of a parcel that has a new waybill number is queued.
  func label(of parcel: Parcel, attempts: Int = 0) throws -> Change {
    guard let printer = try facts.workstation(parcel.workstation)?.printer else {
      throw Refusal.noPrinter(parcel.workstation)
    }
    let count = try labels(of: parcel.code).count + 1
    return .printJob(
      PrintJob(
        code: Code("\(parcel.code).\(count)"), parcel: parcel.code, printer: printer,
        attempts: attempts, queued: context.at, reason: attempts == 0 ? "" : "waybill kept"))
  }
}
