extension Rules {
  /// A closed parcel's label is queued once more, marked as a reprint with its reason.
  func reprint(_ code: Code<Parcel>, _ reason: String) throws -> Decision {
    let parcel = try known(try facts.parcel(code), code)
    guard parcel.state == .closed else { throw Refusal.parcelIs(code, parcel.state) }
    guard !reason.isEmpty else { throw Refusal.senseless("reason") }
    let bench = context.session?.workstation ?? parcel.workstation
    guard let printer = try facts.workstation(bench)?.printer else {
      throw Refusal.noPrinter(bench)
    }
    var count = 1
    while let earlier = try facts.printJob(Code("\(code).\(count)")) {
      if earlier.state == .queued { throw Refusal.jobIs(earlier.code, earlier.state) }
      count += 1
    }
    let job = PrintJob(
      code: Code("\(code).\(count)"), parcel: code, printer: printer, attempts: count - 1,
      queued: context.at, reason: reason)
    return .done([.printJob(job)])
  }

  /// A job is claimed; a claim that ran out may be claimed by anybody.
  ///
  /// From the first claim on nobody can know whether the label came out, so each further attempt
  /// is counted and the label says so.
  func claim(_ code: Code<PrintJob>, _ claimant: String, _ until: Timestamp) throws -> Decision {
    var job = try known(try facts.printJob(code), code)
    switch job.state {
    case .queued, .failed: break
    case .claimed:
      guard let lease = job.lease, lease <= context.at else {
        throw Refusal.jobIs(code, job.state)
      }
    case .printed, .void: throw Refusal.jobIs(code, job.state)
    }
    job.state = .claimed
    job.claimant = claimant
    job.lease = until
    job.attempts += 1
    return .done([.printJob(job)])
  }

  /// What became of a claimed job.
  ///
  /// An attempt the printer saw nothing of does not count.
  func report(
    _ code: Code<PrintJob>, _ claimant: String, _ result: PrintResult
  ) throws -> Decision {
    var job = try known(try facts.printJob(code), code)
    guard job.state == .claimed, job.claimant == claimant else {
      throw Refusal.jobIs(code, job.state)
    }
    job.lease = nil
    switch result {
    case .printed:
      job.state = .printed
      job.trouble = ""
    case .untouched(let trouble):
      job.state = .failed
      job.trouble = trouble
      job.attempts -= 1
    case .unknown(let trouble):
      job.state = .failed
      job.trouble = trouble
    }
    return .done([.printJob(job)])
  }
}
