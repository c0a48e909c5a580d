import Storage
import Warehouse

/// What can be trained on: orders, the bins its pieces came from, and what lies there.
///
/// They stand as they were planned, whatever became of it since: what was picked lies in its bin
/// again. It still bears the names and numbers of the store it comes from.
struct WaveShape {
  var site: Site
  var zones: [Zone]
  var carrier: Carrier
  var orders: [(order: Order, lines: [OrderLine])]
  var bins: [Bin]
  var products: [Product]
  var stock: [(key: StockKey, quantity: Int)]
  var way: WavePolicy
  var cutOff: Timestamp
  /// When it came onto the floor; nil where the journal does not tell it.
  var released: Timestamp?
  /// The first promises of each order line, in their order.
  var promises: [PickLine]

  /// Reads the shape of a wave.
  init(_ facts: some Facts, wave code: Code<Wave>) throws {
    guard let wave = try facts.wave(code) else {
      throw DrillDraft.Trouble(description: "no wave \(code)")
    }
    let lists = try facts.lists(of: code)
    let orders = try lists.flatMap { try facts.pickLines(of: $0.code).map(\.order) }
    try self.init(facts, wave, Set(orders), ways: Set(lists.map(\.way)))
    released = try facts.deeds(of: code.rawValue, before: .max, limit: 1000).last { deed in
      if case .command(.release(code), .done) = deed.act { true } else { false }
    }?.at
  }

  /// Reads the shape of some orders of a wave; they were picked in these ways.
  init(
    _ facts: some Facts, _ wave: Wave, _ numbers: Set<Code<Order>>, ways: Set<PickingWay>
  ) throws {
    guard let site = try facts.site() else {
      throw DrillDraft.Trouble(description: "a store without a site")
    }
    self.site = site
    cutOff = wave.cutOff
    way =
      ways.count == 1 ? ways.first.flatMap { WavePolicy(rawValue: $0.rawValue) } ?? .auto : .auto
    orders = try numbers.sorted().compactMap { number in
      guard let order = try facts.order(number) else { return nil }
      let lines = try facts.lines(of: number).filter { $0.replaces == 0 && $0.quantity > 0 }
      return lines.isEmpty ? nil : (order, lines)
    }
    guard !orders.isEmpty else {
      throw DrillDraft.Trouble(description: "expected orders in it")
    }
    carrier =
      try facts.carrier(wave.carrier)
      ?? Carrier(code: wave.carrier, name: Name(zh: "快递", en: "Carrier"))
    promises = try Self.promises(orders, facts)
    (bins, stock) = try Self.floor(site, promises, facts)
    products = []
    zones = []
    try complete(facts)
  }

  /// Brings in the products and zones of everything that is named.
  private mutating func complete(_ facts: some Facts) throws {
    let skus = Set(stock.map(\.key.sku)).union(orders.flatMap { $0.lines.map(\.sku) })
    products = try skus.sorted().compactMap { try facts.product($0) }
    let named = Set(bins.map(\.zone)).union(site.walkRules.zones)
    zones = try named.sorted().compactMap { try facts.zone($0) }
  }

  /// Brings in what an incident has to do with beside the orders.
  mutating func add(
    bins more: Set<Code<Bin>>, products others: Set<Code<Product>>, _ facts: some Facts
  ) throws {
    for code in more.sorted() where !bins.contains(where: { $0.code == code }) {
      if let bin = try facts.bin(code) { bins.append(bin) }
    }
    try complete(facts)
    for sku in others.sorted() where !products.contains(where: { $0.sku == sku }) {
      if let product = try facts.product(sku) { products.append(product) }
    }
  }

  /// A bin whose pieces are all promised, as it must be where somebody is asked whether it is empty.
  mutating func empty(_ code: Code<Bin>) {
    for index in stock.indices where stock[index].key.holder == .bin(code) {
      let key = stock[index].key
      let wanted = promises.filter { $0.from == key }.reduce(0) { $0 + $1.quantity }
      if wanted > 0 { stock[index].quantity = wanted }
    }
  }

  /// The pieces first promised to each order line: what was promised anew after a short is left out.
  private static func promises(
    _ orders: [(order: Order, lines: [OrderLine])], _ facts: some Facts
  ) throws -> [PickLine] {
    try orders.flatMap { order, lines in
      let all = try facts.pickLines(of: order.number).sorted { $0.code < $1.code }
      return lines.flatMap { line in
        var open = line.quantity
        return all.filter { promise in
          guard promise.orderLine == line.number, open > 0 else { return false }
          open -= promise.quantity
          return true
        }
      }
    }
  }

  /// The bins of a wave with their neighbors, and what lies in them.
  ///
  /// What the wave takes lies where it takes it. A product it takes from one place keeps what is
  /// over; one it takes from several has none over, so that the same pieces are promised again.
  private static func floor(
    _ site: Site, _ promises: [PickLine], _ facts: some Facts
  ) throws -> (bins: [Bin], stock: [(key: StockKey, quantity: Int)]) {
    var wanted: [StockKey: Int] = [:]
    for promise in promises { wanted[promise.from, default: 0] += promise.quantity }
    var bins: [Code<Bin>: Bin] = [:]
    for key in wanted.keys {
      guard case .bin(let code) = key.holder, let bin = try facts.bin(code) else { continue }
      bins[code] = bin
      for near in try neighbors(of: bin, facts) { bins[near.code] = near }
    }
    var places: [Code<Product>: Int] = [:]
    for key in wanted.keys { places[key.sku, default: 0] += 1 }
    // What was picked lies in its bin again, beside what the book still has there.
    var picked: [StockKey: Int] = [:]
    for promise in promises { picked[promise.from, default: 0] += promise.picked }
    var stock = wanted
    for code in bins.keys {
      for there in try facts.stock(in: .bin(code)) where there.quantity > 0 {
        if let count = wanted[there.key] {
          guard places[there.key.sku] == 1 else { continue }
          stock[there.key] = max(count, picked[there.key, default: 0] + there.quantity)
        } else if places[there.key.sku] == nil {
          stock[there.key] = there.quantity
        }
      }
    }
    return (
      bins.values.sorted { $0.code < $1.code },
      stock.map { (key: $0.key, quantity: $0.value) }.sorted { one, other in
        ("\(one.key.holder)", one.key.sku, one.key.lot)
          < ("\(other.key.holder)", other.key.sku, other.key.lot)
      }
    )
  }

  /// The bins whose codes stand right before and behind a bin's own, as far as numbers tell.
  private static func neighbors(of bin: Bin, _ facts: some Facts) throws -> [Bin] {
    let code = bin.code.rawValue
    guard let end = code.lastIndex(where: \.isNumber) else { return [] }
    let begin = code[...end].lastIndex { !$0.isNumber }.map(code.index(after:)) ?? code.startIndex
    guard let number = Int(code[begin...end]) else { return [] }
    let width = code.distance(from: begin, to: end) + 1
    return try [number - 1, number + 1].filter { $0 >= 0 }.compactMap { other in
      let digits = String(other)
      let padded = String(repeating: "0", count: max(0, width - digits.count)) + digits
      return try facts.bin(Code(code[..<begin] + padded + code[code.index(after: end)...]))
    }
  }
}
