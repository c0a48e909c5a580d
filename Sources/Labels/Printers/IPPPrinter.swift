import Glibc

/// A queue of CUPS or a printer that speaks IPP, through libcups (RFC 8011).
///
/// A job is one label, named for its print job. Completed (job-state 9) is proof; a job that was never
/// being processed and is canceled or aborted did not come out; of one that was, nobody knows.
public struct IPPPrinter: Sendable {
  /// The host.
  public var host: String
  /// The port, 631 where nothing else is said.
  public var port: UInt16
  /// The queue, such as `/printers/zebra` or `/ipp/print`.
  public var path: String
  /// How long a job may take.
  public var jobTimeout: Duration

  /// Creates a printer.
  public init(
    host: String, port: UInt16 = PrinterAddress.ippPort, path: String,
    jobTimeout: Duration = .seconds(20)
  ) {
    self.host = host
    self.port = port
    self.path = path
    self.jobTimeout = jobTimeout
  }

  private var uri: String {
    host.contains(":") ? "ipp://[\(host)]:\(port)\(path)" : "ipp://\(host):\(port)\(path)"
  }

  /// Connects for as long as the body runs.
  private func connected<T>(
    _ body: (IPPConnection) throws(PrinterError) -> T
  ) throws(PrinterError) -> T {
    guard let connection = IPPConnection(host: host, port: port, uri: uri, path: path) else {
      throw PrinterError(.unreachable, "printer \(uri): nothing answers there")
    }
    defer { connection.close() }
    return try body(connection)
  }
}

extension IPPPrinter: Printer {
  /// Gives a document to the queue.
  public func send(_ document: PrintDocument) throws(PrinterError) -> PrintProof {
    try connected { connection throws(PrinterError) in
      let formats = try connection.printer().formats
      _ = try connection.submit(document, among: formats)
      return .handedOver(bytes: document.bytes.count, closed: true)
    }
  }
}

extension IPPPrinter: ProvingPrinter {
  /// Asks how the queue is.
  public func status() throws(PrinterError) -> PrinterStatus? {
    try connected { connection throws(PrinterError) in try connection.printer().status }
  }

  /// Prints one label as a job of its own.
  public func print(begin: (PrinterStatus?) throws -> PrintDocument?) throws -> PrintVerdict? {
    guard let connection = IPPConnection(host: host, port: port, uri: uri, path: path) else {
      return .notPrinted(.unreachable, "printer \(uri): nothing answers there")
    }
    defer { connection.close() }
    let before: IPPConnection.Description
    do {
      before = try connection.printer()
    } catch {
      return .notPrinted(.unreachable, error.description)
    }
    if let fault = before.status.faults.first {
      return .notPrinted(fault, "printer \(uri): \(before.reasons)")
    }
    guard let document = try begin(before.status) else { return nil }
    let job: Int
    do {
      job = try connection.submit(document, among: before.formats)
    } catch {
      if error.delivery == .nothing { return .notPrinted(.aborted, error.description) }
      return .unknown(.brokenOff, error.description)
    }
    do {
      return try followed(job, connection)
    } catch {
      return .unknown(.brokenOff, error.description)
    }
  }

  private func followed(
    _ job: Int, _ connection: IPPConnection
  ) throws(PrinterError) -> PrintVerdict {
    let deadline = ContinuousClock.now + jobTimeout
    var fault = PrinterFault.slow
    while true {
      let now = try connection.job(job)
      if let verdict = verdict(of: now, .aborted) { return verdict }
      let printer = try connection.printer().status
      if let found = printer.faults.first {
        fault = found
        break
      }
      guard ContinuousClock.now < deadline else { break }
      usleep(20_000)
    }
    // It must not come out later, beside a copy from elsewhere.
    try connection.cancel(job)
    for _ in 0..<50 {
      if let verdict = verdict(of: try connection.job(job), fault) { return verdict }
      usleep(20_000)
    }
    return .unknown(fault, "printer \(uri): job \(job) cannot be canceled")
  }

  private func verdict(of job: IPPConnection.Job, _ fault: PrinterFault) -> PrintVerdict? {
    switch job.state {
    case 9: return .proven(.ipp)
    case 7, 8:
      let end = job.state == 7 ? "canceled" : "aborted"
      let why = job.reasons.isEmpty ? "" : " (\(job.reasons))"
      let sentence = "printer \(uri): the job ended as \(end)\(why)"
      return job.wasProcessed ? .unknown(fault, sentence) : .notPrinted(fault, sentence)
    default: return nil
    }
  }
}
