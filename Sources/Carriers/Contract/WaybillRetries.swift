public import Warehouse

/// What a job that wants a waybill does next.
public enum WaybillNext: Hashable, Sendable {
  /// It has the waybill.
  case finished(Waybill)
  /// It asks again at a time, under the same order code.
  case again(at: Timestamp)
  /// A person must mend the cause, or decide on another carrier; nothing is asked until then.
  case person(CarrierRefusal)
  /// A person must look: asking again by itself helps nothing, and a number may have been bought.
  case look(CarrierTrouble)
}

/// When a job that wants a waybill asks again: pure, so that the job itself can live in the store.
///
/// No case makes a new order code. That is for a person, after a confirmed cancel.
public struct WaybillRetries: Hashable, Sendable {
  /// The waits between calls.
  public var backoff: Backoff

  /// Makes a schedule; a job that found no answer so often goes on with the longest wait.
  public init(backoff: Backoff = Backoff(first: 2000, longest: 120_000)) {
    self.backoff = backoff
  }

  /// What follows an answer.
  public func next(after answer: CarrierAnswer<Waybill>) -> WaybillNext {
    switch answer {
    case .done(let waybill): .finished(waybill)
    case .refused(let refusal): .person(refusal)
    }
  }

  /// What follows trouble in the `attempt`th call, from 1.
  public func next(
    after trouble: CarrierTrouble, attempt: Int, now: Timestamp, draw: (ClosedRange<Int>) -> Int
  ) -> WaybillNext {
    guard trouble.isRetryable else { return .look(trouble) }
    let wait = backoff.wait(before: attempt + 1, draw: draw)
    return .again(at: now.adding(milliseconds: Int64(wait)))
  }
}
