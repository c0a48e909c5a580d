public import Barcodes
public import Warehouse

/// What a person does, step by step: one job as a value.
///
/// A flow draws nothing, waits for nothing, and knows no database, size or language. It is told
/// what happened and says what it wants; its screen is a function of its state. At most one of
/// the effects of one event waits for a reply (`commit`, `ask` or `verify`), and the reply is the
/// next event the flow sees. Every reachable state answers every kind of input and has a way
/// back.
public protocol Flow: Sendable, Codable, Equatable {
  /// The name under which the flow is saved; never changes.
  static var kind: String { get }
  /// The version of the saved form; raised when an older one can no longer be read.
  static var version: Int { get }
  /// Takes what happened and says what is wanted.
  mutating func handle(_ event: Event) -> [Effect]
  /// What the person sees now.
  var screen: Screen { get }
  /// How much of the job is recorded, told when the person comes back to it; nil when nothing is.
  var recorded: Progress? { get }
  /// Whether the screen follows what others do to the store.
  var isLive: Bool { get }
}

extension Flow {
  /// Nothing is recorded by default.
  public var recorded: Progress? { nil }
  /// Screens stand still by default.
  public var isLive: Bool { false }
}

/// What a conversation wants of the world.
public enum Effect: Sendable {
  /// A command is carried out; the reply is `.outcome`.
  case commit(Command)
  /// A person signs in; the reply is `.outcome`.
  case signIn(Code<Operator>, takeOver: Bool)
  /// A question is answered; the reply is `.answer`.
  case ask(Query)
  /// A PIN is checked; the reply is `.verified`. The PIN is never kept.
  case verify(Code<Operator>, pin: String)
  /// A tone is heard.
  case sound(Sound)
  /// The bad tone is heard, and scans that already wait are dropped unless they are kept, because
  /// the person could not have seen the refusal.
  case refuse(keepingWaiting: Bool)
  /// Another flow stands in front until it closes.
  case open(any Flow)
  /// Another flow takes this one's place.
  case become(any Flow)
  /// The flow is over; the one behind it hears `.returned`.
  case close
  /// The person stops working; the reply is a fresh conversation.
  case signOut
  /// The glass changes its language; for a person at work it is kept, and the reply is `.outcome`.
  case switchLanguage
  /// What a person likes is taken up, as it was kept.
  case adopt(Standing)
  /// The tones change; the reply is `.outcome`.
  case choose(Tones)
  /// Another badge was scanned: the work is left as it is, and the other signs in.
  case changeUser(Scan)
}

/// A tone.
public enum Sound: String, Hashable, Codable, Sendable {
  /// It worked.
  case good
  /// It was refused.
  case bad
}
