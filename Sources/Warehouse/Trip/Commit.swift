/// The id of a command, made when it is asked for: the store applies an id once.
public typealias CommandID = String

/// A conversation with a person as bytes: what it is, in which version.
public struct SavedFlow: Hashable, Codable, Sendable {
  /// What kind of conversation it is.
  public var kind: String
  /// The version of its form.
  public var version: Int
  /// The conversation itself; only its own room reads it.
  public var bytes: [UInt8]

  /// Makes a saved conversation.
  public init(kind: String, version: Int, bytes: [UInt8]) {
    self.kind = kind
    self.version = version
    self.bytes = bytes
  }
}

/// Who a commit comes from, and the fence it stands behind.
public struct Author: Hashable, Codable, Sendable {
  /// The session.
  public var session: Code<Session>
  /// The token the session had when its handheld last heard of it.
  public var token: Int

  /// Makes an author.
  public init(session: Code<Session>, token: Int) {
    self.session = session
    self.token = token
  }
}

/// Everything that one transaction of the one trip writes.
public struct Commit: Hashable, Sendable {
  /// The command's id.
  public var id: CommandID
  /// What is wanted.
  public var command: Command
  /// The handheld it comes from; nil for programs.
  public var device: Code<Device>?
  /// The session it belongs to; nil for programs and before sign-in.
  public var author: Author?
  /// How far the conversation is, awaiting this command; nil for programs.
  public var saving: SavedFlow?
  /// What the conversation consumed since the last commit, oldest first.
  public var events: [JournalEvent]
  /// When.
  public var at: Timestamp

  /// Makes a commit.
  public init(
    id: CommandID, command: Command, device: Code<Device>? = nil, author: Author? = nil,
    saving: SavedFlow? = nil, events: [JournalEvent] = [], at: Timestamp
  ) {
    self.id = id
    self.command = command
    self.device = device
    self.author = author
    self.saving = saving
    self.events = events
    self.at = at
  }
}

/// Something a conversation consumed, as the journal keeps it.
public struct JournalEvent: Hashable, Codable, Sendable {
  /// What kind, as `Docs/Replay.md` lists them.
  public var kind: String
  /// The event as JSON.
  public var payload: String
  /// When it was consumed.
  public var at: Timestamp
  /// The code that was scanned, by which the event is found again; nil for what is no scan.
  public var code: String?

  /// Makes an event.
  public init(kind: String, payload: String, at: Timestamp, code: String? = nil) {
    self.kind = kind
    self.payload = payload
    self.at = at
    self.code = code
  }
}

/// One line of the journal: what a conversation consumed, or a command with its outcome.
public struct JournalEntry: Hashable, Codable, Sendable {
  /// Its number: no gaps, in the order of commits.
  public var number: Int
  /// When.
  public var at: Timestamp
  /// The session it belongs to; empty for programs and before sign-in.
  public var session: String
  /// The handheld; empty for programs.
  public var device: String
  /// What kind: that of the event, or `command`.
  public var kind: String
  /// The event, or the command with its id and outcome, as JSON.
  public var payload: String

  /// Makes a line.
  public init(
    number: Int, at: Timestamp, session: String, device: String, kind: String, payload: String
  ) {
    self.number = number
    self.at = at
    self.session = session
    self.device = device
    self.kind = kind
    self.payload = payload
  }
}

/// What the rules know of a command besides the facts.
public struct Context: Sendable {
  /// The command's id.
  public var id: CommandID
  /// The session it belongs to, as the store has it now.
  public var session: Session?
  /// When.
  public var at: Timestamp

  /// Makes a context.
  public init(id: CommandID, session: Session?, at: Timestamp) {
    self.id = id
    self.session = session
    self.at = at
  }
}

/// What the rules decided: what changes, and what is told.
public struct Decision: Hashable, Sendable {
  /// What changes; empty when it was refused.
  public var changes: [Change]
  /// What is told.
  public var outcome: Outcome

  /// Something is done.
  public static func done(_ changes: [Change], _ receipt: Receipt = .plain) -> Decision {
    Decision(changes: changes, outcome: .done(receipt))
  }

  /// Nothing is done, and why.
  public static func refused(_ refusal: Refusal) -> Decision {
    Decision(changes: [], outcome: .refused(refusal))
  }
}
