extension Rules {
  /// Somebody counts a bin: what waits to be counted there is theirs, or else all the book has.
  func countBin(_ code: Code<Bin>) throws -> Decision {
    let session = try session()
    _ = try known(try facts.bin(code), code)
    let waiting = try facts.chores(at: .bin(code)).filter { $0.kind == .count }
    if let other = waiting.first(where: { $0.state == .taken && $0.badge != session.badge }) {
      throw Refusal.inOtherHands(other.badge ?? "")
    }
    guard waiting.isEmpty else {
      return .done(
        waiting.map { chore in
          var chore = chore
          chore.state = .taken
          chore.badge = session.badge
          return .chore(chore)
        })
    }
    let all = try facts.stock(in: .bin(code)).map { stock in
      Chore(
        kind: .count, state: .taken, goods: stock.key, cause: .asked, badge: session.badge,
        since: context.at)
    }
    return .done(try made(all))
  }

  /// Goods lie in a bin where the book has none of them; those told apart by lot or date need a
  /// supervisor, because a count names neither.
  func foundGoods(_ bin: Code<Bin>, _ sku: Code<Product>) throws -> Decision {
    let session = try session()
    _ = try known(try facts.bin(bin), bin)
    let product = try known(try facts.product(sku), sku)
    guard !product.tracking.lot, !product.tracking.expiry else { throw Refusal.lotUnknown(sku) }
    let key = StockKey(holder: .bin(bin), sku: sku)
    var wanted = try countWanted(key, .asked)
    for index in wanted.indices {
      wanted[index].state = .taken
      wanted[index].badge = session.badge
    }
    return .done(try made(wanted))
  }

  /// A blind count.
  ///
  /// What agrees with the book ends it. What differs is counted once more, and two counts that
  /// differ from the book alike decide: picks and moves in between do not spoil them.
  func count(_ number: Int, _ quantity: Int) throws -> Decision {
    let session = try session()
    var chore = try chore(number, .count, by: session.badge)
    guard quantity >= 0 else { throw Refusal.senseless("\(quantity)") }
    let book = try facts.stock(at: chore.goods)?.quantity ?? 0
    let difference = quantity - book
    chore.badge = session.badge
    guard difference == 0 || chore.difference == difference else {
      chore.state = .taken
      chore.difference = difference
      return .done([.chore(chore)], .counted(.again))
    }
    chore.state = .done
    chore.difference = difference
    return .done(
      try adjusted(chore.goods, to: quantity) + [.chore(chore)],
      .counted(difference == 0 ? .agreed : .adjusted(by: difference)))
  }

  /// A supervisor sets the book right; a count that waits for the same pieces is done by it.
  func correct(
    _ key: StockKey, _ quantity: Int, _ reason: CorrectionReason
  ) throws -> Decision {
    let session = try session(.supervisor)
    guard case .bin(let bin) = key.holder, quantity >= 0 else {
      throw Refusal.senseless("\(quantity)")
    }
    _ = try known(try facts.bin(bin), bin)
    _ = try known(try facts.product(key.sku), key.sku)
    let book = try facts.stock(at: key)?.quantity ?? 0
    let counts = try facts.chores(at: key.holder).filter { $0.kind == .count && $0.goods == key }
    return .done(
      try adjusted(key, to: quantity)
        + counts.map { chore in
          var chore = chore
          chore.state = .done
          chore.badge = session.badge
          chore.difference = quantity - book
          return .chore(chore)
        }, .counted(quantity == book ? .agreed : .adjusted(by: quantity - book)))
  }

  /// A picker says how many pieces are left in a bin that should be empty; nil says nothing.
  func zeroCheck(_ key: StockKey, _ left: Int?) throws -> Decision {
    _ = try session()
    guard left != 0 else { return .done([]) }
    return .done(try made(try countWanted(key, .zeroCheck)))
  }

  /// The book of a key becomes what was found: nothing stays frozen, and promises that cannot be
  /// kept are taken back.
  private func adjusted(_ key: StockKey, to quantity: Int) throws -> [Change] {
    let stock = try facts.stock(at: key)
    var changes: [Change] = []
    if let frozen = stock?.frozen, frozen > 0 { changes.append(.freeze(key, by: -frozen)) }
    let book = stock?.quantity ?? 0
    changes += try takenBack((stock?.allocated ?? 0) - quantity, at: key)
    if quantity < book {
      changes.append(.move(Movement(from: key, to: .outside, quantity: book - quantity)))
    } else if quantity > book {
      changes.append(
        .move(
          Movement(from: key.moved(to: .outside), to: key.holder, quantity: quantity - book)))
    }
    return changes
  }
}
