import Barcodes
public import Warehouse

/// One handheld's conversation with one person: the flows in front of each other, what is typed,
/// and what is waited for.
///
/// It is a value: equal inputs and replies make equal screens, so resume, take-over and replay
/// are the same thing. Nothing but `handle` and `receive` changes it.
public struct Conversation: Sendable {
  /// The handheld.
  public let device: Code<Device>
  /// Makes the ids of commands unique: no two conversations have the same, and one that is taken
  /// up again gets a new one, because the handheld that had it may still be at it.
  public internal(set) var seed: String
  /// The session, once somebody is signed in.
  public internal(set) var session: Session?
  /// The language the person chose; nil follows the terminal.
  public internal(set) var language: Language?
  /// The tones the person chose; nil follows the terminal.
  public internal(set) var tones: Tones?
  /// What is typed into the prompt.
  public internal(set) var entry = Entry()
  /// The reply that is waited for; nothing else is taken until it comes.
  public internal(set) var awaiting: Request?
  /// The secret of a `verify` request: never encoded, journalled or compared.
  public internal(set) var secret: String?
  /// A word under the title until the next input.
  var banner: Text?
  /// The last scan.
  public internal(set) var lastScan: String?
  /// Commands asked for so far.
  var count = 0
  /// Events told to flows so far: typing alone tells none.
  public internal(set) var told = 0
  /// The flows, the one in front last; never empty.
  var stack: [any Flow]
  /// What the flow in front asks for.
  ///
  /// Kept, because it is looked at many times for one input, and a whole screen is only made to be
  /// seen.
  public internal(set) var prompt: Prompt

  /// Begins a conversation with a flow.
  public init(device: Code<Device>, seed: String, opening flow: any Flow) {
    self.device = device
    self.seed = seed
    self.stack = [flow]
    self.prompt = flow.screen.prompt
  }

  /// What the person sees now.
  public var screen: Screen {
    var screen = front.screen
    // What a screen says of itself, such as whose it is, is never covered.
    screen.banner = screen.banner ?? banner
    return screen
  }

  /// The conversation without the lock before it.
  public func unlocked() -> Conversation {
    guard front is Locked, stack.count > 1 else { return self }
    var open = self
    open.stack.removeLast()
    // What the lock waited for is nobody's business any more.
    open.awaiting = nil
    open.prompt = open.front.screen.prompt
    open.entry = Entry()
    return open
  }

  /// Whether the handheld is locked, or nobody is signed in.
  public var isLocked: Bool { session == nil || front is Locked }

  /// Whether the screen follows what others do to the store.
  public var isLive: Bool { front.isLive }

  /// The prompt decides what keys mean; a secret one is never journalled.
  public var isSecret: Bool {
    if case .secret = prompt { true } else { false }
  }

  var front: any Flow { stack[stack.count - 1] }

  /// Tells the first flow that it is in front.
  public mutating func begin() -> [Signal] {
    tell(.begun)
  }

  /// Stands behind a session that was found or taken over.
  public mutating func adopt(_ session: Session) {
    self.session = session
  }

  /// Takes an input; while a reply is waited for it must be kept back by the caller.
  public mutating func handle(_ input: Input) -> [Signal] {
    precondition(awaiting == nil, "an input was given while a reply is waited for")
    switch input {
    case .changed:
      return tell(.changed)
    case .idle:
      guard let badge = session?.badge, !isLocked else { return [] }
      banner = nil
      entry = Entry()
      return apply(.open(Locked(badge: badge)))
    case .scan(let scan):
      banner = nil
      lastScan = scan.text
      entry = Entry()
      return tell(.scan(scan))
    case .key(let key):
      banner = nil
      guard let event = event(for: key) else { return [] }
      entry = Entry()
      return tell(event)
    }
  }

  /// Says that a scan was the last one once more, and does nothing else.
  public mutating func ignoreRepeat() {
    banner = Text(zh: "重复扫描, 已忽略", en: "Same scan: ignored")
  }

  /// Takes the reply that was waited for.
  public mutating func receive(_ reply: Reply) -> [Signal] {
    awaiting = nil
    secret = nil
    switch reply {
    case .answer(.notice(let notice)):
      return show(notice)
    case .outcome(let outcome):
      // An outcome told again after a resume is older than the session now.
      if case .done(.signedIn(let new)) = outcome, new.token >= session?.token ?? 0 {
        session = new
      }
      let signals = tell(.outcome(outcome))
      askForNotice()
      return signals
    case .answer(let answer):
      return tell(.answer(answer))
    case .verified(let right):
      return tell(.verified(right))
    }
  }

  mutating func tell(_ event: Event) -> [Signal] {
    told += 1
    let before = prompt
    let effects = change(at: stack.count - 1) { $0.handle(event) }
    var signals: [Signal] = []
    for effect in effects { signals += apply(effect) }
    prompt = front.screen.prompt
    if prompt != before { entry = Entry() }
    return signals
  }

  private mutating func change(
    at index: Int, _ body: (inout any Flow) -> [Effect]
  ) -> [Effect] {
    body(&stack[index])
  }

  private mutating func apply(_ effect: Effect) -> [Signal] {
    switch effect {
    case .commit(let command):
      wait(for: .commit(nextID(), command))
      return []
    case .signIn(let badge, let takeOver):
      let session = Code<Session>("\(badge)@\(seed)")
      wait(
        for:
          .commit(
            nextID(),
            .signIn(session: session, badge: badge, device: device, takeOver: takeOver)))
      return []
    case .ask(let query):
      wait(for: .ask(query))
      return []
    case .verify(let badge, let pin):
      wait(for: .verify(badge))
      secret = pin
      return []
    case .sound(let sound):
      return [.sound(sound)]
    case .refuse(let keepingWaiting):
      return keepingWaiting ? [.sound(.bad)] : [.sound(.bad), .dropWaiting]
    case .open(let flow):
      stack.append(flow)
      return tell(.begun)
    case .become(let flow):
      stack[stack.count - 1] = flow
      return tell(.begun)
    case .close:
      guard stack.count > 1 else { return [.signedOut] }
      stack.removeLast()
      return tell(.returned)
    case .signOut:
      return [.signedOut]
    case .switchLanguage:
      language = language == .en ? .zh : .en
      guard session != nil else { return [] }
      wait(for: .commit(nextID(), .prefer(language: language?.rawValue, tones: nil)))
      return []
    case .adopt(let standing):
      language = Language(rawValue: standing.language) ?? language
      tones = standing.tones ?? tones
      return []
    case .choose(let tones):
      self.tones = tones
      wait(for: .commit(nextID(), .prefer(language: nil, tones: tones)))
      return []
    case .changeUser(let scan):
      return [.changeUser(scan)]
    }
  }

  mutating func wait(for request: Request) {
    precondition(awaiting == nil, "a flow asked for two replies at once")
    awaiting = request
  }

  /// The id of the next command; no two commands of a conversation have the same.
  public mutating func nextID() -> CommandID {
    count += 1
    return "\(seed).\(count)"
  }
}
