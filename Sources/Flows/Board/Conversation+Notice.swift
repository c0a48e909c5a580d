import Warehouse

extension Conversation {
  /// Whether a word from the supervisor may stand in front of this step at once: nothing is typed
  /// that it would take away.
  public var mayBeSpokenTo: Bool {
    awaiting == nil && !isSecret && !isLocked && entry.typed.isEmpty && !(front is NoticeFlow)
  }

  /// Asks at this step whether a supervisor has something to say.
  public mutating func hear() { askForNotice() }

  /// Between two steps it is asked whether the supervisor has something to say.
  mutating func askForNotice() {
    guard awaiting == nil, let badge = session?.badge, !isSecret, !(front is NoticeFlow) else {
      return
    }
    wait(for: .ask(.notice(badge)))
  }

  /// A word from the supervisor stands in front until it is acknowledged.
  mutating func show(_ notice: Notice?) -> [Signal] {
    guard let notice else { return [] }
    stack.append(NoticeFlow(notice))
    entry = Entry()
    return [.sound(.bad)] + tell(.begun)
  }
}
