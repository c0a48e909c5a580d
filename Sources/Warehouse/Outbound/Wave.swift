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
    /// On the floor, but no more lists of it are given out.
    case paused
  }

  /// Its code.
  public var code: Code<Wave>
  /// The carrier all its orders go with.
  public var carrier: Code<Carrier>
  /// When the truck leaves.
  public var cutOff: Timestamp
  /// How far it is.
  public var state: State
  /// Its lists are given out before those of lower priority, whatever their cut-offs.
  public var priority: Int

  /// Makes a wave.
  public init(
    code: Code<Wave>, carrier: Code<Carrier>, cutOff: Timestamp, state: State = .planned,
    priority: Int = 0
  ) {
    self.code = code
    self.carrier = carrier
    self.cutOff = cutOff
    self.state = state
    self.priority = priority
  }

  private enum CodingKeys: String, CodingKey {
    case code, carrier, cutOff, state, priority
  }

  /// Reads a wave; one written before there were priorities has none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      code: try container.decode(Code<Wave>.self, forKey: .code),
      carrier: try container.decode(Code<Carrier>.self, forKey: .carrier),
      cutOff: try container.decode(Timestamp.self, forKey: .cutOff),
      state: try container.decode(State.self, forKey: .state),
      priority: try container.decodeIfPresent(Int.self, forKey: .priority) ?? 0)
  }
}
