public import Warehouse

/// Asks where a parcel is.
public struct TraceQuery: Hashable, Codable, Sendable {
  /// The carrier company.
  public var carrier: CarrierCode
  /// The waybill number.
  public var number: String
  /// The code it was asked under; nil for a number of somebody else's.
  public var order: OrderCode?
  /// The last four digits of the sender's or receiver's phone, which SF and ZTO want.
  public var phoneTail: String

  /// Makes a query.
  public init(carrier: CarrierCode, number: String, order: OrderCode? = nil, phoneTail: String = "")
  {
    self.carrier = carrier
    self.number = number
    self.order = order
    self.phoneTail = phoneTail
  }
}

/// How far a parcel is on its way, and how it got there.
public struct Trace: Hashable, Codable, Sendable {
  /// How far a parcel is.
  public enum State: Int, Hashable, Codable, Sendable, CaseIterable {
    /// Nothing is known.
    case none = 0
    /// The courier has it.
    case collected = 1
    /// It is on its way.
    case inTransit = 2
    /// It was signed for.
    case signed = 3
    /// Something is wrong with it.
    case problem = 4
    /// It goes on to another address.
    case forwarded = 5
    /// It is at customs.
    case customs = 6
  }

  /// One thing that happened to it.
  public struct Event: Hashable, Codable, Sendable {
    /// When, by the carrier's clock.
    public var at: Timestamp
    /// What, in the carrier's words.
    public var what: String
    /// The city; empty when not told.
    public var place: String
    /// The carrier's code of the state: `201`; empty when not told.
    public var action: String

    /// Makes an event.
    public init(at: Timestamp, what: String, place: String = "", action: String = "") {
      self.at = at
      self.what = what
      self.place = place
      self.action = action
    }
  }

  /// The carrier company.
  public var carrier: CarrierCode
  /// The waybill number.
  public var number: String
  /// How far it is.
  public var state: State
  /// The finer state in the carrier's code: `202` is out for delivery; empty when not told.
  public var detail: String
  /// What happened, earliest first.
  public var events: [Event]

  /// Makes a trace.
  public init(
    carrier: CarrierCode, number: String, state: State = .none, detail: String = "",
    events: [Event] = []
  ) {
    self.carrier = carrier
    self.number = number
    self.state = state
    self.detail = detail
    self.events = events
  }
}

extension Trace.Event {
  /// Equal for equal words at an equal place, and not to be read back.
  public var mark: String { String(Digest.md5Hex(Array("\(what)/\(place)".utf8)).prefix(12)) }
}

extension Trace {
  /// Whether nothing more will happen: signed for, or signed for by the sender it went back to.
  public var isFinal: Bool { state == .signed || detail == "406" }

  /// Takes in what a push or a query brought, in any order and any number of times.
  ///
  /// Events are known by their time and words. The state is the one that came with the latest
  /// event, so that an old push that comes late changes nothing. Returns the new events.
  public mutating func merge(_ other: Trace) -> [Event] {
    let known = Set(events)
    var fresh: [Event] = []
    for event in other.events where !known.contains(event) && !fresh.contains(event) {
      fresh.append(event)
    }
    let latest = events.last?.at
    events = (events + fresh).sorted {
      ($0.at.milliseconds, $0.what) < ($1.at.milliseconds, $1.what)
    }
    let theirs = other.events.map(\.at).max()
    let isNewer =
      switch (latest, theirs) {
      case (.none, _): true
      case (.some, .none): false
      case (.some(let mine), .some(let theirs)): theirs >= mine && !(isFinal && theirs == mine)
      }
    if isNewer {
      state = other.state
      detail = other.detail
    }
    return fresh.sorted { $0.at < $1.at }
  }
}
