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
    var attempts = 0
    while let earlier = try facts.printJob(Code("\(code).\(count)")) {
      switch earlier.state {
      // These come out by themselves.
      case .queued, .claimed, .failed: throw Refusal.jobIs(earlier.code, earlier.state)
      case .printed, .unknown: attempts = max(attempts + 1, earlier.attempts)
      // Whether it came out before it was given up, nobody need know: the next one is marked.
      case .void: attempts = max(attempts, earlier.attempts)
      }
      count += 1
    }
    let job = PrintJob(
      code: Code("\(code).\(count)"), parcel: code, printer: printer, attempts: attempts,
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
    case .printed, .unknown, .void: throw Refusal.jobIs(code, job.state)
    }
    job.state = .claimed
    job.claimant = claimant
    job.lease = until
    job.attempts += 1
    job.odometer = nil
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
    job.odometer = nil
    switch result {
    case .printed: prove(&job, .accepted)
    case .proven(let evidence): prove(&job, evidence)
    case .untouched(let trouble): fail(&job, nil, trouble)
    case .notPrinted(let fault, let trouble): fail(&job, fault, trouble)
    case .unknown(let trouble): doubt(&job, nil, trouble)
    case .unproven(let fault, let trouble): doubt(&job, fault, trouble)
    }
    // It is not tried again when its parcel was given up meanwhile.
    if job.state == .failed, try !isWanted(job) { end(&job, isOut: false) }
    return .done([.printJob(job)])
  }
}
