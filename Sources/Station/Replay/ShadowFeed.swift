import Flows
public import Storage
import Terminal
public import Warehouse

/// A handheld of any process on the store, followed live from the journal; it only reads.
///
/// Answers a handheld already has and the journal not yet are asked for again: what is shown then
/// is the present state of the store, which is what the handheld was told a moment ago.
public struct ShadowFeed: Sendable {
  private let store: any Store
  private let answers: Answers
  private let now: @Sendable () -> Timestamp
  private let isNested: Bool
  private var read: Int
  private var exact: Replica
  /// The handheld as it stands now.
  public private(set) var replica: Replica

  /// Finds a handheld by its code or by the badge of who works on it.
  ///
  /// - Returns: nil when nobody works there.
  public static func device(
    of name: String, in store: any Store
  ) throws -> Code<Device>? {
    try store.read { facts in
      try facts.sessions().first { $0.device.rawValue == name || $0.badge.rawValue == name }?.device
    }
  }

  /// Begins to follow a handheld: reads the journal back to where it was switched on.
  public init(
    _ device: Code<Device>, in store: any Store, now: @escaping @Sendable () -> Timestamp
  ) throws {
    try self.init(device, in: store, now: now, isNested: false)
  }

  private init(
    _ device: Code<Device>, in store: any Store, now: @escaping @Sendable () -> Timestamp,
    isNested: Bool
  ) throws {
    self.store = store
    self.now = now
    self.isNested = isNested
    answers = Answers(store: store, now: now)
    let house = try store.read { try $0.site()?.name } ?? Name(zh: "", en: "")
    let head = try store.head()
    var entries: [JournalEntry] = []
    var begin = head
    var glasses = 0
    var hasBegun = false
    // A glass is named after the handheld was switched on; the one before may still hold.
    while begin > 0, !hasBegun || glasses == 0 && head - begin < 50_000 {
      let from = max(0, begin - 1000)
      let page = try store.entries(after: from, limit: begin - from)
        .filter { $0.device == device.rawValue }
      entries = page + entries
      hasBegun = hasBegun || page.contains { $0.kind == "on" }
      glasses += page.count { $0.kind == "glass" }
      begin = from
    }
    var replica = Replica(device: device, house: house)
    for entry in entries { replica.take(entry) }
    exact = replica
    self.replica = replica
    read = head
    try catchUp()
  }

  /// Takes what was written since; whether anything may look otherwise now.
  public mutating func poll() throws -> Bool {
    let head = try store.head()
    guard head != read else { return false }
    while read < head {
      let page = try store.entries(after: read, limit: 1000)
      guard let last = page.last else { break }
      for entry in page where entry.device == exact.device.rawValue { exact.take(entry) }
      read = last.number
    }
    replica = exact
    try catchUp()
    return true
  }

  private mutating func catchUp() throws {
    try settle()
    let before = replica
    replica.follow()
    try settle()
    // What cannot be told of it now stays as it was.
    if replica.conversation?.awaiting != nil, before.conversation?.awaiting == nil {
      replica = before
    }
  }

  private mutating func settle() throws {
    var rounds = 0
    while rounds < 10, case .ask(let query) = replica.conversation?.awaiting {
      rounds += 1
      // What a scale shows only its own bench knows.
      if case .scale = query { return }
      guard case .shadow(let other) = query else {
        replica.receive(.answer(try answers.answer(query)))
        continue
      }
      // Two who watch each other would go round for ever.
      guard !isNested else { return }
      let feed = try ShadowFeed(other, in: store, now: now, isNested: true)
      replica.receive(.answer(.shadow(feed.view)))
    }
  }

  /// What the handheld shows; nil when nothing is known of it.
  var view: ShadowView? {
    replica.conversation.map {
      ShadowView(device: replica.device, state: ReplayRecorder.text($0.snapshot))
    }
  }
}
