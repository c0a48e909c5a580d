/// A record a lever wrote: as it is now, and as it was before.
///
/// It is what taking the lever back needs of the record, and nothing a customer wrote.
public enum LeverTrace: Hashable, Codable, Sendable {
  /// An order's standing.
  public struct OrderStanding: Hashable, Codable, Sendable {
    /// The order.
    public var order: Code<Order>
    /// How far it is.
    public var state: Order.State
    /// Why.
    public var note: String
    /// The wave it is in.
    public var wave: Code<Wave>?

    init(_ record: Order) {
      (order, state, note, wave) = (record.number, record.state, record.note, record.wave)
    }
  }

  /// A pick list's standing, without its walk.
  public struct ListStanding: Hashable, Codable, Sendable {
    /// The list.
    public var list: Code<PickList>
    /// Its wave.
    public var wave: Code<Wave>
    /// How far it is.
    public var state: PickList.State
    /// Who has it.
    public var badge: Code<Operator>?
    /// The cart it is picked onto.
    public var cart: Code<Cart>?
    /// The places on the cart.
    public var slots: [PickList.Slot]

    init(_ record: PickList) {
      (list, wave, state) = (record.code, record.wave, record.state)
      (badge, cart, slots) = (record.badge, record.cart, record.slots)
    }
  }

  /// An order.
  case order(OrderStanding, was: OrderStanding)
  /// An order line.
  case orderLine(OrderLine, was: OrderLine)
  /// A wave.
  case wave(Wave, was: Wave)
  /// A pick list.
  case list(ListStanding, was: ListStanding)
  /// A pick line; nil where there was none.
  case pickLine(PickLine, was: PickLine?)
  /// A tote.
  case tote(Tote, was: Tote)
  /// A chore there was not.
  case chore(Chore)
  /// A message there was not.
  case message(String)
  /// Pieces of a key that were promised, or given back.
  case reserve(StockKey, by: Int)
}

extension [LeverTrace] {
  /// What they are about, in a few words: orders before lists, lists before waves.
  public var subject: String {
    let orders = compactMap { if case .order(let now, _) = $0 { now.order.rawValue } else { nil } }
    let lists = compactMap { if case .list(let now, _) = $0 { now.list.rawValue } else { nil } }
    let waves = compactMap { if case .wave(let now, _) = $0 { now.code.rawValue } else { nil } }
    let all = [orders, lists, waves].first { !$0.isEmpty } ?? []
    return all.prefix(3).joined(separator: " ") + (all.count > 3 ? " +\(all.count - 3)" : "")
  }
}
