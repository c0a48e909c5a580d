import Storage
import TestFloor
import Testing
import Warehouse

/// Whatever people do, in whatever order, right or wrong: stock is conserved, nothing is
/// over-picked, nothing is shipped that was not verified.
@Suite struct RulesPropertyTests {
  private static let skus: [Code<Product>] = ["S1", "S2", "S3", "S4", "S5", "S6"]

  @Test(arguments: 1...16) func anyOrderOfCommandsKeepsTheBooks(seed: Int) throws {
    var random = Seeded(UInt64(seed))
    var floor = try TestFloor(MemoryStore())
    let opening = try total(floor.store)
    for index in 1...8 {
      let lines = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        (Self.skus.randomElement(using: &random) ?? "S1", Int.random(in: 1...4, using: &random))
      }
      try floor.order(Code("O\(index)"), lines)
    }
    let people = [
      try floor.signIn("B001", cart: "C01"),
      try floor.signIn("B002", bench: "P01", cart: "C02"),
      try floor.signIn("B011", bench: "P01"),
    ]
    var done = 0
    for step in 0..<400 {
      let command = try command(floor.store, &random)
      let person = Bool.random(using: &random) ? people.randomElement(using: &random) : people[1]
      if case .done = try floor.commit(command, by: person) { done += 1 }
      guard step % 8 == 0 else { continue }
      #expect(try floor.store.violations().isEmpty)
      #expect(try total(floor.store) == opening)
      try nothingIsOverPicked(floor.store)
    }
    #expect(done > 15, "the commands were hardly ever possible: the test tests nothing")
  }

  /// Base units of each product in all holders and outside, counted through the facts.
  private func total(_ store: any Store) throws -> [Code<Product>: Int] {
    try store.read { facts in
      var total: [Code<Product>: Int] = [:]
      for sku in Self.skus {
        var units = try facts.stock(of: sku).reduce(0) { $0 + $1.stock.quantity }
        for tote in try facts.totes() {
          units += try facts.stock(in: .tote(tote.code)).filter { $0.key.sku == sku }
            .reduce(0) { $0 + $1.quantity }
        }
        for index in 1...8 {
          for parcel in try facts.parcels(of: Code("O\(index)")) {
            units += try facts.stock(in: .parcel(parcel.code)).filter { $0.key.sku == sku }
              .reduce(0) { $0 + $1.quantity }
          }
        }
        // Pieces nobody found leave the books to the outside, where they are counted below zero.
        units += try facts.stock(in: .outside).filter { $0.key.sku == sku }
          .reduce(0) { $0 + $1.quantity }
        total[sku] = units
      }
      return total
    }
  }

  private func nothingIsOverPicked(_ store: any Store) throws {
    try store.read { facts in
      for index in 1...8 {
        let number = Code<Order>("O\(index)")
        let picks = try facts.pickLines(of: number)
        for line in try facts.lines(of: number) {
          let picked = picks.filter { $0.orderLine == line.number }.reduce(0) { $0 + $1.picked }
          #expect(picked <= line.quantity)
          #expect(line.packed + line.short <= line.quantity)
          #expect(line.packed <= picked)
        }
        guard try facts.order(number)?.state == .packed else { continue }
        for line in try facts.lines(of: number) {
          #expect(line.packed + line.short == line.quantity)
        }
      }
    }
  }

  /// A command that may be right, or nearly right, or nonsense.
  private func command(_ store: any Store, _ random: inout Seeded) throws -> Command {
    try store.read { facts in
      let order = Code<Order>("O\(Int.random(in: 1...8, using: &random))")
      let waves = try facts.waveProgress().map(\.wave)
      let lists = try waves.flatMap { try facts.lists(of: $0.code) }
      let list = lists.randomElement(using: &random)
      let lines = try list.map { try facts.pickLines(of: $0.code) } ?? []
      let open = lines.filter { $0.open > 0 }
      let line = (Bool.random(using: &random) ? open : lines).randomElement(using: &random)
      let tote = Code<Tote>("T00\(Int.random(in: 1...9, using: &random))")
      let bin = TestFloorBins.codes.randomElement(using: &random) ?? "A-01-1"
      switch Int.random(in: 0..<16, using: &random) {
      case 0, 1:
        let today = Day(number: 20_261_122) ?? Day(daysSince1970: 0)
        let parts = try facts.lines(of: order).flatMap { line in
          choose(line.quantity, from: try facts.stock(of: line.sku), today: today).map {
            OrderAllocation.Part(line: line.number, from: $0.key, quantity: $0.quantity)
          }
        }
        return .allocate([OrderAllocation(order: order, parts: parts)])
      case 2:
        let code = Code<Wave>("W\(waves.count + 1)")
        let picks = try facts.pickLines(of: order).filter { $0.state == .open }.map(\.code)
        return .plan(
          Wave(code: code, carrier: "YTO", cutOff: TestFloor.start),
          [
            ListPlan(
              code: Code("\(code)-1"), orders: [order], lines: picks.map { WalkStop($0) },
              walk: .none)
          ])
      case 3: return .release(waves.randomElement(using: &random)?.code ?? "W1")
      case 4: return .take(list?.code ?? "W1-1")
      case 5, 6: return .bind(list: list?.code ?? "W1-1", slot: 1, tote: tote)
      case 7, 8, 9:
        let own = list?.slots.first?.tote
        var from = bin
        if let line, case .bin(let code) = line.from.holder, Bool.random(using: &random) {
          from = code
        }
        return .pick(
          line: line?.code ?? "O1/1.1", quantity: Int.random(in: 0...3, using: &random), bin: from,
          tote: own ?? tote)
      case 10:
        guard Int.random(in: 0..<4, using: &random) == 0 else {
          return .skip(line: line?.code ?? "x")
        }
        return .short(
          line: line?.code ?? "O1/1.1",
          reason: ShortReason.allCases.randomElement(using: &random) ?? .empty)
      case 11: return .finish(list: list?.code ?? "W1-1")
      case 12: return .openParcel(order: order)
      case 13, 14:
        let parcel = try facts.parcels(of: order).last?.code ?? "O1-1"
        return .verify(
          parcel: parcel, sku: Self.skus.randomElement(using: &random) ?? "S1",
          units: Int.random(in: 0...2, using: &random))
      default:
        let parcel = try facts.parcels(of: order).last?.code ?? "O1-1"
        let settlement: Settlement = Bool.random(using: &random) ? .shipWithout : .hold
        guard Int.random(in: 0..<4, using: &random) == 0 else {
          return .reprint(parcel: parcel, reason: "torn")
        }
        return .settle(parcel: parcel, settlement)
      }
    }
  }
}

enum TestFloorBins {
  static let codes: [Code<Bin>] = ["A", "B", "C", "D"].flatMap { aisle in
    ["01", "02", "03"].map { Code("\(aisle)-\($0)-1") }
  }
}
