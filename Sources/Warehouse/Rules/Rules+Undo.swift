extension Rules {
  /// The last pick of a list in hand is taken back: pieces to their bin, the promise to its line;
  /// or the word on a substitute that came after it.
  ///
  /// A short pick told since stays where it is: it has an inverse of its own.
  /// It is the inverse of the pick. Where the line was closed otherwise since, or its promise has
  /// gone to somebody else, the pieces are promised again where they lie now.
  func unpick(_ code: Code<PickList>) throws -> Decision {
    let list = try ownList(code)
    guard let pick = try facts.picks(of: code).last(where: { $0.short == nil }) else {
      throw Refusal.nothingToUndo(code)
    }
    var line = try known(try facts.pickLine(pick.line), pick.line)
    let order = try known(try facts.order(line.order), line.order)
    guard order.state != .cancelled else { throw Refusal.orderIs(order.number, order.state) }
    if let number = pick.substitute { return try unsubstitute(pick, number, list) }
    let inside = pick.from.moved(to: .tote(pick.tote))
    guard list.slots.contains(where: { $0.tote == pick.tote }),
      let held = try facts.stock(at: inside)?.quantity, held >= pick.quantity
    else { throw Refusal.toteDropped(pick.tote) }
    var changes: [Change] = [
      .move(Movement(from: inside, to: pick.from.holder, quantity: pick.quantity)),
      .unpick(pick),
    ]
    let free = try facts.stock(at: line.from)?.available ?? 0
    if line.state == .open || line.state == .picked,
      line.from == pick.from || free >= pick.quantity
    {
      line.picked -= pick.quantity
      line.state = .open
      return .done(changes + [.reserve(line.from, by: pick.quantity), .pickLine(line)])
    }
    let parts = try facts.pickLines(of: line.order).filter { $0.orderLine == line.orderLine }
    var again = line
    again.code = Code("\(line.order)/\(line.orderLine).u\(parts.count)")
    again.from = pick.from
    again.quantity = pick.quantity
    again.picked = 0
    again.state = .open
    again.reason = nil
    line.picked -= pick.quantity
    line.quantity -= pick.quantity
    if line.state == .open, line.picked == line.quantity { line.state = .picked }
    changes += [
      .reserve(pick.from, by: pick.quantity), .pickLine(line), .pickLine(again),
    ]
    return .done(changes)
  }
}
