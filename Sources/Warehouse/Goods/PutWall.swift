/// A wall of numbered slots where pieces picked together are sorted by order: seeding 播种.
public struct PutWall: Hashable, Codable, Sendable {
  /// Its code.
  public var code: Code<PutWall>
  /// How many slots it has, numbered from 1.
  public var slots: Int

  /// Makes a wall.
  public init(code: Code<PutWall>, slots: Int) {
    self.code = code
    self.slots = slots
  }

  /// The code on a slot's label: `PW1-07`.
  public func label(of slot: Int) -> String {
    let digits = String(slot)
    let width = max(2, String(slots).count)
    return "\(code)-" + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The slot of a label; nil when it is no label of this wall.
  public func slot(labelled text: String) -> Int? {
    guard let dash = text.lastIndex(of: "-"), text[..<dash] == code.rawValue,
      let number = Int(text[text.index(after: dash)...]), (1...max(1, slots)).contains(number),
      label(of: number) == text
    else { return nil }
    return number
  }
}

/// A slot of a put wall that an order has.
public struct WallSlot: Hashable, Codable, Sendable {
  /// The wall.
  public var wall: Code<PutWall>
  /// Its number on the wall, from 1.
  public var number: Int
  /// The order; nil when the slot is free.
  public var order: Code<Order>?
  /// The tote that stands in it, once bound.
  public var tote: Code<Tote>?

  /// Makes a slot.
  public init(
    wall: Code<PutWall>, number: Int, order: Code<Order>? = nil, tote: Code<Tote>? = nil
  ) {
    self.wall = wall
    self.number = number
    self.order = order
    self.tote = tote
  }
}
