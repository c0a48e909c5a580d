import Storage
import TestFloor
import Testing
import Warehouse

/// Whatever way lists are picked, whatever people do with them, right or wrong: stock is conserved,
/// what lies together is what was picked together, and the books stay sound.
@Suite struct WaysPropertyTests {
  private static let skus: [Code<Product>] = ["S1", "S2", "S3", "S4", "S5", "S6"]
  private static let orders = 1...9

  @Test func anyOrderOfCommandsKeepsTheBooks() throws {
    var seen: Set<String> = []
    for seed in 1...16 { try work(UInt64(seed), &seen) }
    let wanted = [
      "stop", "changeTote", "openWall", "seed", "packNext", "lose", "plan", "verify", "unpick",
      "intercept", "putBack",
    ]
    for command in wanted {
      let isSeen = seen.contains { $0.hasPrefix(command) }
      #expect(isSeen, "\(command) was never possible, only \(seen.sorted())")
    }
  }

  private func work(_ seed: UInt64, _ seen: inout Set<String>) throws {
    var random = Seeded(seed)
    var floor = try TestFloor(MemoryStore())
    let opening = try total(floor.store)
    for number in 10...30 { try floor.commit(.add(.tote(Code("T00\(number)")))) }
    for index in Self.orders {
      let isSingle = index > 6
      let lines = (0..<(isSingle ? 1 : Int.random(in: 1...3, using: &random))).map { _ in
        (
          isSingle ? "S4" : Self.skus.randomElement(using: &random) ?? "S1",
          isSingle ? 1 : Int.random(in: 1...3, using: &random)
        )
      }
      try floor.order(Code("O\(index)"), lines)
    }
    let both = try floor.signIn("B002", bench: "P01", cart: "C02")
    let other = try floor.signIn("B001", cart: "C01")
    var lost = 0
    for step in 0..<900 {
      let command = try command(floor.store, &random)
      let person = Int.random(in: 0..<12, using: &random) > 0 ? both : other
      // Orders are stopped from the desk.
      let author: Session? = if case .intercept = command { nil } else { person }
      if case .done(let receipt) = try floor.commit(command, by: author) {
        if case .lost(let count) = receipt { lost += count }
        seen.insert(String(describing: command).prefix { $0 != "(" } + " " + name(receipt))
      }
      guard step % 10 == 0 else { continue }
      let violations = try floor.store.violations()
      #expect(violations.isEmpty, "seed \(seed) step \(step) \(command): \(violations)")
      // What nobody finds leaves the books.
      #expect(try total(floor.store) + lost == opening)
    }
  }

  private func name(_ receipt: Receipt) -> String {
    String(describing: receipt).prefix { $0 != "(" }.description
  }

  /// Base units in all holders.
  private func total(_ store: any Store) throws -> Int {
    try store.read { facts in
      var total = 0
      for sku in Self.skus {
        total += try facts.stock(of: sku).reduce(0) { $0 + $1.stock.quantity }
      }
      var holders: [Holder] = try facts.totes().map { .tote($0.code) }
      for index in Self.orders {
        holders += try facts.parcels(of: Code("O\(index)")).map { .parcel($0.code) }
      }
      for stock in try holders.flatMap({ try facts.stock(in: $0) }) {
        total += stock.quantity
      }
      return total
    }
  }

  private func command(_ store: any Store, _ random: inout Seeded) throws -> Command {
    try store.read { facts in
      var order = Code<Order>("O\(Int.random(in: Self.orders, using: &random))")
      let waves = try facts.waveProgress().map(\.wave)
      let lists = try waves.flatMap { try facts.lists(of: $0.code) }
      let busy = lists.filter { $0.state != .done }
      let list = (busy.isEmpty || Int.random(in: 0..<4, using: &random) == 0 ? lists : busy)
        .randomElement(using: &random)
      let lines = try list.map { try facts.pickLines(of: $0.code) } ?? []
      let line = lines.filter { $0.open > 0 }.randomElement(using: &random)
      let tote = Code<Tote>("T00\(Int.random(in: 1...30, using: &random))")
      let gathered = try facts.gathered(on: nil).randomElement(using: &random)?.code ?? tote
      let sku = Self.skus.randomElement(using: &random) ?? "S1"
      switch Int.random(in: 0..<29, using: &random) {
      case 0, 1:
        order = try facts.orders(in: .new, limit: 9).randomElement(using: &random)?.number ?? order
        let today = Day(number: 20_261_122) ?? Day(daysSince1970: 0)
        let parts = try facts.lines(of: order).flatMap { line in
          choose(line.quantity, from: try facts.stock(of: line.sku), today: today).map {
            OrderAllocation.Part(line: line.number, from: $0.key, quantity: $0.quantity)
          }
        }
        return .allocate([OrderAllocation(order: order, parts: parts)])
      case 2: return try plan(waves.count + 1, facts, &random)
      case 3: return .release(waves.last { $0.state == .planned }?.code ?? "W1")
      case 4, 5: return .take(list?.code ?? "W1-1")
      case 6, 7, 8:
        let slot = list?.slots.filter { $0.tote == nil }.randomElement(using: &random)
        return .bind(list: list?.code ?? "W1-1", slot: slot?.number ?? 1, tote: tote)
      case 9...13:
        guard let line, case .bin(let bin) = line.from.holder else { return .note }
        let together = lines.filter {
          $0.open > 0 && $0.from == line.from && $0.slot == line.slot
        }
        let own = list?.slots.first { $0.number == line.slot }?.tote ?? tote
        let open = together.reduce(0) { $0 + $1.open }
        let quantity =
          Bool.random(using: &random)
          ? open : Int.random(in: 1...open + (open > 1 ? 0 : 1), using: &random)
        return .stop(
          lines: together.map(\.code), .pick(quantity: quantity, bin: bin, tote: own))
      case 14:
        guard let line, Int.random(in: 0..<5, using: &random) == 0 else { return .note }
        let together = lines.filter { $0.open > 0 && $0.from == line.from }
        return .stop(
          lines: together.map(\.code), Bool.random(using: &random) ? .skip : .short(.fewer))
      case 15: return .changeTote(list: list?.code ?? "W1-1", slot: 1, tote: tote)
      case 16, 17: return .finish(list: list?.code ?? "W1-1")
      case 18:
        return .openWall(
          list: (lists.filter { $0.way == .batch && $0.state == .done }.last ?? list)?.code ?? "L",
          wall: "PW1")
      case 19, 20, 21:
        let slot = try facts.taken(of: "PW1").randomElement(using: &random)
        let owner = slot?.order ?? order
        let line = try facts.pickLines(of: owner).first { $0.picked > $0.seeded }
        let from = try line?.list.flatMap { try facts.gathered(on: $0).first?.code }
        return .seed(
          from: Int.random(in: 0..<6, using: &random) > 0 ? from ?? gathered : gathered,
          order: owner,
          sku: Int.random(in: 0..<6, using: &random) > 0 ? line?.from.sku ?? sku : sku,
          quantity: Int.random(in: 1...2, using: &random), tote: slot?.tote ?? tote)
      case 22: return .packNext(from: gathered, sku: "S4")
      case 23:
        return Int.random(in: 0..<4, using: &random) == 0 ? .lose(from: gathered) : .note
      case 24:
        let ready = try facts.orders(in: .picked, limit: 9).randomElement(using: &random)
        return .openParcel(order: ready?.number ?? order)
      case 25:
        guard Int.random(in: 0..<4, using: &random) == 0 else { return .note }
        return .unpick(list: list?.code ?? "W1-1")
      case 26:
        guard Int.random(in: 0..<12, using: &random) == 0 else { return .note }
        return .intercept(order: order, reason: "refund")
      case 27:
        let chore = try facts.openChores(.putBack).randomElement(using: &random)
        return .putBack(
          chore: chore?.number ?? 1, quantity: chore?.quantity ?? 1, bin: chore?.to ?? "A-01-1")
      default:
        order =
          try facts.orders(in: .packing, limit: 9).randomElement(using: &random)?.number ?? order
        let parcel = try facts.parcels(of: order).last?.code ?? "O1-1"
        guard Int.random(in: 0..<6, using: &random) > 0 else {
          return .settle(parcel: parcel, .hold)
        }
        let tote = try facts.totes(of: order).first?.code ?? tote
        let here = try facts.stock(in: .tote(tote)).randomElement(using: &random)?.key.sku
        return .verify(parcel: parcel, sku: here ?? sku, units: 1)
      }
    }
  }

  /// A wave of one way over some orders that may or may not be free, on one list or on two.
  private func plan(
    _ number: Int, _ facts: any Facts, _ random: inout Seeded
  ) throws -> Command {
    let way = PickingWay.allCases.randomElement(using: &random) ?? .cluster
    let free = try facts.orders(in: .allocated, limit: 9).map(\.number)
    let orders: [Code<Order>] =
      switch way {
      case .discrete: Array(free.prefix(1))
      case .bulk: free.filter { ["O7", "O8", "O9"].contains($0) }
      case .cluster, .batch, .zone: Array(free.prefix(3))
      }
    let lines = try orders.flatMap { try facts.pickLines(of: $0) }.filter { $0.state == .open }
    let wave = Wave(code: Code("W\(number)"), carrier: "YTO", cutOff: TestFloor.start)
    func list(
      _ place: Int, _ lines: [PickLine], after: Code<PickList>? = nil
    ) -> ListPlan {
      ListPlan(
        code: Code("W\(number)-\(place)"), orders: Set(lines.map(\.order)).sorted(),
        lines: lines.map { WalkStop($0.code) }, walk: .none, way: way, after: after)
    }
    guard way == .zone, lines.count > 1 else { return .plan(wave, [list(1, lines)]) }
    let first = list(1, Array(lines.prefix(lines.count / 2)))
    return .plan(
      wave, [first, list(2, Array(lines.dropFirst(lines.count / 2)), after: first.code)])
  }
}
