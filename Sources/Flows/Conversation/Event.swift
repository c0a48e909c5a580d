public import Barcodes
public import Warehouse

/// What happened, as a flow is told.
public enum Event: Hashable, Codable, Sendable {
  /// The flow is in front for the first time.
  case begun
  /// Something was scanned, or its code typed and sent.
  case scan(Scan)
  /// Something was typed into the prompt and sent; for a quantity, its digits.
  case entered(String)
  /// One of the choices was chosen, by its id.
  case chosen(String)
  /// Enter, with nothing typed.
  case confirmed
  /// A function key, or Esc.
  case key(Key)
  /// What became of the flow's command.
  case outcome(Outcome)
  /// The answer to the flow's question.
  case answer(Answer)
  /// Whether the PIN was right.
  case verified(Bool)
  /// The flow in front has closed.
  case returned
  /// Others changed the store.
  case changed
}

/// What comes in from a handheld.
public enum Input: Hashable, Codable, Sendable {
  /// A scan.
  case scan(Scan)
  /// A key.
  case key(Key)
  /// Others changed the store; only live screens are told.
  case changed
  /// Nobody has touched the handheld for as long as the site allows: it locks.
  case idle
}

/// What a conversation waits for.
public enum Request: Hashable, Codable, Sendable {
  /// A command to be carried out under its id.
  case commit(CommandID, Command)
  /// A question to be answered.
  case ask(Query)
  /// A PIN to be checked; it is not encoded.
  case verify(Code<Operator>)
}

/// The reply a conversation waits for.
public enum Reply: Hashable, Codable, Sendable {
  /// What became of the command.
  case outcome(Outcome)
  /// The answer to the question.
  case answer(Answer)
  /// Whether the PIN was right.
  case verified(Bool)
}

/// What a conversation wants to be done now, besides the one thing it waits for.
public enum Signal: Hashable, Sendable {
  /// A tone is heard.
  case sound(Sound)
  /// Scans that already wait are dropped.
  case dropWaiting
  /// The conversation is over: a fresh one begins.
  case signedOut
  /// The conversation is left as it is, and a fresh one begins with a badge.
  case changeUser(Scan)
}
