import CCups
import Glibc

/// A connection of libcups to one queue, for the few operations a label needs.
struct IPPConnection {
  /// What a queue says of itself.
  struct Description {
    var status: PrinterStatus
    /// Its reasons as it names them.
    var reasons: String
    /// The document formats it takes.
    var formats: [String]
  }

  /// How far a job is.
  struct Job {
    /// RFC 8011, section 5.3.7: 3 pending, 4 held, 5 processing, 6 stopped, 7 canceled, 8 aborted,
    /// 9 completed.
    var state: Int
    /// Whether it was ever being processed.
    var wasProcessed: Bool
    /// Why it is in that state, in the queue's own words.
    var reasons: String
  }

  private let http: OpaquePointer
  private let uri: String
  private let path: String

  /// Connects; nil when nobody answers in three seconds.
  init?(host: String, port: UInt16, uri: String, path: String) {
    guard
      let http = httpConnect2(
        host, Int32(port), nil, AF_UNSPEC, Int32(HTTP_ENCRYPTION_IF_REQUESTED), 1, 3000, nil)
    else { return nil }
    // Without an answer for so many seconds the connection is given up.
    httpSetTimeout(http, 5, { _, _ in 0 }, nil)
    self.http = http
    self.uri = uri
    self.path = path
  }

  func close() { httpClose(http) }

  // MARK: - Operations

  /// Asks the printer for its state.
  func printer() throws(PrinterError) -> Description {
    let answer = try ask(IPP_OP_GET_PRINTER_ATTRIBUTES) { _ in }
    defer { ippDelete(answer) }
    let reasons = Self.strings(answer, "printer-state-reasons")
    let state = Self.integer(answer, "printer-state") ?? 3
    var faults = reasons.compactMap(Self.fault)
    let accepting = ippFindAttribute(answer, "printer-is-accepting-jobs", Int32(IPP_TAG_BOOLEAN))
    if let accepting, ippGetBoolean(accepting, 0) == 0 { faults.append(.stopped) }
    if state == 5, faults.isEmpty { faults.append(.stopped) }
    return Description(
      status: PrinterStatus(
        faults: faults, isPrinting: state == 4,
        waiting: Self.integer(answer, "queued-job-count") ?? 0),
      reasons: reasons.joined(separator: ", "),
      formats: Self.strings(answer, "document-format-supported"))
  }

  /// Gives a document to the queue; the job's number.
  func submit(_ document: PrintDocument, among formats: [String]) throws(PrinterError) -> Int {
    let wanted = [document.format.mediaType, "application/vnd.cups-raw"]
    let format = wanted.first(where: formats.contains) ?? "application/octet-stream"
    guard let request = request(IPP_OP_PRINT_JOB) else { throw trouble() }
    Self.add(request, IPP_TAG_NAME, "job-name", document.id)
    Self.add(request, IPP_TAG_MIMETYPE, "document-format", format)
    let length = ippLength(request) + document.bytes.count
    guard cupsSendRequest(http, request, path, length) == Int32(HTTP_STATUS_CONTINUE) else {
      ippDelete(request)
      throw trouble()
    }
    ippDelete(request)
    let written = document.bytes.withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        cupsWriteRequestData(http, $0.baseAddress, $0.count)
      }
    }
    let sent = PrinterError.Delivery.unknown(
      bytes: document.bytes.count, total: document.bytes.count)
    guard written == Int32(HTTP_STATUS_CONTINUE) else { throw trouble(sent) }
    guard let answer = cupsGetResponse(http, path) else { throw trouble(sent) }
    defer { ippDelete(answer) }
    // Refused by the queue: it has nothing.
    guard Self.isGood(answer) else { throw trouble() }
    guard let job = Self.integer(answer, "job-id") else { throw trouble(sent) }
    return job
  }

  /// Asks how far a job is.
  func job(_ number: Int) throws(PrinterError) -> Job {
    let answer = try ask(IPP_OP_GET_JOB_ATTRIBUTES) { Self.addJob($0, number) }
    defer { ippDelete(answer) }
    guard let state = Self.integer(answer, "job-state") else { throw trouble() }
    return Job(
      state: state,
      wasProcessed: (Self.integer(answer, "time-at-processing") ?? 0) != 0
        || state == 5 || state == 6,
      reasons: Self.jobWords.flatMap { Self.strings(answer, $0) }
        .filter { !$0.isEmpty && $0 != "none" }.map { LabelText.clean($0) }
        .joined(separator: ", "))
  }

  /// What a queue says of a job, RFC 8011, sections 5.3.8 and 5.3.9, and CUPS.
  private static let jobWords = [
    "job-state-reasons", "job-state-message", "job-printer-state-message",
  ]

  /// Asks that a job be given up.
  func cancel(_ number: Int) throws(PrinterError) {
    // A job that is over cannot be canceled, and need not.
    guard let request = request(IPP_OP_CANCEL_JOB) else { throw trouble() }
    Self.addJob(request, number)
    if let answer = cupsDoRequest(http, request, path) { ippDelete(answer) }
  }

  // MARK: - Attributes

  private func request(_ operation: Int) -> OpaquePointer? {
    guard let request = ippNewRequest(Int32(operation)) else { return nil }
    Self.add(request, IPP_TAG_URI, "printer-uri", uri)
    Self.add(request, IPP_TAG_NAME, "requesting-user-name", "pickway")
    return request
  }

  private func ask(
    _ operation: Int, _ more: (OpaquePointer) -> Void
  ) throws(PrinterError) -> OpaquePointer {
    guard let request = request(operation) else { throw trouble() }
    more(request)
    guard let answer = cupsDoRequest(http, request, path) else { throw trouble() }
    guard Self.isGood(answer) else {
      ippDelete(answer)
      throw trouble()
    }
    return answer
  }

  private static func isGood(_ answer: OpaquePointer) -> Bool {
    // Successful codes are below 0x0100 (RFC 8011, section 4.1.6.2).
    ippGetStatusCode(answer) < 0x0100
  }

  private func trouble(_ delivery: PrinterError.Delivery = .nothing) -> PrinterError {
    let reason = cupsLastErrorString().map { String(cString: $0) } ?? "no reason given"
    return PrinterError(
      .unreachable, delivery: delivery, "printer \(uri): \(LabelText.clean(reason))")
  }

  private static func add(
    _ request: OpaquePointer, _ tag: Int, _ name: String, _ value: String
  ) {
    ippAddString(request, Int32(IPP_TAG_OPERATION), Int32(tag), name, nil, value)
  }

  private static func addJob(_ request: OpaquePointer, _ number: Int) {
    ippAddInteger(
      request, Int32(IPP_TAG_OPERATION), Int32(IPP_TAG_INTEGER), "job-id", Int32(number))
  }

  private static func integer(_ answer: OpaquePointer, _ name: String) -> Int? {
    guard let attribute = ippFindAttribute(answer, name, Int32(IPP_TAG_ZERO)) else { return nil }
    let tag = Int(ippGetValueTag(attribute))
    guard tag == IPP_TAG_INTEGER || tag == IPP_TAG_ENUM else { return nil }
    return Int(ippGetInteger(attribute, 0))
  }

  private static func strings(_ answer: OpaquePointer, _ name: String) -> [String] {
    guard let attribute = ippFindAttribute(answer, name, Int32(IPP_TAG_ZERO)) else { return [] }
    return (0..<ippGetCount(attribute)).compactMap { index in
      ippGetString(attribute, index, nil).map { String(cString: $0) }
    }
  }

  /// A printer-state-reason (RFC 8011, section 5.4.12) that keeps labels from coming out.
  private static func fault(_ reason: String) -> PrinterFault? {
    let faults: [(String, PrinterFault)] = [
      ("media-empty", .paperOut), ("media-needed", .paperOut), ("media-jam", .jam),
      ("cover-open", .headOpen), ("door-open", .headOpen), ("interlock-open", .headOpen),
      ("marker-supply-empty", .ribbonOut), ("paused", .paused), ("moving-to-paused", .paused),
      ("shutdown", .stopped), ("offline", .unreachable),
    ]
    guard !reason.hasSuffix("-report") else { return nil }
    return faults.first { reason.hasPrefix($0.0) }?.1
  }
}
