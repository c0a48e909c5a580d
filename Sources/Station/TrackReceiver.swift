public import Carriers
public import Storage
import Synchronization
public import Warehouse

/// Takes in what KDNiao pushes (101 and 102): verified, kept in the store, and only then answered.
///
/// A push may come twice, late or out of order, and each tells the whole history: what is known
/// already changes nothing and is not written again. One of a number no parcel here bears is
/// answered as well, or it would come for ever.
public final class TrackReceiver: Sendable {
  /// What a push came to.
  public struct Receipt: Hashable, Sendable {
    /// The JSON to answer.
    public var reply: String
    /// Why nothing of it was kept; nil when all is well.
    public var problem: String?
    /// Parcels of which something new is known.
    public var news = 0
    /// Numbers no parcel bears.
    public var strangers = 0
  }

  private let store: any Store
  private let push: KDNiaoPush
  private let claimant: String
  private let now: @Sendable () -> Timestamp
  private let count = Mutex(0)

  /// Makes a receiver.
  ///
  /// - Parameters:
  ///   - store: the store whose parcels travel.
  ///   - credentials: whose signature pushes must bear.
  ///   - claimant: a text no other receiver has.
  ///   - now: the time.
  public init(
    store: any Store, credentials: KDNiaoCredentials, claimant: String,
    now: @escaping @Sendable () -> Timestamp
  ) {
    self.store = store
    push = KDNiaoPush(credentials: credentials)
    self.claimant = claimant
    self.now = now
  }

  /// Takes the body of a push and says what to answer.
  public func receive(_ body: String) -> Receipt {
    let taken = push.receive(body, at: now())
    var receipt = Receipt(reply: taken.reply, problem: taken.problem)
    do {
      for trace in taken.traces {
        switch try keep(trace) {
        case .new: receipt.news += 1
        case .known: break
        case .stranger: receipt.strangers += 1
        }
      }
    } catch {
      receipt.reply = push.notKept(at: now())
      receipt.problem = "\(error)"
    }
    return receipt
  }

  private enum Kept { case new, known, stranger }

  private func keep(_ trace: Carriers.Trace) throws -> Kept {
    let news = Journey.News(trace)
    let fresh = try store.read { facts -> [Journey.Event]? in
      guard let parcel = try facts.parcel(waybill: trace.number) else { return nil }
      var journey =
        try facts.journey(of: parcel.code)
        ?? Journey(
          parcel: parcel.code, carrier: parcel.carrier, waybill: trace.number, due: now())
      return journey.merge(news)
    }
    guard let fresh else { return .stranger }
    guard !fresh.isEmpty else { return .known }
    let id = count.withLock { count in
      count += 1
      return "\(claimant).\(count)"
    }
    // The stage goes with the latest event: older ones that were missing come along.
    let command = Command.tracked(waybill: trace.number, news)
    switch try store.commit(Commit(id: id, command: command, at: now())) {
    case .done: return .new
    case .refused: return .stranger
    }
  }
}

extension Journey.News {
  /// A trace without its words.
  init(_ trace: Carriers.Trace) {
    self.init(
      stage: Journey.Stage(trace),
      events: trace.events.map { Journey.Event(at: $0.at, action: $0.action, mark: $0.mark) })
  }
}

extension Journey.Stage {
  /// How far a trace is; nil when nothing is known.
  ///
  /// 406 is the sender's signature for what came back.
  init?(_ trace: Carriers.Trace) {
    switch (trace.state, trace.detail) {
    case (_, "406"): self = .returned
    case (_, "202"): self = .delivering
    case (.none, _): return nil
    case (.collected, _): self = .collected
    case (.inTransit, _), (.forwarded, _), (.customs, _): self = .inTransit
    case (.signed, _): self = .delivered
    case (.problem, _): self = .problem
    }
  }
}
