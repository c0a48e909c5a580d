import Barcodes
public import Flows
import Foundation
public import Storage
public import Warehouse

/// One handheld at work on a store: takes inputs, carries out what its conversation wants, and
/// has a screen to show.
///
/// Every input is recorded before its effect can be seen: with the command it leads to, or by
/// itself; only digits and letters that are not sent yet ride along with the next one, or are kept
/// by `keep` when the typing pauses. So a handheld that loses power comes back at the exact step:
/// `init` finds the session of its device, takes up the saved conversation, and asks again for the
/// reply that was waited for. Nothing here knows a terminal or reads a clock.
public final class Handheld {
  /// The conversation as it is now.
  public internal(set) var conversation: Conversation
  /// The site's name.
  public let site: Name
  /// Minutes east of Greenwich of the wall clock.
  public let utcOffset: Int
  /// Minutes without an input after which the handheld should be told that it is idle; nil never.
  public let idleLock: Int?
  /// The last scan, for the header of a wide console.
  public var lastScan: String? { conversation.lastScan }
  /// What the store could not do; inputs wait for Enter, which tries again.
  public private(set) var trouble: StoreTrouble?
  let store: any Store
  let setting: Setting
  let answers: Answers
  /// Told before something is worked out that takes long, so that the screen that says so is seen.
  public var willWork: (() throws -> Void)?
  var pending: [JournalEvent] = []
  var saved: [UInt8] = []
  private var commits = 0
  /// Whether something is typed, or taken back, that no commit has taken along yet.
  private var hasTyped = false
  private var last: (scan: Scan, at: Timestamp)?
  /// What is kept for replay of what others cannot tell of it.
  private var recorder = ReplayRecorder()
  /// Whether a scale was asked since the last input or update: what it showed nobody can tell again,
  /// so it is recorded at once.
  private var hasWeighed = false
  /// When a live update was recorded by itself; nil since the last input.
  private var liveRecord: Timestamp?

  /// Powers a handheld on: at the exact step it had, or at sign-in.
  public init(store: any Store, setting: Setting) throws {
    self.store = store
    self.setting = setting
    answers = Answers(store: store, now: setting.now, scales: setting.scales)
    let floor = try store.read { try $0.site() }
    site = floor?.name ?? Name(zh: "", en: "")
    utcOffset = floor?.utcOffset ?? 0
    idleLock = floor?.houseRules.idleLock
    conversation = Self.fresh(setting, site)
    let device = setting.device
    let session = try store.read { facts in
      try facts.sessions().first { $0.device == device }
    }
    _ = conversation.begin()
    if let session { try resume(session) }
    if conversation.session == nil { noteState() }
  }

  /// What the person sees now.
  public var screen: Screen {
    Self.screen(of: conversation, trouble: trouble?.sentence)
  }

  /// What is asked for now.
  var prompt: Prompt {
    trouble == nil ? conversation.prompt : screen.prompt
  }

  /// What a person sees of a conversation when the store may be in trouble.
  static func screen(of conversation: Conversation, trouble: String?) -> Screen {
    guard let trouble else { return conversation.screen }
    var screen = conversation.screen
    screen.message = Message(
      .bad,
      [
        Text(zh: "存不了, 什么也没丢", en: "Cannot save; nothing is lost"),
        Text(trouble),
      ])
    screen.prompt = .read(Text(zh: "Enter 再试", en: "Enter: try again"))
    screen.keys = []
    return screen
  }

  /// Changes whenever a bench's scale shows something else.
  var scaleRevision: Int { setting.scales.revision }

  /// The person at work, if anybody is.
  public func person() throws -> Name? {
    guard let badge = conversation.session?.badge else { return nil }
    return try store.read { try $0.person(badge)?.name }
  }

  /// Takes inputs in their order; scans behind a refusal are dropped and journalled as dropped.
  public func handle(_ inputs: [Input]) throws -> Echo {
    var echo = Echo()
    for input in inputs {
      if echo.dropped, case .scan = input {
        note("dropped", input)
        continue
      }
      do {
        let signals = try trouble == nil ? take(input, &echo) : retry(input, &echo)
        if signals.contains(.dropWaiting) { echo.dropped = true }
      } catch let trouble as StoreTrouble {
        show(trouble, &echo)
      }
    }
    return echo
  }

  private func show(_ trouble: StoreTrouble, _ echo: inout Echo) {
    self.trouble = trouble
    note("trouble", trouble.sentence)
    echo.sounds.append(.bad)
    echo.dropped = true
  }

  /// Shows a word from a supervisor, if there is one, to whoever waits at a step and types nothing.
  public func hear() throws -> Echo {
    var echo = Echo()
    guard trouble == nil, conversation.mayBeSpokenTo, let badge = conversation.session?.badge
    else { return echo }
    do {
      guard try store.read({ try !$0.notices(to: badge).isEmpty }) else { return echo }
      note("word", "")
      conversation.hear()
      _ = try finish(settle(&echo), &echo)
      try record()
    } catch let trouble as StoreTrouble {
      show(trouble, &echo)
    }
    return echo
  }

  /// Only Enter is taken while the store is in trouble: it asks again for what is waited for.
  private func retry(_ input: Input, _ echo: inout Echo) throws -> [Signal] {
    guard input == .key(.enter) else {
      if case .scan = input {
        note("dropped", input)
        return [.sound(.bad), .dropWaiting]
      }
      return []
    }
    let signals = try finish(settle(&echo), &echo)
    try record()
    trouble = nil
    note("recovered", "")
    return signals
  }

  /// Journals scans that were made before a refusal could be seen, and does nothing else.
  public func drop(_ inputs: [Input]) {
    for input in inputs {
      if case .scan = input { note("dropped", input) }
    }
  }

  // MARK: - The one trip

  func take(_ input: Input, _ echo: inout Echo) throws -> [Signal] {
    let before = conversation.told
    hasWeighed = false
    switch input {
    case .changed:
      guard conversation.isLive else { return [] }
      return try follow(&echo)
    case .idle:
      guard !conversation.isLocked else { return [] }
      note("idle", input)
    case .scan(let scan):
      liveRecord = nil
      if bounces(scan) {
        note("repeated", input)
        conversation.ignoreRepeat()
        return []
      }
      note("scan", input)
    case .key:
      (last, liveRecord) = (nil, nil)
      note("key", conversation.isSecret ? input.masked : input)
    }
    var signals = conversation.handle(input)
    let commits = self.commits
    signals += try settle(&echo)
    signals = try finish(signals, &echo)
    // What the rules refused says so itself.
    if input.isCode, commits == self.commits, signals.contains(.sound(.bad)) { note("refused", "") }
    // A command took its input and the step along, and its outcome is found again by its id.
    let isRecorded = commits != self.commits && !saved.isEmpty && !hasWeighed
    if conversation.told != before, !isRecorded { try record() }
    if conversation.told == before, case .key = input { hasTyped = true }
    return signals
  }

  /// Records what is typed and not sent yet, for a pause between keys; nothing where there is none,
  /// nobody is at work, or a secret is typed.
  ///
  /// - Returns: Whether the screen may have changed, because the session is somebody else's now.
  public func keep() -> Bool {
    guard hasTyped, conversation.session != nil, !conversation.isSecret, trouble == nil,
      conversation.awaiting == nil
    else { return false }
    hasTyped = false
    // What cannot be written now goes with the next input, which says so.
    try? record()
    return conversation.session == nil
  }

  /// Lets a live screen follow what others did.
  ///
  /// What it saw is recorded with the next step, or now and then by itself; an update that changed
  /// nothing is not, so that two boards never wake each other.
  private func follow(_ echo: inout Echo) throws -> [Signal] {
    let (before, known, noted) = (conversation, recorder, pending.count)
    let commits = self.commits
    note("live", "")
    var signals = conversation.handle(.changed)
    signals = try finish(signals + settle(&echo), &echo)
    if commits == self.commits, conversation == before, trouble == nil {
      pending.removeLast(pending.count - noted)
      recorder = known
    } else if trouble == nil, conversation.awaiting == nil {
      let now = setting.now()
      if hasWeighed || now.milliseconds - (liveRecord?.milliseconds ?? 0) >= Self.liveBeat {
        liveRecord = now
        try record()
      }
    }
    return signals
  }

  /// After the first update that follows a step of one's own, others are recorded by themselves
  /// this seldom, in milliseconds.
  private static let liveBeat: Int64 = 60_000

  /// Records what waits for the next commit; for the end of a session's program.
  public func rest() throws {
    guard trouble == nil, conversation.awaiting == nil, !pending.isEmpty else { return }
    saved = []
    guard conversation.session == nil else { return try record() }
    // Nobody signed in: there is nothing to come back to, but what was seen is kept.
    _ = try commit(conversation.nextID(), .note, saving: nil)
  }

  /// Is told on which glass it is seen, so that a replay shows the same cells.
  func isShown(on glass: Glass) {
    guard recorder.shows(glass) else { return }
    note("glass", glass)
    // At once, while somebody is at work: the screen seen next may be the last before a power cut.
    try? rest()
  }

  /// Notes where the conversation stands now: it came from nothing that was recorded before.
  func noteState() {
    recorder = ReplayRecorder()
    note("on", PowerOn(conversation.snapshot))
  }

  /// Whether a scan is the one before it once more, sooner than a hand can scan twice.
  ///
  /// Both are timed when they are taken: behind a slow commit nobody can tell, and none is ignored.
  private func bounces(_ scan: Scan) -> Bool {
    let at = setting.now()
    defer { last = (scan, at) }
    guard setting.repeatWindow > 0, let last, last.scan == scan else { return false }
    return at.milliseconds - last.at.milliseconds < setting.repeatWindow
  }

  private func finish(_ signals: [Signal], _ echo: inout Echo) throws -> [Signal] {
    for case .sound(let sound) in signals { echo.sounds.append(sound) }
    if signals.contains(.signedOut) { try signOut() }
    for case .changeUser(let scan) in signals {
      // What the person had is kept as it was before it locked, or at the menu.
      _ = try commit(conversation.nextID(), .suspend, saving: conversation.unlocked().saved())
      begin(with: nil)
      // The scan is taken once more, by another conversation: that is no bounce.
      last = nil
      return signals + (try take(.scan(scan), &echo))
    }
    return signals
  }

  /// Gives the conversation its replies until it waits for nothing.
  func settle(_ echo: inout Echo) throws -> [Signal] {
    var signals: [Signal] = []
    var isBack = false
    while let request = conversation.awaiting {
      let reply: Reply
      switch request {
      case .commit(let id, let command):
        let outcome = try commit(id, command)
        echo.committed = true
        if case .refused(let refusal) = outcome, fenced(refusal) {
          return signals + lost(refusal)
        }
        if case .done(.signedIn(let session)) = outcome, case .signIn = command,
          session.token > 1, try resumes(session)
        {
          signals.append(.sound(.good))
          // Whoever signs in has shown badge and PIN: a lock before the work says nothing more.
          conversation = conversation.unlocked()
          isBack = true
          continue
        }
        reply = .outcome(outcome)
      case .ask(let query):
        if case .scale = query { hasWeighed = true }
        if query.takesLong { try willWork?() }
        reply = .answer(try answers.answer(query))
      case .verify(let badge):
        reply = .verified(try verify(badge, conversation.secret ?? ""))
      }
      note(reply)
      signals += conversation.receive(reply)
    }
    if isBack {
      // What others did meanwhile belongs on a live screen.
      if conversation.isLive {
        signals += conversation.handle(.changed)
        signals += try settle(&echo)
      }
      conversation.greet()
      try comeBack()
    }
    return signals
  }

  func commit(_ id: CommandID, _ command: Command) throws -> Outcome {
    try commit(id, command, saving: conversation.session == nil ? nil : conversation.saved())
  }

  func commit(
    _ id: CommandID, _ command: Command, saving: SavedFlow?
  ) throws -> Outcome {
    let outcome = try store.commit(
      Commit(
        id: id, command: command, device: setting.device, author: author, saving: saving,
        events: pending, at: setting.now()))
    pending = []
    hasTyped = false
    commits += 1
    saved = saving?.bytes ?? []
    return outcome
  }

  /// Records inputs that led to no command, together with the step they led to.
  func record() throws {
    guard conversation.session != nil else { return }
    let saving = try conversation.saved()
    guard saving.bytes != saved else { return }
    let outcome = try commit(conversation.nextID(), .note, saving: saving)
    if case .refused(let refusal) = outcome, fenced(refusal) { _ = lost(refusal) }
  }

  private func note(_ kind: String, _ event: some Encodable) {
    var code: String?
    if case .scan(let scan) = event as? Input { code = scan.text }
    let payload = event as? String ?? ReplayRecorder.text(event)
    pending.append(JournalEvent(kind: kind, payload: payload, at: setting.now(), code: code))
  }

  /// Notes a reply; an outcome stands with its command already.
  private func note(_ reply: Reply) {
    switch reply {
    case .outcome: break
    case .answer:
      let (kind, payload) = recorder.note(reply)
      pending.append(JournalEvent(kind: kind, payload: payload, at: setting.now()))
    case .verified: note("reply", reply)
    }
  }

  private var author: Author? {
    conversation.session.map { Author(session: $0.code, token: $0.token) }
  }

  private func verify(_ badge: Code<Operator>, _ pin: String) throws -> Bool {
    guard let person = try store.read({ try $0.person(badge) }) else { return false }
    return PIN.matches(pin, hash: person.pin)
  }
}

extension Input {
  /// Whether it may be a code: scanned, or typed and sent.
  fileprivate var isCode: Bool {
    if case .scan = self { true } else { self == .key(.enter) }
  }
}
