public import Storage
public import Warehouse

/// Delivers what the outbox holds: any process on the store claims a message, delivers it and
/// reports, and any other finishes what a dead one left.
///
/// A claim is a lease. A message whose report was lost is delivered again under the same key, which
/// every adapter takes once.
public final class OutboxWorker {
  /// What a turn came to.
  public struct Tally: Hashable, Codable, Sendable {
    /// Messages that are there.
    public var sent = 0
    /// Messages the other side said no to.
    public var refused = 0
    /// Messages that wait for another attempt.
    public var failed = 0
    /// Messages that were tried often enough.
    public var givenUp = 0

    /// Makes a tally.
    public init(sent: Int = 0, refused: Int = 0, failed: Int = 0, givenUp: Int = 0) {
      self.sent = sent
      self.refused = refused
      self.failed = failed
      self.givenUp = givenUp
    }
  }

  /// How long a claim usually holds, in milliseconds.
  public static let standardLease: Int64 = 60_000

  private let store: any Store
  private let adapter: any OutboxAdapter
  private let claimant: String
  private let lease: Int64
  private let now: @Sendable () -> Timestamp
  private var count = 0

  /// Makes a worker.
  ///
  /// - Parameters:
  ///   - store: the store whose messages are delivered.
  ///   - adapter: who takes them.
  ///   - claimant: a text no other worker has.
  ///   - lease: how long a claim holds, in milliseconds; 0 for a worker nobody is beside.
  ///   - now: the time.
  public init(
    store: any Store, adapter: any OutboxAdapter, claimant: String,
    lease: Int64 = standardLease, now: @escaping @Sendable () -> Timestamp
  ) {
    self.store = store
    self.adapter = adapter
    self.claimant = claimant
    self.lease = lease
    self.now = now
  }

  /// Delivers what is due now, at most `limit` messages.
  @discardableResult
  public func work(limit: Int = .max) throws -> Tally {
    var tally = Tally()
    var left = limit
    while left > 0 {
      let at = now()
      let due = try store.read { try $0.dueMessages(at: at, limit: min(left, 100)) }
      guard !due.isEmpty else { break }
      var claimed = 0
      for message in due where try deliver(message, &tally) { claimed += 1 }
      // What somebody else claimed meanwhile is theirs.
      guard claimed > 0 else { break }
      left -= claimed
    }
    return tally
  }

  private func deliver(_ message: OutboxMessage, _ tally: inout Tally) throws -> Bool {
    let until = now().adding(milliseconds: lease)
    let claim = Command.claimMessage(key: message.key, by: claimant, until: until)
    guard case .done = try commit(claim) else { return false }
    let letter = try store.read { facts in
      let carrier = try facts.carrier(message.carrier)?.name
      return OutboxLetter(
        message: message,
        carrier: carrier ?? Name(zh: message.carrier.rawValue, en: message.carrier.rawValue),
        receiver: try facts.receiver(of: message.order))
    }
    let result = adapter.deliver(letter)
    let report = Command.reportMessage(key: message.key, by: claimant, result)
    guard case .done = try commit(report) else { return true }
    switch result {
    case .sent: tally.sent += 1
    case .refused: tally.refused += 1
    case .failed:
      let state = try store.read { try $0.message(message.key)?.state }
      if state == .givenUp { tally.givenUp += 1 } else { tally.failed += 1 }
    }
    return true
  }

  private func commit(_ command: Command) throws -> Outcome {
    count += 1
    return try store.commit(Commit(id: "\(claimant).\(count)", command: command, at: now()))
  }
}
