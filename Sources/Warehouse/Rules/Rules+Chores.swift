extension Rules {
  /// Chores of one decision, numbered after those there are.
  func made(_ wanted: [Chore]) throws -> [Change] {
    guard !wanted.isEmpty else { return [] }
    let last = try facts.lastChore()
    return wanted.enumerated().map { index, chore in
      var chore = chore
      chore.number = last + index + 1
      return .chore(chore)
    }
  }

  /// A count of pieces, unless one is waiting already.
  func countWanted(
    _ key: StockKey, _ cause: Chore.Cause, order: Code<Order>? = nil
  ) throws -> [Chore] {
    let known = try facts.chores(at: key.holder).contains { $0.kind == .count && $0.goods == key }
    guard !known else { return [] }
    return [Chore(kind: .count, goods: key, cause: cause, order: order, since: context.at)]
  }

  /// A replenishment of a pick face that holds no more of a product, when a reserve bin does.
  ///
  /// One largest packaging is brought, or what there is where the product has none.
  func replenishment(of key: StockKey) throws -> [Chore] {
    guard case .bin(let code) = key.holder, let face = try facts.bin(code), face.kind == .pickFace
    else { return [] }
    let stock = try facts.stock(of: key.sku)
    let isLeft = stock.contains {
      $0.bin.code == code && $0.stock.key != key && $0.stock.available > 0
    }
    let reserve = stock.filter { $0.bin.kind == .reserve }
    let first = choose(1, from: reserve, today: try today()).first?.key
    guard !isLeft, let first, let free = try facts.stock(at: first)?.available else { return [] }
    let waits = try facts.openChores(.replenish).contains {
      $0.to == code && $0.goods.sku == key.sku
    }
    guard !waits else { return [] }
    let pack = try facts.product(key.sku)?.packagings.last?.units ?? 1
    return [
      Chore(
        kind: .replenish, goods: first, quantity: pack > 1 ? min(pack, free) : free, to: code,
        cause: .emptyFace, since: context.at)
    ]
  }

  /// The day at the site.
  func today() throws -> Day {
    context.at.day(utcOffset: try facts.site()?.utcOffset ?? 0)
  }

  /// A chore somebody may work on: not done, and in nobody else's hands.
  func chore(_ number: Int, _ kind: Chore.Kind, by badge: Code<Operator>) throws -> Chore {
    let chore = try known(try facts.chore(number), number)
    guard chore.kind == kind, chore.state != .done else { throw Refusal.choreDone(number) }
    if chore.state == .taken, let other = chore.badge, other != badge {
      throw Refusal.inOtherHands(other)
    }
    return chore
  }

  /// Pieces go from a bin to another, perhaps as a replenishment that was waited for.
  func relocate(
    _ from: StockKey, _ to: Code<Bin>, _ quantity: Int, _ number: Int?
  ) throws -> Decision {
    let session = try session()
    guard case .bin(let source) = from.holder, source != to, quantity > 0 else {
      throw Refusal.senseless("\(to)")
    }
    _ = try known(try facts.bin(to), to)
    let free = try facts.stock(at: from)?.available ?? 0
    guard free >= quantity else { throw Refusal.stockGone(source, left: free) }
    var changes: [Change] = [.move(Movement(from: from, to: .bin(to), quantity: quantity))]
    if let number {
      var chore = try chore(number, .replenish, by: session.badge)
      chore.state = .done
      chore.badge = session.badge
      changes.append(.chore(chore))
    }
    return .done(changes)
  }

  /// Pieces of a stopped order go back to a bin; `bin` is nil when nobody finds them.
  func putBack(_ number: Int, _ quantity: Int, _ bin: Code<Bin>?) throws -> Decision {
    let session = try session()
    var chore = try chore(number, .putBack, by: session.badge)
    guard quantity > 0 else { throw Refusal.senseless("\(quantity)") }
    guard quantity <= chore.quantity else {
      throw Refusal.tooMany(asked: quantity, open: chore.quantity)
    }
    if let bin { _ = try known(try facts.bin(bin), bin) }
    chore.quantity -= quantity
    chore.badge = session.badge
    chore.state = chore.quantity == 0 ? .done : .taken
    var changes: [Change] = [
      .move(
        Movement(
          from: chore.goods, to: bin.map { .bin($0) } ?? .outside, quantity: quantity)),
      .chore(chore),
    ]
    if case .tote(let code) = chore.goods.holder, let tote = try facts.tote(code) {
      let rest = try facts.stock(in: chore.goods.holder).reduce(0) { $0 + $1.quantity }
      if rest == quantity, tote.order == chore.order { changes.append(.tote(Tote(code: code))) }
    }
    return .done(changes)
  }

  /// A code nobody knows belongs to a product from now on.
  func teach(_ barcode: String, _ sku: Code<Product>, _ units: Int) throws -> Decision {
    _ = try session(.supervisor)
    guard !barcode.isEmpty, case .nothing = try Reader(facts: facts).meaning(barcode) else {
      throw Refusal.codeTaken(barcode)
    }
    let product = try known(try facts.product(sku), sku)
    guard let rung = product.packagings.firstIndex(where: { $0.units == units }) else {
      throw Refusal.senseless("\(units)")
    }
    return .done([.barcode(barcode, sku, rung: rung)])
  }
}
