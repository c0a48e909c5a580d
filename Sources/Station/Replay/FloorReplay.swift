import Flows
public import Storage
public import Terminal
public import Warehouse

/// The floor from the journal: every handheld's screen after every line, in order.
///
/// It is a value: a copy stays where it is, so that one can step back. Reading is by pages and
/// goes on where the journal grows.
public struct FloorReplay: Sendable {
  /// What a handheld showed from a moment on.
  public struct Moment: Sendable {
    /// The line of the journal behind it.
    public var number: Int
    /// When.
    public var at: Timestamp
    /// Which handheld.
    public var device: Code<Device>
    /// What it showed.
    public var frame: Frame
    /// The session, once somebody is signed in.
    public var session: Session?
    /// The handheld as it stood.
    public var replica: Replica
    /// Whether the journal ends before it and the handheld's coming back tells it.
    public var isReconstructed = false
  }

  /// Which handhelds and sessions are seen.
  public struct Choice: Hashable, Sendable {
    /// A handheld, a badge or a session; nil shows everybody.
    public var name: String?
    /// The first moment shown.
    public var from: Timestamp?
    /// The last moment shown.
    public var to: Timestamp?

    /// Makes a choice.
    public init(name: String? = nil, from: Timestamp? = nil, to: Timestamp? = nil) {
      self.name = name
      self.from = from
      self.to = to
    }

    /// Whether a handheld with its session is meant.
    func takes(_ device: Code<Device>, _ session: Session?) -> Bool {
      guard let name else { return true }
      return device.rawValue == name || session?.badge.rawValue == name
        || session?.code.rawValue == name
    }
  }

  private let store: any Store
  private let choice: Choice
  private let site: Name
  /// Minutes east of Greenwich of the wall clock.
  public let utcOffset: Int
  private let people: [Code<Operator>: Name]
  private var page: ArraySlice<JournalEntry> = []
  private var read = 0
  private var ready: [Moment] = []
  private var shown: [Code<Device>: Frame] = [:]
  private var hasBegun: Bool
  private var hasEnded = false
  /// The handhelds met so far.
  public private(set) var replicas: [Code<Device>: Replica] = [:]
  /// Lines fed so far.
  public private(set) var lines = 0
  /// The time reached.
  public private(set) var now = Timestamp(milliseconds: 0)

  /// Opens the journal of a store at its beginning.
  ///
  /// What was before `choice.from` is worked through unseen at the first `next`.
  public init(_ store: any Store, choice: Choice = Choice()) throws {
    self.store = store
    self.choice = choice
    hasBegun = choice.from == nil
    (site, utcOffset, people) = try store.read { facts in
      let site = try facts.site()
      let people = try facts.people().map { ($0.badge, $0.name) }
      return (
        site?.name ?? Name(zh: "", en: ""), site?.utcOffset ?? 0,
        Dictionary(people) { one, _ in one }
      )
    }
  }

  /// What some handheld showed next; nil when the journal, or what was chosen of it, is at its end.
  public mutating func next() throws -> Moment? {
    while true {
      if !ready.isEmpty { return ready.removeFirst() }
      guard let entry = try line() else {
        begin(at: choice.from)
        if ready.isEmpty { return nil }
        continue
      }
      lines += 1
      if let to = choice.to, entry.at > to {
        begin(at: choice.from)
        hasEnded = true
        continue
      }
      if let from = choice.from, entry.at >= from { begin(at: from) }
      tick(to: entry.at)
      feed(entry)
    }
  }

  /// Whether something shown may differ from what was seen, and why.
  public var doubts: [Code<Device>: Replica.Doubt] { replicas.compactMapValues(\.doubt) }

  private mutating func line() throws -> JournalEntry? {
    guard !hasEnded else { return nil }
    if page.isEmpty {
      page = try store.entries(after: read, limit: 500)[...]
      read = page.last?.number ?? read
    }
    return page.popFirst()
  }

  private mutating func feed(_ entry: JournalEntry) {
    guard !entry.device.isEmpty else { return }
    let device = Code<Device>(entry.device)
    var replica = replicas[device] ?? Replica(device: device, house: site)
    let before = replica.take(entry)
    replicas[device] = replica
    guard hasBegun else { return }
    if let before { show(before, entry.number, isReconstructed: true) }
    show(replica, entry.number)
  }

  private mutating func show(
    _ replica: Replica, _ number: Int, at: Timestamp? = nil, isReconstructed: Bool = false
  ) {
    let session = replica.conversation?.session
    guard replica.isSettled || isReconstructed, choice.takes(replica.device, session),
      let frame = frame(of: replica, at: at ?? replica.at), frame != shown[replica.device]
    else { return }
    shown[replica.device] = frame
    ready.append(
      Moment(
        number: number, at: at ?? replica.at, device: replica.device, frame: frame,
        session: session, replica: replica,
        isReconstructed: isReconstructed))
  }

  /// The cells of a replica at a moment, on its own glass or on another.
  public func frame(of replica: Replica, at: Timestamp, on glass: Glass? = nil) -> Frame? {
    guard let screen = replica.screen, let conversation = replica.conversation else { return nil }
    return (glass ?? replica.glass).frame(
      of: screen, in: conversation,
      person: conversation.session.flatMap { people[$0.badge] }, site: site,
      clock: at.clock(utcOffset: utcOffset))
  }

  /// Where everybody stands when what was chosen begins.
  private mutating func begin(at from: Timestamp?) {
    guard !hasBegun, let from else { return }
    hasBegun = true
    now = max(now, from)
    for (_, replica) in replicas.sorted(by: { $0.key < $1.key }) {
      show(replica, replica.number, at: from)
    }
  }

  /// The clock of a wide console goes on while nothing happens.
  private mutating func tick(to at: Timestamp) {
    let minute: Int64 = 60_000
    let first = now.milliseconds / minute + 1
    let last = at.milliseconds / minute
    defer { now = max(now, at) }
    // A day without a line is a closed house: nobody looked at its clocks.
    guard hasBegun, now.milliseconds > 0, first <= last, last - first < 1440 else { return }
    for (_, replica) in replicas.sorted(by: { $0.key < $1.key })
    where replica.glass.size.columns >= Renderer.wide.columns
      && replica.conversation?.session != nil
    {
      for number in first...last {
        show(replica, replica.number, at: Timestamp(milliseconds: number * minute))
      }
    }
  }
}
