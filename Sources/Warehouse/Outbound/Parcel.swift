/// What is handed to a carrier: one order's pieces in one carton with one waybill.
public struct Parcel: Hashable, Codable, Sendable {
  /// How far a parcel is.
  public enum State: String, Hashable, Codable, Sendable, CaseIterable {
    /// Pieces are being verified into it.
    case open
    /// Everything is in, and it has its waybill.
    case closed
    /// Given up: its pieces went back to the tote.
    case void
    /// Everything is in; its carrier is asked for a waybill, or to take one back.
    case waiting
    /// Handed over to its carrier.
    case shipped
  }

  /// Its code: the order's number and a count.
  public var code: Code<Parcel>
  /// The order.
  public var order: Code<Order>
  /// How far it is.
  public var state: State
  /// The bench it is packed on.
  public var workstation: Code<Workstation>
  /// Who packs it.
  public var badge: Code<Operator>
  /// The carrier.
  public var carrier: Code<Carrier>
  /// The waybill number, once closed.
  public var waybill: String?
  /// The weight in grams of its pieces by the book.
  public var grams: Int
  /// When it was closed.
  public var closed: Timestamp?

  /// Makes a parcel.
  public init(
    code: Code<Parcel>, order: Code<Order>, state: State = .open,
    workstation: Code<Workstation>, badge: Code<Operator>, carrier: Code<Carrier>,
    waybill: String? = nil, grams: Int = 0, closed: Timestamp? = nil
  ) {
    self.code = code
    self.order = order
    self.state = state
    self.workstation = workstation
    self.badge = badge
    self.carrier = carrier
    self.waybill = waybill
    self.grams = grams
    self.closed = closed
  }
}

/// A run of waybill numbers the site owns for a carrier.
public struct NumberRange: Hashable, Codable, Sendable {
  /// The carrier whose numbers they are.
  public var carrier: Code<Carrier>
  /// What stands before the digits.
  public var prefix: String
  /// The number given out next.
  public var next: Int
  /// The last number of the run.
  public var last: Int
  /// How many digits a number has.
  public var digits: Int

  /// Makes a run of numbers.
  public init(carrier: Code<Carrier>, prefix: String, next: Int, last: Int, digits: Int) {
    self.carrier = carrier
    self.prefix = prefix
    self.next = next
    self.last = last
    self.digits = digits
  }

  /// Takes the next number out of the run; nil when it is used up.
  public mutating func take() -> String? {
    guard next <= last else { return nil }
    defer { next += 1 }
    let number = String(next)
    return prefix + String(repeating: "0", count: max(0, digits - number.count)) + number
  }
}

/// A label to be printed, and what became of it.
public struct PrintJob: Hashable, Codable, Sendable {
  /// How far a job is.
  public enum State: String, Hashable, Codable, Sendable, CaseIterable {
    /// Waits for somebody to print it.
    case queued
    /// Somebody prints it until their lease runs out.
    case claimed
    /// It is there; by what that is known is its evidence.
    case printed
    /// It did not come out; it will be tried again.
    case failed
    /// Is not printed any more: its waybill was given up.
    case void
    /// Nobody knows whether it came out: a scan of it, or a person, decides.
    case unknown
  }

  /// The reason of the first label of a parcel's next waybill: it is no reprint of any.
  public static let newWaybill = "new waybill"

  /// Its code: the parcel and a count.
  public var code: Code<PrintJob>
  /// The parcel it is for.
  public var parcel: Code<Parcel>
  /// The printer.
  public var printer: Code<LabelPrinter>
  /// How far it is.
  public var state: State
  /// How often printing was begun: from the second time on the label is marked as a reprint.
  public var attempts: Int
  /// Who prints it.
  public var claimant: String
  /// Until when nobody else may.
  public var lease: Timestamp?
  /// What went wrong last; empty when nothing did.
  public var trouble: String
  /// When it was queued.
  public var queued: Timestamp
  /// Why it is printed again; empty for the first print.
  public var reason: String
  /// By what it is known that it is there; nil unless it is printed.
  public var evidence: PrintEvidence?
  /// Why a printer did not print it last, when the printer said so.
  public var fault: PrinterFault?
  /// The printer's label counter before the last attempt, while nobody knows what became of that.
  public var odometer: Int?
  /// The printer it was meant for, when another one prints it.
  public var insteadOf: Code<LabelPrinter>?

  /// Makes a job.
  public init(
    code: Code<PrintJob>, parcel: Code<Parcel>, printer: Code<LabelPrinter>,
    state: State = .queued, attempts: Int = 0, claimant: String = "", lease: Timestamp? = nil,
    trouble: String = "", queued: Timestamp, reason: String = "",
    evidence: PrintEvidence? = nil, fault: PrinterFault? = nil, odometer: Int? = nil,
    insteadOf: Code<LabelPrinter>? = nil
  ) {
    self.code = code
    self.parcel = parcel
    self.printer = printer
    self.state = state
    self.attempts = attempts
    self.claimant = claimant
    self.lease = lease
    self.trouble = trouble
    self.queued = queued
    self.reason = reason
    self.evidence = evidence
    self.fault = fault
    self.odometer = odometer
    self.insteadOf = insteadOf
  }
}
