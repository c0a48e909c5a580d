extension Rules {
  /// A PIN was tried: after too many wrong ones none is taken for a while, not even the right one.
  func tryPIN(_ badge: Code<Operator>, right: Bool) throws -> Decision {
    _ = try known(try facts.person(badge), badge)
    var standing = try facts.standing(of: badge) ?? Standing(badge: badge)
    if let until = standing.lockedUntil, context.at < until {
      return .done([], .tried(.locked(until: until)))
    }
    if right {
      guard standing.failures > 0 || standing.lockedUntil != nil else {
        return .done([], .tried(.right))
      }
      standing.failures = 0
      standing.lockedUntil = nil
      return .done([.standing(standing)], .tried(.right))
    }
    let limits = try facts.pinLimits()
    standing.failures += 1
    standing.lockedUntil = nil
    guard standing.failures >= limits.attempts else {
      return .done(
        [.standing(standing)], .tried(.wrong(left: limits.attempts - standing.failures)))
    }
    let until = context.at.adding(milliseconds: Int64(limits.pause) * 60_000)
    standing.failures = 0
    standing.lockedUntil = until
    return .done([.standing(standing)], .tried(.locked(until: until)))
  }

  /// What the person likes is kept for the next handheld too.
  func prefer(_ language: String?, _ tones: Tones?) throws -> Decision {
    let session = try session()
    var standing = try facts.standing(of: session.badge) ?? Standing(badge: session.badge)
    if let language { standing.language = language }
    if let tones { standing.tones = tones }
    return .done([.standing(standing)])
  }

  /// The handheld is left to somebody else; the session stays, to be gone on with anywhere.
  func suspend() throws -> Decision {
    var session = try session()
    session.device = Session.nowhere
    session.cart = nil
    return .done([.session(session)])
  }

  /// The sessions others left open on a handheld: they are suspended by who signs in on it.
  func suspending(on device: Code<Device>, for badge: Code<Operator>) throws -> [Change] {
    guard device != Session.nowhere else { return [] }
    return try facts.sessions().filter { $0.device == device && $0.badge != badge }.map { other in
      var other = other
      other.device = Session.nowhere
      // Whatever is still at it writes no more.
      other.token += 1
      return .session(other)
    }
  }

  /// Whether a list that somebody has begun is free to be gone on with by a colleague.
  func isLeft(_ list: PickList) throws -> Bool {
    try Reader(facts: facts).isLeft(list, try facts.sessions())
  }
}

extension Session {
  /// Where a suspended session is.
  public static let nowhere: Code<Device> = ""

  /// Whether it waits to be gone on with.
  public var isSuspended: Bool { device == Self.nowhere }
}

extension Facts {
  /// Wrong PINs after which a badge is locked, and for how many minutes.
  fileprivate func pinLimits() throws -> (attempts: Int, pause: Int) {
    let rules = try site()?.houseRules
    return (max(1, rules?.pinAttempts ?? 5), max(1, rules?.pinPause ?? 5))
  }

  /// What became of the PINs tried with a badge since the last right one; nil when none was wrong.
  func tried(_ standing: Standing?) throws -> PINResult? {
    guard let standing else { return nil }
    if let until = standing.lockedUntil, standing.failures == 0 { return .locked(until: until) }
    guard standing.failures > 0 else { return nil }
    return .wrong(left: max(1, try pinLimits().attempts - standing.failures))
  }
}
