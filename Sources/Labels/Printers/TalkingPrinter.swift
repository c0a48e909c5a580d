import Glibc
import Synchronization

/// A label printer on a raw port that is asked before and after each label.
///
/// Status and label counter (`odometer.total_label_count`) are asked on the label's own connection, and
/// printers serve one connection at a time: so a counter that went on by one did it for this label. A
/// label that is in the printer's memory when paper runs out is taken back (`~JA`), so that it does not
/// come out a second time when somebody loads paper. After a broken connection the counter is asked on a
/// new one: unchanged and nothing in memory means that the label never came out.
///
/// A printer that says nothing of itself still prints; its labels are never proven.
public final class TalkingPrinter: ProvingPrinter {
  /// How patient it is.
  public struct Patience: Sendable, Hashable {
    /// For an answer to the first question.
    public var answer: Duration
    /// For the counter, after the status has come.
    public var odometer: Duration
    /// For labels of others to leave the printer's memory.
    public var idle: Duration
    /// For the label to come out.
    public var label: Duration
    /// For the printer to be there again after the connection broke.
    public var reconnect: Duration

    /// Sets how patient to be; the usual is for printers on a cable.
    public init(
      answer: Duration = .milliseconds(1500), odometer: Duration = .milliseconds(400),
      idle: Duration = .seconds(3), label: Duration = .seconds(12),
      reconnect: Duration = .seconds(5)
    ) {
      self.answer = answer
      self.odometer = odometer
      self.idle = idle
      self.label = label
      self.reconnect = reconnect
    }
  }

  private let raw: RawPrinter
  let language: PrinterLanguage
  let patience: Patience
  private let isUncounted = Mutex(false)
  private let mutedUntil = Mutex(ContinuousClock.now)

  /// Creates a printer at a host and port; nil for a format no printer is asked in.
  public init?(
    host: String, port: UInt16 = PrinterAddress.standardPort, format: LabelFormat,
    patience: Patience = Patience()
  ) {
    guard let language = PrinterLanguage(format) else { return nil }
    raw = RawPrinter(host: host, port: port)
    self.language = language
    self.patience = patience
  }

  private var name: String {
    PrinterAddress.tcp(host: raw.host, port: raw.port).description
  }

  /// Asks how the printer is.
  public func status() throws(PrinterError) -> PrinterStatus? {
    let socket = try raw.connect()
    defer { socket.close() }
    return try ask(socket)
  }

  /// Prints one label on a connection of its own.
  public func print(begin: (PrinterStatus?) throws -> PrintDocument?) throws -> PrintVerdict? {
    let socket: TCPSocket
    do {
      socket = try raw.connect()
    } catch {
      return .notPrinted(.unreachable, error.description)
    }
    defer { socket.close() }
    let before: PrinterStatus?
    do {
      before = try ready(socket)
    } catch {
      return .notPrinted(.unreachable, error.description)
    }
    if let fault = before?.faults.first {
      return .notPrinted(fault, "printer \(name): \(fault.rawValue)")
    }
    if let before, !before.isIdle {
      return .notPrinted(.slow, "printer \(name) still prints what was sent before")
    }
    guard let document = try begin(before) else { return nil }
    do {
      try raw.write(document.bytes, to: socket)
    } catch {
      if error.delivery == .nothing { return .notPrinted(.brokenOff, error.description) }
      return afterBreak(before, error.description)
    }
    do {
      return try followed(socket, before, document)
    } catch {
      return afterBreak(before, error.description)
    }
  }

  // MARK: - Questions

  /// One question; nil when no answer comes.
  private func ask(_ socket: TCPSocket) throws(PrinterError) -> PrinterStatus? {
    if mutedUntil.withLock({ $0 > .now }) { return nil }
    let counts = language == .zpl && !isUncounted.withLock { $0 }
    try raw.write(language.question(withOdometer: counts), to: socket)
    var answer = PrinterAnswer(language)
    var deadline = ContinuousClock.now + patience.answer
    while answer.status == nil || counts && !answer.hasOdometer {
      let hadStatus = answer.status != nil
      switch socket.read(before: deadline) {
      case .success([]):
        throw PrinterError(
          .brokenOff, delivery: .unknown(bytes: 0, total: 0),
          "printer \(name) closed the connection")
      case .success(let bytes): answer.add(bytes)
      case .failure(.timedOut):
        if let status = answer.status {
          // In the middle of a label the question for the counter is taken for a part of it.
          if status.isPartial { return status }
          isUncounted.withLock { $0 = true }
        } else {
          // Not every label shall wait for an answer that never comes.
          mutedUntil.withLock { $0 = .now + .seconds(60) }
        }
        return answer.status
      case .failure(let trouble):
        throw raw.error(trouble, "did not answer", .unknown(bytes: 0, total: 0))
      }
      if !hadStatus, answer.status != nil { deadline = .now + patience.odometer }
    }
    return answer.status
  }

  /// The status once nothing of others is in the printer's memory, or as long as it takes.
  private func ready(_ socket: TCPSocket) throws(PrinterError) -> PrinterStatus? {
    let deadline = ContinuousClock.now + patience.idle
    while true {
      guard let status = try ask(socket) else { return nil }
      guard status.faults.isEmpty, !status.isIdle, ContinuousClock.now < deadline else {
        return status
      }
      // The beginning of a label whose sender is gone: nobody else has the line now.
      if status.isPartial, status.waiting == 0 { try raw.write(language.cancel, to: socket) }
      usleep(20_000)
    }
  }

  // MARK: - What became of it

  private func followed(
    _ socket: TCPSocket, _ before: PrinterStatus?, _ document: PrintDocument
  ) throws(PrinterError) -> PrintVerdict {
    guard let before else {
      return .unknown(nil, "printer \(name) took the label and says nothing of itself")
    }
    let deadline = ContinuousClock.now + patience.label
    // Asked together with its label, a printer would say that it waits.
    var pause: UInt32 = 200
    var calm = 0
    while ContinuousClock.now < deadline {
      usleep(pause)
      pause = min(pause * 2, 50_000)
      guard let now = try ask(socket) else { break }
      if let was = before.odometer, let count = now.odometer {
        if count > was, now.waiting == 0 { return .proven(.odometer) }
      } else if now.isIdle, now.faults.isEmpty {
        // Without a counter: twice ready, after every byte has arrived.
        calm += socket.unacknowledgedBytes == 0 ? 1 : 0
        if calm >= 2 { return .proven(.status) }
      } else {
        calm = 0
      }
      if let fault = now.faults.first { return try takenBack(socket, before, fault) }
    }
    return .unknown(
      .slow, "printer \(name) has the label and did not say in time that it came out")
  }

  /// The label is taken out of the printer's memory, where it would come out later.
  private func takenBack(
    _ socket: TCPSocket, _ before: PrinterStatus, _ fault: PrinterFault
  ) throws(PrinterError) -> PrintVerdict {
    try raw.write(language.cancel, to: socket)
    for _ in 0..<10 {
      usleep(10_000)
      guard let now = try ask(socket) else { break }
      guard now.isIdle else { continue }
      if let was = before.odometer, now.odometer == was {
        return .notPrinted(fault, "printer \(name): \(fault.rawValue)")
      }
      if let was = before.odometer, let count = now.odometer, count > was {
        return .proven(.odometer)
      }
      break
    }
    return .unknown(fault, "printer \(name): \(fault.rawValue) in the middle of the label")
  }

  /// The connection broke: what the printer says of itself on a new one.
  private func afterBreak(_ before: PrinterStatus?, _ sentence: String) -> PrintVerdict {
    let unknown = PrintVerdict.unknown(.brokenOff, sentence)
    guard let was = before?.odometer else { return unknown }
    let deadline = ContinuousClock.now + patience.reconnect
    while ContinuousClock.now < deadline {
      if let socket = try? raw.connect() {
        defer { socket.close() }
        // What is in its memory is this label or a part of it.
        try? raw.write(language.cancel, to: socket)
        if let now = try? ask(socket), let count = now.odometer {
          if count != was { return unknown }
          if now.isIdle { return .notPrinted(.brokenOff, sentence) }
        }
      }
      usleep(50_000)
    }
    return unknown
  }
}
