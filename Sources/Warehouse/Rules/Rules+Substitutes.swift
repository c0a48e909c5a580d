/// Another product in place of missing pieces, as the order line allows it.
public struct SubstituteView: Hashable, Codable, Sendable {
  /// The short line of the list.
  public var line: Code<PickLine>
  /// What is missing.
  public var missing: Product
  /// What may go in its place.
  public var product: Product
  /// How many pieces can be replaced.
  public var quantity: Int
}

extension Rules {
  /// Missing pieces of a line are picked as the product its order allows in their place.
  ///
  /// The order line is short by them, and a line of the order that says what it replaces has them,
  /// so that everybody after the picker sees and verifies what is really sent.
  func substitute(_ code: Code<PickLine>) throws -> Decision {
    let line = try known(try facts.pickLine(code), code)
    var list = try ownList(try known(line.list, code))
    guard let view = try Reader(facts: facts).substitute(for: [code], today: today()) else {
      throw Refusal.lineIs(code, line.state)
    }
    let lines = try facts.lines(of: line.order)
    guard var short = lines.first(where: { $0.number == line.orderLine }) else {
      throw Refusal.unknown(code.rawValue)
    }
    let number = (lines.map(\.number).max() ?? 0) + 1
    short.short += view.quantity
    var changes: [Change] = [
      .orderLine(short),
      .orderLine(
        OrderLine(
          order: line.order, number: number, sku: view.product.sku, quantity: view.quantity,
          replaces: short.number)),
    ]
    let chosen = choose(
      view.quantity, from: try facts.stock(of: view.product.sku), today: try today())
    let last = try facts.pickLines(of: list.code).map(\.sequence).max() ?? 0
    for (index, choice) in chosen.enumerated() {
      changes.append(.reserve(choice.key, by: choice.quantity))
      changes.append(
        .pickLine(
          PickLine(
            code: Code("\(line.order)/\(number).\(index + 1)"), order: line.order,
            orderLine: number, from: choice.key, quantity: choice.quantity, list: list.code,
            slot: line.slot, sequence: last + index + 1)))
    }
    list.revision += 1
    changes.append(.list(list))
    changes.append(
      .pick(
        Pick(
          list: list.code, number: (try facts.picks(of: list.code).last?.number ?? 0) + 1,
          line: code, from: line.from, quantity: 0,
          tote: list.slots.first { $0.number == line.slot }?.tote ?? "", substitute: number)))
    return .done(changes, .shorted(missing: 0, replaced: chosen.count))
  }

  /// The word that another product goes in place of missing pieces is taken back: the pieces are
  /// missing as before, and nothing is promised in their place.
  ///
  /// Later picks were taken back before it, so nothing of the product is in a tote.
  func unsubstitute(_ pick: Pick, _ number: Int, _ list: PickList) throws -> Decision {
    let line = try known(try facts.pickLine(pick.line), pick.line)
    var lines = try facts.lines(of: line.order)
    guard let taken = lines.firstIndex(where: { $0.number == number }),
      let short = lines.firstIndex(where: { $0.number == lines[taken].replaces })
    else { throw Refusal.unknown("\(line.order)/\(number)") }
    let promised = try facts.pickLines(of: line.order).filter { $0.orderLine == number }
    if let other = promised.first(where: { $0.picked > 0 }) {
      throw Refusal.lineIs(other.code, other.state)
    }
    lines[short].short -= lines[taken].quantity
    lines[taken].quantity = 0
    var list = list
    list.revision += 1
    var changes: [Change] = [
      .unpick(pick), .orderLine(lines[short]), .orderLine(lines[taken]), .list(list),
    ]
    for var part in promised where part.state == .open {
      changes.append(.reserve(part.from, by: -part.open))
      part.state = .released
      changes.append(.pickLine(part))
    }
    return .done(changes)
  }

  /// The lines of an order that waits for stock again, as they were ordered: what was to go in
  /// place of missing pieces is no longer wanted.
  func asOrdered(_ number: Code<Order>) throws -> [Change] {
    var lines = try facts.lines(of: number)
    guard lines.contains(where: { $0.replaces != 0 && $0.quantity > 0 }) else { return [] }
    for index in lines.indices where lines[index].replaces != 0 {
      if let first = lines.firstIndex(where: { $0.number == lines[index].replaces }) {
        lines[first].short -= lines[index].quantity
      }
      lines[index].quantity = 0
    }
    return lines.map { .orderLine($0) }
  }
}

extension Reader {
  /// What may be picked in place of what some short lines miss; nil when nothing may or can.
  func substitute(for codes: [Code<PickLine>], today: Day) throws -> SubstituteView? {
    for code in codes {
      guard let line = try facts.pickLine(code), line.state == .short,
        let order = try facts.lines(of: line.order).first(where: { $0.number == line.orderLine }),
        let sku = order.substitute, let product = try facts.product(sku),
        let missing = try facts.product(order.sku)
      else { continue }
      let covered = try facts.pickLines(of: line.order)
        .filter { $0.orderLine == order.number }
        .reduce(0) { $0 + ($1.state == .open ? $1.quantity : $1.picked) }
      let wanted = order.quantity - order.short - covered
      let found = choose(max(0, wanted), from: try facts.stock(of: sku), today: today)
        .reduce(0) { $0 + $1.quantity }
      guard found > 0 else { continue }
      return SubstituteView(line: code, missing: missing, product: product, quantity: found)
    }
    return nil
  }
}
