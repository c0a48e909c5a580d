/// Orders that are worked together because one truck takes them.
public struct Wave: Hashable, Codable, Sendable {
  /// How far a wave is.
  public enum State: String, Hashable, Codable, Sendable, CaseIterable {
    /// Planned; nobody works on it.
    case planned
    /// On the floor.
    case released
    /// Every order is packed or decided.
    case done
  }

  /// Its code.
  public var code: Code<Wave>
  /// The carrier all its orders go with.
  public var carrier: Code<Carrier>
  /// When the truck leaves.
  public var cutOff: Timestamp
  /// How far it is.
  public var state: State

  /// Makes a wave.
  public init(
    code: Code<Wave>, carrier: Code<Carrier>, cutOff: Timestamp, state: State = .planned
  ) {
    self.code = code
    self.carrier = carrier
    self.cutOff = cutOff
    self.state = state
  }
}
