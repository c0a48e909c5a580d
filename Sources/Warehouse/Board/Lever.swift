/// What a supervisor does to the work of others: journalled with who and why.
public enum Lever: Hashable, Codable, Sendable {
  /// Let a wave onto the floor.
  case release(Code<Wave>)
  /// Take a wave off the floor again; only while nobody has taken a list of it.
  case recall(Code<Wave>)
  /// Give a wave's lists out before those of lower priority, whatever their cut-offs.
  case prioritize(Code<Wave>, Int)
  /// Give out no more lists of a wave; those in hand go on.
  case pause(Code<Wave>)
  /// Give out the lists of a paused wave again.
  case resume(Code<Wave>)
  /// Put some lists of a wave, with their orders, into a wave of their own.
  case split(Code<Wave>, [Code<PickList>], into: Code<Wave>)
  /// Put all lists of a wave, with their orders, into another of the same carrier.
  case merge(Code<Wave>, into: Code<Wave>)
  /// Give a list to somebody, whoever has it; nil gives it back to those who wait.
  case reassign(Code<PickList>, to: Code<Operator>?)
  /// Close what is open of a list as short, and go on with what there is.
  case closeShort(Code<PickList>)
  /// Send what there is of a held order; what is missing is not sent.
  case send(Code<Order>)
  /// Hold an order that waits at the benches.
  case hold(Code<Order>)
  /// Say something to somebody on their handheld.
  case tell(Code<Operator>, String)
  /// Put orders into a wave and its pick lists.
  case plan(Wave, [ListPlan])
  /// Give the orders of a planned wave back to those that wait to be planned.
  case dissolve(Code<Wave>)
  /// Stop an order.
  case intercept(Code<Order>)
  /// Take a stopped order up again of which nothing was picked: it is new.
  case reinstate(Code<Order>)
  /// Stop a labelled order at the door.
  case holdBack(Code<Order>)
  /// Let an order go that was stopped at the door.
  case letGo(Code<Order>)
  /// Promise missing pieces of an order's line from other stock, on its list.
  case promise(Code<Order>, line: Int, from: StockKey)
  /// Take such a promise back of which nothing was picked.
  case unpromise(Code<PickLine>)
  /// Share what a wave's lists can still pick of a product fairly over its orders.
  case shareOut(Code<Wave>, Code<Product>)
  /// Let an order wait for stock as a whole; what was picked is put back.
  case backorder(Code<Order>)
  /// Send what there is of an order; what is missing waits for stock as an order of its own.
  case splitOrder(Code<Order>)
  /// Join such an order with its rest again.
  case rejoin(Code<Order>, rest: Code<Order>)
  /// Do not send what is not picked of an order's line.
  case cancelLine(Code<Order>, Int)
  /// Want so many cancelled pieces again.
  case restoreLine(Code<Order>, Int, Int)
  /// End the session of somebody who left; the list in hand is free for others.
  case signOff(Code<Operator>)
  /// Put every record back that a lever wrote, as long as nobody has acted on one of them.
  case takeBack([LeverTrace])
}

/// A word from the supervisor to somebody on the floor.
public struct Notice: Hashable, Codable, Sendable {
  /// Its number, from 1.
  public var number: Int
  /// Who it is for.
  public var to: Code<Operator>
  /// Who it is from; empty for a program.
  public var from: String
  /// The words.
  public var words: String
  /// When it was sent.
  public var at: Timestamp
  /// When it was acknowledged.
  public var read: Timestamp?

  /// Makes a notice.
  public init(
    number: Int, to: Code<Operator>, from: String, words: String, at: Timestamp,
    read: Timestamp? = nil
  ) {
    self.number = number
    self.to = to
    self.from = from
    self.words = words
    self.at = at
    self.read = read
  }
}
