/// A parcel's way after the label 在途, as its carrier tells it.
///
/// It holds when something happened and which of the carriers' common codes says what. Their own words
/// may name people and stay out.
public struct Journey: Hashable, Codable, Sendable {
  /// How far a parcel is.
  public enum Stage: String, Hashable, Codable, Sendable, CaseIterable {
    /// The carrier has it.
    case collected
    /// It is on its way.
    case inTransit
    /// It is out for delivery.
    case delivering
    /// Something is wrong with it.
    case problem
    /// It was signed for.
    case delivered
    /// It came back, and the sender signed for it.
    case returned

    /// Whether nothing more will happen.
    public var isFinal: Bool { self == .delivered || self == .returned }
  }

  /// Whether the carrier tells of it by itself.
  public enum Subscription: String, Hashable, Codable, Sendable, CaseIterable {
    /// It is to be asked to, not before `due`.
    case wanted
    /// Somebody asks until their lease runs out.
    case claimed
    /// It does.
    case done
    /// It said no.
    case refused
  }

  /// One thing that happened.
  public struct Event: Hashable, Codable, Sendable {
    /// When, by the carrier's clock.
    public var at: Timestamp
    /// What, by the carriers' common code: `202` is out for delivery; empty when it has none.
    public var action: String
    /// Equal for equal words of the carrier.
    public var mark: String

    /// Makes an event.
    public init(at: Timestamp, action: String, mark: String) {
      self.at = at
      self.action = action
      self.mark = mark
    }
  }

  /// What a carrier told at one time.
  public struct News: Hashable, Codable, Sendable {
    /// How far the parcel is; nil when nothing is known.
    public var stage: Stage?
    /// What happened, in any order, also what was told before.
    public var events: [Event]

    /// Makes news.
    public init(stage: Stage?, events: [Event]) {
      self.stage = stage
      self.events = events
    }
  }

  /// The parcel.
  public var parcel: Code<Parcel>
  /// The carrier.
  public var carrier: Code<Carrier>
  /// The waybill number.
  public var waybill: String
  /// Whether the carrier tells of it by itself.
  public var subscription: Subscription
  /// How often it was asked to.
  public var calls: Int
  /// Who asks.
  public var claimant: String
  /// Until when nobody else may.
  public var lease: Timestamp?
  /// Before when nobody asks.
  public var due: Timestamp
  /// What went wrong last; empty when nothing did.
  public var trouble: Name
  /// How far the parcel is; nil before anything was told.
  public var stage: Stage?
  /// What happened, earliest first, each once.
  public var events: [Event]

  /// Makes a journey.
  public init(
    parcel: Code<Parcel>, carrier: Code<Carrier>, waybill: String,
    subscription: Subscription = .wanted, calls: Int = 0, claimant: String = "",
    lease: Timestamp? = nil, due: Timestamp, trouble: Name = Name(zh: "", en: ""),
    stage: Stage? = nil, events: [Event] = []
  ) {
    self.parcel = parcel
    self.carrier = carrier
    self.waybill = waybill
    self.subscription = subscription
    self.calls = calls
    self.claimant = claimant
    self.lease = lease
    self.due = due
    self.trouble = trouble
    self.stage = stage
    self.events = events
  }

  /// Takes news in, in any order and any number of times; gives the events that are new.
  ///
  /// The stage is the one that came with the latest event: old news that comes late changes nothing,
  /// and what is final stays.
  public mutating func merge(_ news: News) -> [Event] {
    let known = Set(events)
    var fresh: [Event] = []
    for event in news.events where !known.contains(event) && !fresh.contains(event) {
      fresh.append(event)
    }
    let latest = events.last?.at
    let theirs = news.events.map(\.at).max()
    events = (events + fresh).sorted {
      ($0.at, $0.action, $0.mark) < ($1.at, $1.action, $1.mark)
    }
    let isNewer = theirs.map { theirs in latest.map { theirs >= $0 } ?? true } ?? false
    if isNewer, let told = news.stage, stage?.isFinal != true { stage = told }
    return fresh.sorted { ($0.at, $0.action, $0.mark) < ($1.at, $1.action, $1.mark) }
  }
}

/// What became of asking a carrier to tell of a parcel by itself.
public enum SubscriptionResult: Hashable, Codable, Sendable {
  /// It will.
  case done
  /// It said no, and why.
  case refused(Name)
  /// It is asked again, not before a time; what kept the answer.
  case again(at: Timestamp, Name)
}
