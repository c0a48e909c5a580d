/// A pallet or a case that is moved as a whole 容器, known by its SSCC.
///
/// Its pieces are pieces of the bin it stands in. A unit that is picked is gone from there with
/// all of them; one that loose pieces are taken from is a unit no longer.
public struct HandlingUnit: Hashable, Codable, Sendable {
  /// How far it is.
  public enum State: String, Hashable, Codable, Sendable, CaseIterable {
    /// It stands in its bin.
    case whole
    /// It was picked as a whole.
    case picked
    /// Pieces were taken out of it.
    case opened
  }

  /// The SSCC, 18 digits.
  public var code: Code<HandlingUnit>
  /// What it holds, and the bin it stands in, or stood in last.
  public var goods: StockKey
  /// How many base units.
  public var quantity: Int
  /// How far it is.
  public var state: State
  /// The list it was picked on.
  public var list: Code<PickList>?
  /// The pick of that list.
  public var pick: Int

  /// Makes a unit.
  public init(
    code: Code<HandlingUnit>, goods: StockKey, quantity: Int, state: State = .whole,
    list: Code<PickList>? = nil, pick: Int = 0
  ) {
    self.code = code
    self.goods = goods
    self.quantity = quantity
    self.state = state
    self.list = list
    self.pick = pick
  }
}
