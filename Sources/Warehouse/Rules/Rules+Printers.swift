extension Rules {
  /// A printer that was proven ready begins with a job; one that nobody wants any more ends instead.
  ///
  /// An attempt of which nobody knows what became counts, and the next label is marked as a reprint:
  /// unless the same printer's counter, with nothing in its memory, shows what it showed before that
  /// attempt. Then no label came out of it.
  func beginPrint(
    _ code: Code<PrintJob>, _ claimant: String, _ until: Timestamp,
    _ printer: Code<LabelPrinter>, _ odometer: Int?, _ fault: PrinterFault?
  ) throws -> Decision {
    var job = try known(try facts.printJob(code), code)
    _ = try known(try facts.printer(printer), printer)
    switch job.state {
    case .queued, .failed: break
    case .claimed:
      guard let lease = job.lease, lease <= context.at else {
        throw Refusal.jobIs(code, job.state)
      }
    case .printed, .unknown, .void: throw Refusal.jobIs(code, job.state)
    }
    let isDisproved = job.odometer != nil && job.odometer == odometer && job.printer == printer
    if try !isWanted(job) {
      end(&job, isOut: job.odometer != nil && !isDisproved)
      return .done([.printJob(job)])
    }
    if !isDisproved { job.attempts += 1 }
    let meant = job.insteadOf ?? job.printer
    job.insteadOf = meant == printer ? nil : meant
    job.printer = printer
    job.state = .claimed
    job.claimant = claimant
    job.lease = until
    job.odometer = odometer
    job.fault = meant == printer ? nil : fault
    return .done([.printJob(job)])
  }

  /// No printer takes a job: it waits, and its bench is told why.
  ///
  /// What is known of an earlier attempt stays.
  func printerDown(
    _ code: Code<PrintJob>, _ fault: PrinterFault?, _ trouble: String
  ) throws -> Decision {
    var job = try known(try facts.printJob(code), code)
    switch job.state {
    case .queued, .failed: break
    case .claimed:
      guard let lease = job.lease, lease <= context.at else {
        throw Refusal.jobIs(code, job.state)
      }
    case .printed, .unknown, .void: throw Refusal.jobIs(code, job.state)
    }
    if try !isWanted(job) {
      end(&job, isOut: job.state == .claimed)
      return .done([.printJob(job)])
    }
    job.state = .failed
    job.lease = nil
    job.fault = fault
    job.trouble = trouble
    if let meant = job.insteadOf, job.odometer == nil {
      job.printer = meant
      job.insteadOf = nil
    }
    return .done([.printJob(job)])
  }

  /// A label that was scanned is there, whatever was known of it.
  func labelSeen(_ code: Code<Parcel>) throws -> Decision {
    _ = try session()
    var job = try newestJob(of: code)
    // Of what no printer was ever sent, a scan proves something else; what is printed just now
    // tells of itself.
    let isBeingPrinted = job.state == .claimed && (job.lease ?? context.at) > context.at
    guard job.attempts > 0, job.state != .queued, !isBeingPrinted else {
      throw Refusal.jobIs(job.code, job.state)
    }
    job.lease = nil
    job.odometer = nil
    prove(&job, .scan)
    return .done([.printJob(job)])
  }

  /// A parcel's label was scanned on its way out: whoever could not know of it knows now.
  func labelInHand(of code: Code<Parcel>) throws -> [Change] {
    guard var job = try Reader(facts: facts).label(of: code), job.attempts > 0 else { return [] }
    switch job.state {
    case .unknown: break
    case .claimed: guard let lease = job.lease, lease <= context.at else { return [] }
    case .queued, .printed, .failed, .void: return []
    }
    job.lease = nil
    job.odometer = nil
    prove(&job, .scan)
    return [.printJob(job)]
  }

  /// A label that nobody finds is printed again, marked.
  func labelMissing(_ code: Code<Parcel>) throws -> Decision {
    _ = try session()
    var job = try newestJob(of: code)
    guard job.state == .unknown else { throw Refusal.jobIs(job.code, job.state) }
    job.state = .queued
    return .done([.printJob(job)])
  }

  func prove(_ job: inout PrintJob, _ evidence: PrintEvidence) {
    job.state = .printed
    job.evidence = evidence
    job.trouble = ""
    if job.insteadOf == nil { job.fault = nil }
  }

  /// Whether a label is still to come out: its parcel has its waybill and is in the house.
  func isWanted(_ job: PrintJob) throws -> Bool {
    try known(try facts.parcel(job.parcel), job.parcel).state == .closed
  }

  /// A label nobody wants any more ends: as not printed, or, when it may be out, as unknown, which a
  /// scan of it decides.
  func end(_ job: inout PrintJob, isOut: Bool) {
    job.state = isOut ? .unknown : .void
    job.lease = nil
    job.odometer = nil
  }

  /// The labels of a parcel that do not come out any more: those no printer has.
  ///
  /// What a printer was given ends when it says what became of it.
  func withdrawn(_ parcel: Code<Parcel>) throws -> [Change] {
    try labels(of: parcel).compactMap { label in
      var label = label
      switch label.state {
      case .queued, .failed, .unknown: end(&label, isOut: false)
      case .claimed, .printed, .void: return nil
      }
      return .printJob(label)
    }
  }

  /// The attempt does not count: it left nothing on paper or in a memory.
  func fail(_ job: inout PrintJob, _ fault: PrinterFault?, _ trouble: String) {
    job.state = .failed
    job.attempts -= 1
    job.fault = fault
    job.trouble = trouble
  }

  func doubt(_ job: inout PrintJob, _ fault: PrinterFault?, _ trouble: String) {
    job.state = .unknown
    job.fault = fault
    job.trouble = trouble
  }

  private func newestJob(of parcel: Code<Parcel>) throws -> PrintJob {
    guard let job = try Reader(facts: facts).label(of: parcel) else {
      throw Refusal.unknown(parcel.rawValue)
    }
    return job
  }
}
