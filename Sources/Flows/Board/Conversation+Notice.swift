import Warehouse

extension Conversation {
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
