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
    case .done, .stuck, .joined: throw Refusal.waybillIs(job.parcel, job.state)
    }
    job.state = .claimed
    job.claimant = claimant
    job.lease = until
    job.calls += 1
    return .done([.waybillJob(job)])
  }

  /// A parcel gets the number its carrier gave, and the parcels that joined it get the others: they
  /// are closed, and their labels are queued.
  ///
  /// When the number is no longer wanted it is only written down, and given up next.
  func adoptWaybill(
    _ code: Code<WaybillJob>, _ claimant: String, _ numbers: [String],
    _ routing: WaybillJob.Routing
  ) throws -> Decision {
    var job = try claimed(code, claimant)
    guard Set(numbers).count == numbers.count, !numbers.contains("") else {
      throw Refusal.senseless("waybill")
    }
    guard job.aim == .number else {
      job.number = numbers.first
      job.routing = routing
      job.state = .queued
      job.due = context.at
      job.lease = nil
      job.trouble = Name(zh: "", en: "")
      return .done([.waybillJob(job)])
    }
    let family = try facts.family(of: job)
    guard family.count == numbers.count else { throw Refusal.senseless("\(numbers.count)") }
    var changes: [Change] = []
    var order = try known(try facts.parcel(job.parcel).flatMap { try facts.order($0.order) }, code)
    for (var job, number) in zip(family, numbers) {
      if let other = try facts.parcel(waybill: number), other.code != job.parcel {
        throw Refusal.codeTaken(number)
      }
      job.number = number
      job.routing = routing
      job.lease = nil
      job.trouble = Name(zh: "", en: "")
      job.state = .done
      var parcel = try known(try facts.parcel(job.parcel), job.parcel)
      parcel.state = .closed
      parcel.waybill = number
      parcel.closed = context.at
      changes += [.waybillJob(job), .parcel(parcel), try label(of: parcel)]
    }
    if try isLast(family.map(\.parcel), of: order.number) { order.state = .packed }
    changes.append(.order(order))
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
    case .voided:
      let others = try facts.family(of: job).dropFirst()
      return .done(try givenUp(job) + others.flatMap { try givenUp($0) })
    }
  }

  /// A person mended what kept a carrier: it is asked again, under the same code.
  func retryWaybill(_ code: Code<Parcel>) throws -> Decision {
    if context.session != nil { _ = try session() }
    _ = try known(try facts.parcel(code), code)
    guard let own = try facts.waybillJobs(of: code).last,
      var job = try facts.family(of: own).first
    else { throw Refusal.unknown(code.rawValue) }
    guard job.state == .stuck else { throw Refusal.waybillIs(code, job.state) }
    job.state = .queued
    job.due = context.at
    return .done([.waybillJob(job)])
  }

  /// A parcel's waybill is given up 作废; once that is confirmed, its bench goes on with it.
  func voidWaybill(_ code: Code<Parcel>, _ reason: String) throws -> Decision {
    if context.session != nil { _ = try session(.supervisor) }
    guard !reason.isEmpty else { throw Refusal.senseless("reason") }
    let parcel = try known(try facts.parcel(code), code)
    guard parcel.state == .closed || parcel.state == .waiting else {
      throw Refusal.parcelIs(code, parcel.state)
    }
    guard let own = try facts.waybillJobs(of: code).last, own.isLive else {
      throw Refusal.unknown(code.rawValue)
    }
    // Numbers that came by one call are given up by one.
    let family = try facts.family(of: own)
    let job = family.first ?? own
    // While parcels are gathered, nothing was asked for yet.
    guard job.aim == .number && job.state != .joined || job.state == .stuck else {
      throw Refusal.waybillIs(code, job.state)
    }
    var order = try known(try facts.order(parcel.order), parcel.order)
    order.state = .packing
    let parcels = try family.map { member in
      var parcel = try known(try facts.parcel(member.parcel), member.parcel)
      if parcel.state == .shipped {
        throw Refusal.gone(
          parcel.waybill ?? parcel.code.rawValue, try facts.manifest(of: parcel.code)?.code)
      }
      parcel.state = .waiting
      return parcel
    }
    return .done(
      parcels.map { .parcel($0) } + [.order(order)] + (try givingUp(family, parcels, reason)))
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

  /// Whether an order has all its labels once these parcels have theirs.
  func isLast(_ codes: [Code<Parcel>], of order: Code<Order>) throws -> Bool {
    let isOpen = try facts.parcels(of: order).contains {
      !codes.contains($0.code) && ($0.state == .open || $0.state == .waiting)
    }
    return try !isOpen
      && facts.lines(of: order).allSatisfy { $0.packed + $0.short >= $0.quantity }
  }

  /// The job under which the parcels of an order are gathered until its last one is closed; nil for
  /// none.
  func gathering(_ parcels: [Parcel]) throws -> WaybillJob? {
    for parcel in parcels where parcel.state == .waiting {
      let job = try facts.waybillJobs(of: parcel.code).last
      if let job, job.state == .joined, job.lead == nil, job.aim == .number { return job }
    }
    return nil
  }

  /// Live waybills of one call are given up: at once where no carrier ever heard of them, else by
  /// asking.
  func givingUp(
    _ family: [WaybillJob], _ parcels: [Parcel], _ reason: String
  ) throws -> [Change] {
    let marks = try parcels.flatMap { try unmarked($0.code) }
    guard var job = family.first else { return marks }
    job.trouble = Name(zh: reason, en: reason)
    guard job.calls > 0 else {
      return try marks + zip([job] + family.dropFirst(), parcels).flatMap { try givenUp($0, $1) }
    }
    job.aim = .void
    // Whoever is asking right now reports first, or lets the lease run out.
    if job.state != .claimed {
      job.state = .queued
      job.due = context.at
    }
    return marks + [.waybillJob(job)]
      + family.dropFirst().map { member in
        var member = member
        member.state = .joined
        return .waybillJob(member)
      }
  }

  /// What a parcel has by its waybill is taken back: its label, its place in a cage, its proof.
  private func unmarked(_ code: Code<Parcel>) throws -> [Change] {
    let labels = try withdrawn(code)
    // A parcel without a live waybill stands in no cage; one on a manifest comes off that first.
    let caged = try facts.caged(code).map { inside -> Change in
      if let manifest = inside.manifest { throw Refusal.cageClosed(inside.cage, manifest) }
      return .uncaged(code)
    }
    // The next label has to be scanned on it again.
    let unproven = try facts.packing(of: code).flatMap { packing -> Change? in
      guard packing.proven != nil else { return nil }
      var packing = packing
      packing.proven = nil
      return .packing(packing)
    }
    return labels + [caged, unproven].compactMap { $0 }
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
  private func kept(_ live: WaybillJob) throws -> [Change] {
    guard live.aim == .void, live.number != nil else { return [.waybillJob(live)] }
    var changes: [Change] = []
    let family = try facts.family(of: live)
    for member in family {
      var job = member.parcel == live.parcel ? live : member
      guard var parcel = try facts.parcel(job.parcel), parcel.state == .waiting,
        parcel.waybill == job.number
      else {
        changes.append(.waybillJob(job))
        continue
      }
      job.aim = .number
      job.state = .done
      parcel.state = .closed
      changes += [.waybillJob(job), .parcel(parcel)]
      // What was not printed yet is wanted again, marked where an earlier one may be out.
      let labels = try labels(of: parcel.code)
      let isThere = labels.contains { $0.state == .printed || $0.state == .claimed }
      let attempts = labels.map(\.attempts).max() ?? 0
      if !isThere { changes.append(try label(of: parcel, attempts: attempts)) }
    }
    let closed = changes.contains { if case .parcel = $0 { true } else { false } }
    if closed, var order = try facts.parcel(live.parcel).flatMap({ try facts.order($0.order) }) {
      if try isLast(family.map(\.parcel), of: order.number) { order.state = .packed }
      changes.append(.order(order))
    }
    return changes
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
    let reason = attempts == 0 ? PrintJob.newWaybill : "waybill kept"
    return .printJob(
      PrintJob(
        code: Code("\(parcel.code).\(count)"), parcel: parcel.code, printer: printer,
        attempts: attempts, queued: context.at, reason: count == 1 ? "" : reason))
  }
}
