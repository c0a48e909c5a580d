public import Flows
import Foundation
import Storage
public import Terminal
public import Warehouse

/// One handheld as the journal tells of it: fed its lines in order, it stands where the handheld
/// stood.
///
/// What it shows is exact from the first `on` line; before that, as in a journal of an older
/// version, it does what it can, and `doubt` says why it may differ.
public struct Replica: Sendable {
  /// Why a replica may look otherwise than the handheld did.
  public enum Doubt: String, Hashable, Codable, Sendable {
    /// The lines were written by a version that did not record everything.
    case older
    /// A line cannot be read.
    case unreadable
    /// An input came while a reply was waited for: lines are missing.
    case gap
  }

  /// The handheld.
  public let device: Code<Device>
  /// The conversation; nil before anything is known of it.
  public private(set) var conversation: Conversation?
  /// The glass it is seen on.
  public private(set) var glass: Glass
  /// Why it may look otherwise than the handheld did; nil when it is exact.
  public private(set) var doubt: Doubt?
  /// The last line fed.
  public private(set) var number = 0
  /// When the last line was.
  public private(set) var at = Timestamp(milliseconds: 0)
  private var trouble: String?
  private var recorder = ReplayRecorder()
  private let house: Name
  /// The sign-in with its hints, as it looks when nothing was refused.
  private var opening: Conversation?

  /// Makes a replica of which nothing is known.
  ///
  /// - Parameters:
  ///   - device: the handheld.
  ///   - house: the site's name, for where a journal does not tell it.
  ///   - glass: the glass until the journal names one.
  public init(
    device: Code<Device>, house: Name,
    glass: Glass = Glass(size: Size(columns: 20, rows: 16), language: .zh)
  ) {
    self.device = device
    self.house = house
    self.glass = glass
  }

  /// Whether the handheld showed this: it had every reply it waited for.
  public var isSettled: Bool {
    trouble != nil || conversation != nil && conversation?.awaiting == nil
  }

  /// What the person saw; nil before anything is known.
  public var screen: Screen? {
    conversation.map { Handheld.screen(of: $0, trouble: trouble) }
  }

  /// Takes a line of this handheld.
  ///
  /// - Returns: where the handheld stood before the line, as its coming back tells it, when power
  ///   took away what it saw last.
  @discardableResult
  public mutating func take(_ entry: JournalEntry) -> Replica? {
    number = entry.number
    at = max(at, entry.at)
    if trouble != nil, entry.kind != "dropped", entry.kind != "trouble" { trouble = nil }
    switch entry.kind {
    case "on": return switchOn(entry)
    case "glass":
      guard let glass: Glass = value(entry) else { return nil }
      self.glass = glass
    case "trouble": trouble = entry.payload
    case "recovered", "dropped", "refused": break
    case "scan", "key", "idle":
      guard let input: Input = value(entry), isReady(for: entry) else { return nil }
      _ = tell(input)
    case "repeated": conversation?.ignoreRepeat()
    case "word":
      if isReady(for: entry) { conversation?.hear() }
    case "live":
      if isReady(for: entry) { _ = tell(.changed) }
    case "reply", "delta":
      guard let reply = recorder.reply(entry.kind, entry.payload) else {
        doubt = .unreadable
        return nil
      }
      receive(reply)
    case "command": carriedOut(entry)
    default: doubt = .older
    }
    return nil
  }

  /// A reply that is known from elsewhere than the journal, as a shadow asks for one.
  public mutating func receive(_ reply: Reply) {
    switch (conversation?.awaiting, reply) {
    case (.commit, .outcome(let outcome)):
      if case .refused(let refusal) = outcome, refusal.losesTheSession,
        conversation?.session != nil
      {
        return begin(Message(.bad, refusal.lines))
      }
      signal(conversation?.receive(reply) ?? [])
    case (.ask, .answer), (.verify, .verified): signal(conversation?.receive(reply) ?? [])
    case (.commit, _), (.ask, _), (.verify, _), (nil, _): break
    }
  }

  /// Lets a live screen ask for what others did, as a shadow does.
  public mutating func follow() {
    guard let conversation, conversation.isLive, conversation.awaiting == nil else { return }
    _ = tell(.changed)
  }

  // MARK: - Lines

  private mutating func switchOn(_ entry: JournalEntry) -> Replica? {
    guard let power: PowerOn = value(entry) else { return nil }
    var before: Replica?
    let again = power.state.conversation
    if let known = conversation, known.session?.code == again.session?.code, again.session != nil,
      known.awaiting != nil || known.ungreeted.screen != again.ungreeted.screen
    {
      before = self
      before?.conversation = again.ungreeted
    }
    conversation = Conversation(power.state)
    if power.state.conversation.session == nil, screen?.message == nil { opening = conversation }
    recorder = ReplayRecorder()
    doubt = nil
    return before
  }

  private mutating func carriedOut(_ entry: JournalEntry) {
    struct Line: Decodable {
      var command: Command
      var outcome: Outcome
    }
    guard let line: Line = value(entry) else { return }
    if case .signIn(_, let badge, _, let takeOver) = line.command,
      conversation == nil || takeOver && conversation?.awaiting == nil
    {
      // A handheld of an older version came back without a word.
      return comeBack(badge, line.outcome)
    }
    if conversation == nil { begin(nil) }
    if case .signOut = line.command, conversation?.awaiting == nil { return begin(nil) }
    receive(.outcome(line.outcome))
  }

  private mutating func comeBack(_ badge: Code<Operator>, _ outcome: Outcome) {
    guard case .done(.signedIn(let session)) = outcome else { return }
    doubt = doubt ?? .older
    if let kept = try? conversation?.saved(), conversation?.session?.code == session.code,
      var again = Conversation(resuming: kept, for: session)
    {
      again.greet()
      conversation = again
    } else {
      begin(nil)
      conversation?.adopt(session)
    }
  }

  private mutating func begin(_ message: Message?) {
    if conversation == nil { doubt = .older }
    if message == nil, let opening {
      conversation = opening
      return
    }
    conversation = Conversation(
      device: device, seed: "replay", opening: SignIn(site: Text(house), message: message))
    signal(conversation?.begin() ?? [])
  }

  private mutating func isReady(for entry: JournalEntry) -> Bool {
    if conversation == nil { begin(nil) }
    guard conversation?.awaiting == nil else {
      doubt = .gap
      return false
    }
    return true
  }

  private mutating func tell(_ input: Input) -> [Signal] {
    let signals = conversation?.handle(input) ?? []
    signal(signals)
    return signals
  }

  private mutating func signal(_ signals: [Signal]) {
    // The sign-out itself follows as a command; what is shown is a fresh handheld either way.
    if signals.contains(.signedOut) { begin(nil) }
  }

  private mutating func value<T: Decodable>(_ entry: JournalEntry) -> T? {
    guard let value = try? JSONDecoder().decode(T.self, from: Data(entry.payload.utf8)) else {
      doubt = .unreadable
      return nil
    }
    return value
  }
}
