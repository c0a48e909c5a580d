extension Reader {
  /// What an order of a wave wants of a product, and what of it can still be picked.
  struct Want {
    var order: Order
    /// Pieces that are not picked yet, promised or missing.
    var pieces = 0
    /// The open lines that will bring some.
    var promised: [PickLine] = []
    /// A line of an open list to which more can be promised.
    var target: PickLine?
    /// Whether other lines of the order miss pieces, so that it cannot be whole.
    var isBroken = false

    /// Whether nothing of the order misses when it gets so many pieces.
    func isWhole(with share: Int) -> Bool { !isBroken && share >= pieces }

    var open: Int { promised.reduce(0) { $0 + $1.open } }
  }

  /// How what can still be picked of a product would be shared fairly over a wave's orders.
  ///
  /// Higher priority first, then the earlier cut-off. Among equals, orders that can be whole come
  /// before those that cannot, those that want fewest pieces first, so that as many as possible
  /// are whole; then by number. An order gets all it wants or, where that is not there, waits until
  /// every other equal one that can be whole is; what is left goes to the first that lacks some.
  /// Nothing moves between equals unless more orders are whole by it.
  func sharing(of sku: Code<Product>, over wave: Code<Wave>) throws -> Sharing? {
    let wants = try wants(of: sku, in: wave)
    let pool = wants.reduce(0) { $0 + $1.open }
    guard wants.reduce(0, { $0 + $1.pieces }) > pool, pool > 0 else { return nil }
    let shares = Self.shares(of: pool, over: wants)
    var givers = wants.enumerated().map { max(0, $1.open - shares[$0]) }
    var moves: [Sharing.Move] = []
    var ground: Sharing.Ground?
    for (index, want) in wants.enumerated() {
      var lacks = want.target == nil ? 0 : max(0, shares[index] - want.open)
      for giver in wants.indices.reversed() where lacks > 0 && givers[giver] > 0 {
        let pieces = min(lacks, givers[giver])
        lacks -= pieces
        givers[giver] -= pieces
        let other = wants[giver].order
        moves.append(.init(from: other.number, to: want.order.number, pieces: pieces))
        ground =
          ground
          ?? (want.order.priority != other.priority
            ? .priority : want.order.cutOff != other.cutOff ? .cutOff : .whole)
      }
    }
    let isBetter =
      shares.indices.count { wants[$0].isWhole(with: shares[$0]) }
      > wants.count { $0.isWhole(with: $0.open) }
    let numbers = Dictionary(wants.map { ($0.order.number, $0.order) }) { first, _ in first }
    let isUrgent = moves.contains { move in
      numbers[move.from]?.priority != numbers[move.to]?.priority
        || numbers[move.from]?.cutOff != numbers[move.to]?.cutOff
    }
    guard isBetter || isUrgent else { return nil }
    return ground.map { Sharing(moves: moves, ground: $0, orders: wants.count) }
  }

  /// The orders of a wave that want a product and are being picked, in the order in which they get.
  func wants(of sku: Code<Product>, in wave: Code<Wave>) throws -> [Want] {
    var wants: [Code<Order>: Want] = [:]
    for list in try facts.lists(of: wave) where list.isOpen {
      for line in try facts.pickLines(of: list.code) where line.from.sku == sku {
        guard let order = try facts.order(line.order),
          order.state == .planned || order.state == .picking
        else { continue }
        var want = wants[line.order] ?? Want(order: order)
        if line.open > 0 { want.promised.append(line) }
        want.target = want.target ?? line
        wants[line.order] = want
      }
    }
    for (number, var want) in wants {
      let missing = try missing(of: want.order)
      want.pieces =
        want.open + missing.filter { $0.line.sku == sku }.reduce(0) { $0 + $1.pieces }
      want.isBroken = missing.contains { $0.line.sku != sku }
      wants[number] = want
    }
    return wants.values.filter { $0.pieces > 0 }.sorted { one, other in
      if one.order.priority != other.order.priority {
        return one.order.priority > other.order.priority
      }
      if one.order.cutOff != other.order.cutOff { return one.order.cutOff < other.order.cutOff }
      if one.isBroken != other.isBroken { return other.isBroken }
      if one.pieces != other.pieces { return one.pieces < other.pieces }
      return one.order.number < other.order.number
    }
  }

  /// How many pieces each want gets of so many.
  static func shares(of pool: Int, over wants: [Want]) -> [Int] {
    var shares = wants.map { _ in 0 }
    var left = pool
    var start = 0
    while start < wants.count {
      let first = wants[start].order
      var end = start
      while end < wants.count, wants[end].order.priority == first.priority,
        wants[end].order.cutOff == first.cutOff
      { end += 1 }
      for index in start..<end where !wants[index].isBroken && wants[index].pieces <= left {
        shares[index] = wants[index].pieces
        left -= shares[index]
      }
      for index in start..<end {
        let more = min(left, wants[index].pieces - shares[index])
        shares[index] += more
        left -= more
      }
      start = end
    }
    return shares
  }
}
