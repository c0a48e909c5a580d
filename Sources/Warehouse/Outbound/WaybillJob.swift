/// One waybill of a parcel: what a carrier is asked for, and what became of it.
///
/// It stays for good. It is written before any carrier is asked. A parcel gets a job under a new revision only when
/// the one before it is confirmed to be given up, so that no parcel ever has two live waybills.
public struct WaybillJob: Hashable, Codable, Sendable {
  /// What the carrier is to do.
  public enum Aim: String, Hashable, Codable, Sendable, CaseIterable {
    /// Give a number.
    case number
    /// Take it back.
    case void
  }

  /// How far a job is.
  public enum State: String, Hashable, Codable, Sendable, CaseIterable {
    /// Waits to be asked, not before `due`.
    case queued
    /// Somebody asks until their lease runs out.
    case claimed
    /// The aim is reached.
    case done
    /// The carrier said no, or nobody can tell: a person decides.
    case stuck
    /// Its number comes with those of its order's other parcels, by one call for all of them.
    case joined
  }

  /// What the carrier says of the way, for the label.
  public struct Routing: Hashable, Codable, Sendable {
    /// The mark by which it is sorted, 三段码 or 大头笔.
    public var mark: String
    /// The bag it goes into 集包地.
    public var bag: String

    /// Makes a routing.
    public init(mark: String = "", bag: String = "") {
      self.mark = mark
      self.bag = bag
    }
  }

  /// Its code: the parcel's and the revision.
  public var code: Code<WaybillJob>
  /// The parcel.
  public var parcel: Code<Parcel>
  /// Counts the waybills of the parcel, from 1.
  public var revision: Int
  /// The carrier.
  public var carrier: Code<Carrier>
  /// What the carrier is to do.
  public var aim: Aim
  /// How far it is.
  public var state: State
  /// How often a carrier was asked.
  public var calls: Int
  /// Who asks.
  public var claimant: String
  /// Until when nobody else may.
  public var lease: Timestamp?
  /// Before when nobody asks.
  public var due: Timestamp
  /// What went wrong last, or why it was given up; empty when nothing did.
  public var trouble: Name
  /// The waybill number, once it is known.
  public var number: String?
  /// What the carrier says of the way.
  public var routing: Routing
  /// Why this carrier.
  public var reason: Name
  /// What it should cost in fen; nil where no tariff says.
  public var fen: Int?
  /// When it was written.
  public var queued: Timestamp
  /// The parcel under whose job its number is asked for 母件; nil where that is this one.
  public var lead: Code<Parcel>?

  /// Makes a job.
  public init(
    parcel: Code<Parcel>, revision: Int, carrier: Code<Carrier>, aim: Aim = .number,
    state: State = .queued, calls: Int = 0, claimant: String = "", lease: Timestamp? = nil,
    due: Timestamp, trouble: Name = Name(zh: "", en: ""), number: String? = nil,
    routing: Routing = Routing(), reason: Name = Name(zh: "", en: ""), fen: Int? = nil,
    queued: Timestamp, lead: Code<Parcel>? = nil
  ) {
    code = Code("\(parcel)_\(revision)")
    self.parcel = parcel
    self.revision = revision
    self.carrier = carrier
    self.aim = aim
    self.state = state
    self.calls = calls
    self.claimant = claimant
    self.lease = lease
    self.due = due
    self.trouble = trouble
    self.number = number
    self.routing = routing
    self.reason = reason
    self.fen = fen
    self.queued = queued
    self.lead = lead
  }

  /// Whether a number may be live under it: it was not confirmed to be given up.
  public var isLive: Bool { !(aim == .void && state == .done) }
}

/// What became of a call to a carrier that gave no number.
public enum WaybillResult: Hashable, Codable, Sendable {
  /// The carrier said no, and why with the remedy.
  case refused(Name)
  /// It is asked again under the same code, not before a time; what kept the answer.
  case again(at: Timestamp, Name)
  /// Asking again by itself helps nothing: a person looks.
  case look(Name)
  /// The number is given up, and the carrier confirmed it.
  case voided
}

/// Who carries a parcel, and why.
public struct Carriage: Hashable, Codable, Sendable {
  /// The carrier.
  public var carrier: Code<Carrier>
  /// Its name.
  public var name: Name
  /// Why this one, in one line.
  public var reason: Name
  /// The whole explanation, line by line.
  public var lines: [Name]
  /// What it should cost in fen; nil where no tariff says.
  public var fen: Int?

  /// Makes a carriage.
  public init(
    carrier: Code<Carrier>, name: Name, reason: Name, lines: [Name] = [], fen: Int? = nil
  ) {
    self.carrier = carrier
    self.name = name
    self.reason = reason
    self.lines = lines
    self.fen = fen
  }
}
