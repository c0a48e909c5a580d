import Flows
import Storage
import Warehouse

/// Coming and going: a session found again, taken up, handed over and left.
extension Handheld {
  static func fresh(
    _ setting: Setting, _ site: Name, _ message: Message? = nil
  ) -> Conversation {
    Conversation(
      device: setting.device, seed: setting.seed(),
      opening: SignIn(site: Text(site), hints: setting.hints, message: message))
  }

  /// The handheld comes back: it takes a new token first, so that nothing that is still at it
  /// under the old one can write any more.
  func resume(_ kept: Session) throws {
    let outcome = try commit(
      conversation.nextID(),
      .signIn(session: kept.code, badge: kept.badge, device: setting.device, takeOver: true))
    guard case .done(.signedIn(let session)) = outcome else { return }
    if try resumes(session) {
      var echo = Echo()
      _ = try settle(&echo)
      // What others did meanwhile belongs on a live screen.
      if conversation.isLive { _ = try take(.changed, &echo) }
      conversation.greet()
      try comeBack()
    } else if case .badge(let person?) = try answers.answer(.badge(session.badge.rawValue)) {
      conversation = Conversation(
        device: setting.device, seed: setting.seed(),
        opening: SignIn(site: Text(site), equipping: person, session: session))
      conversation.adopt(session)
      _ = conversation.begin()
      try comeBack()
    }
  }

  /// Records at which step the handheld came back.
  func comeBack() throws {
    pending = []
    saved = []
    noteState()
    try record()
  }

  /// Takes up a session's saved conversation, if there is one that can be read.
  func resumes(_ session: Session) throws -> Bool {
    guard let kept = try store.saved(session: session.code),
      let conversation = Conversation(resuming: kept, for: session)
    else { return false }
    self.conversation = conversation
    return true
  }

  func signOut() throws {
    _ = try commit(conversation.nextID(), .signOut)
    begin(with: nil)
  }

  func fenced(_ refusal: Refusal) -> Bool {
    conversation.session != nil && refusal.losesTheSession
  }

  /// The session is somebody else's now: this handheld says so and begins anew.
  func lost(_ refusal: Refusal) -> [Signal] {
    begin(with: Message(.bad, refusal.lines))
    return [.sound(.bad), .dropWaiting]
  }

  func begin(with message: Message?) {
    pending = []
    saved = []
    conversation = Self.fresh(setting, site, message)
    _ = conversation.begin()
    noteState()
  }
}
