extension Rules {
  /// A message is claimed for delivery; a claim that ran out may be claimed by anybody.
  func claimMessage(_ key: String, _ claimant: String, _ until: Timestamp) throws -> Decision {
    var message = try known(try facts.message(key), key)
    guard message.state == .queued, message.due <= context.at,
      message.lease.map({ $0 <= context.at }) ?? true
    else { throw Refusal.messageIs(key, message.state) }
    message.claimant = claimant
    message.lease = until
    message.attempts += 1
    return .done([.message(message)])
  }

  /// What became of a claimed message.
  ///
  /// Whose claim was taken over by somebody else has nothing to say any more.
  func reportMessage(
    _ key: String, _ claimant: String, _ result: DeliveryResult
  ) throws -> Decision {
    var message = try known(try facts.message(key), key)
    guard message.state == .queued, message.lease != nil, message.claimant == claimant else {
      throw Refusal.messageIs(key, message.state)
    }
    message.lease = nil
    message.claimant = ""
    switch result {
    case .sent:
      message.state = .sent
      message.trouble = ""
    case .refused(let trouble):
      message.state = .refused
      message.trouble = String(trouble.prefix(200))
    case .failed(let trouble):
      message.trouble = String(trouble.prefix(200))
      if message.attempts >= OutboxMessage.mostAttempts {
        message.state = .givenUp
      } else {
        message.due = context.at.adding(
          milliseconds: OutboxMessage.pause(after: message.attempts))
      }
    }
    return .done([.message(message)])
  }

  /// A message that was refused, given up or waits is tried again now.
  func retryMessage(_ key: String) throws -> Decision {
    if context.session != nil { _ = try session(.supervisor) }
    var message = try known(try facts.message(key), key)
    let isClaimed = message.lease.map { $0 > context.at } ?? false
    guard message.state != .sent, message.state != .void, !isClaimed else {
      throw Refusal.messageIs(key, message.state)
    }
    message.state = .queued
    message.attempts = 0
    message.due = context.at
    message.lease = nil
    message.claimant = ""
    return .done([.message(message)])
  }
}
