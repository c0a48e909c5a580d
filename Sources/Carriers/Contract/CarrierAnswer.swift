/// What a carrier says to a call it understood.
public enum CarrierAnswer<Value: Sendable>: Sendable {
  /// It did it.
  case done(Value)
  /// It did not, and says why.
  case refused(CarrierRefusal)

  /// What was done; nil after a refusal.
  public var value: Value? {
    switch self {
    case .done(let value): value
    case .refused: nil
    }
  }

  /// Why not; nil when it was done.
  public var refusal: CarrierRefusal? {
    switch self {
    case .done: nil
    case .refused(let refusal): refusal
    }
  }
}

extension CarrierAnswer: Equatable where Value: Equatable {}
