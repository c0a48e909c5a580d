import Flows
import Foundation
import Station
import Storage
import TestFloor
import Warehouse

/// The floors that are walked.
extension AnswersTests {
  /// What is on the floor that is walked.
  enum Ground: CaseIterable {
    /// Orders to pick, bins to count, a stopped order, a pick face to fill.
    case house
    /// Totes picked together that wait at two put walls and at the bench; nothing to pick.
    case sorting
    /// Goods that tell more than what they are.
    case told
    /// Parcels with labels and cages for them.
    case door
    /// Totes for a bench that asks for carton, weight and label.
    case bench
    /// One short list, so that its end is reached.
    case last
  }

  func start(_ ground: Ground) throws -> Walk {
    let seeds = Counter()
    let store = MemoryStore()
    switch ground {
    case .house: try prepare(store, seeds)
    case .sorting: try prepareSorting(store, seeds)
    case .told: try prepareTold(store, seeds)
    case .door: try prepareDoor(store)
    case .bench: try prepareBench(store)
    case .last:
      let floor = try staffed(store)
      try floor.order("O1", [("S4", 1)])
      try store.release(seeds)
    }
    return Walk(
      ground: ground, store: store,
      handheld: try store.handheld(seeds))
  }

  /// A floor where everything can happen: orders to pick, bins to count, a stopped order, a pick
  /// face to fill.
  func prepare(_ store: MemoryStore, _ seeds: Counter) throws {
    var floor = try staffed(store)
    if var site = try store.read({ try $0.site() }) {
      site.houseRules.zeroCheck = true
      try floor.load(.site, [.site(site)])
    }
    try pick("O0", "W-A", "T008", &floor)
    try floor.commit(.intercept(order: "O0", reason: "refund"))
    try pick("O9", "W-B", "T007", &floor)
    try floor.order("O1", [("S5", 1), ("S3", 1)])
    try floor.order("O2", [("S1", 2), ("S3", 2)])
    try floor.order("O3", [("S5", 3), ("S4", 1)])
    try floor.order("O4", [("S3", 1)])
    try store.release(seeds)
    let boss = try floor.signIn("B021")
    try floor.commit(
      .relocate(
        StockKey(holder: .bin("C-02-1"), sku: "S1"), to: "C-03-1", quantity: 4, chore: nil),
      by: boss)
    try floor.commit(.zeroCheck(StockKey(holder: .bin("A-02-1"), sku: "S5"), left: 2), by: boss)
    try floor.commit(.zeroCheck(StockKey(holder: .bin("B-01-1"), sku: "S3"), left: 1), by: boss)
  }

  /// Two parcels with labels, and two cages for them.
  func prepareDoor(_ store: MemoryStore) throws {
    var floor = try staffed(store)
    try pick("O7", "W-C", "T006", &floor)
    try pick("O8", "W-D", "T005", &floor)
    for cage in ["Y1", "Y2"] {
      try floor.commit(.add(.cage(Cage(code: Code(cage), carrier: "YTO"))))
    }
    let packer = try floor.signIn("B011", bench: "P01")
    for order in ["O7", "O8"] {
      try floor.commit(.openParcel(order: Code(order)), by: packer)
      try floor.commit(.verify(parcel: Code("\(order)-1"), sku: "S4", units: 2), by: packer)
    }
    try floor.commit(.signOut, by: packer)
  }

  /// A tote at a bench that asks for carton, weight and label, and a supervisor with a PIN.
  func prepareBench(_ store: MemoryStore) throws {
    var floor = try staffed(store)
    try pick("O7", "W-C", "T006", &floor)
    try pick("O8", "W-D", "T005", &floor)
    for (code, side) in [("BX1", 200), ("BX2", 400)] {
      let inside = Dimensions(length: side, width: side, height: 150)
      try floor.commit(
        .add(.carton(CartonType(code: Code(code), inside: inside, grams: 100))))
    }
    try floor.commit(
      .add(
        .person(
          Operator(
            badge: "B033", name: Name(zh: "吴芳", en: "Wu Fang"), roles: [.supervisor],
            pin: Self.hash))))
    try floor.commit(
      .adoptBenchRules(BenchRules(weighing: WeightRule(), cartons: true, proof: true)))
  }

  func staffed(_ store: MemoryStore) throws -> TestFloor {
    var floor = try TestFloor(store)
    try floor.commit(
      .add(
        .person(
          Operator(
            badge: "B031", name: Name(zh: "钱伟", en: "Qian Wei"), roles: Set(Role.allCases)))))
    try floor.commit(
      .add(
        .person(
          Operator(
            badge: "B032", name: Name(zh: "孙静", en: "Sun Jing"), roles: [.packer],
            pin: Self.hash))))
    return floor
  }

  /// Totes of two lists that were picked together, a wall more, and goods with serial numbers that
  /// the bench asks for.
  func prepareSorting(_ store: MemoryStore, _ seeds: Counter) throws {
    var floor = try staffed(store)
    try floor.commit(.add(.wall(PutWall(code: "PW2", slots: 4))))
    try handled(floor, HouseRules(serials: .bench), ["S3": { $0.tracking.serial = true }])
    try handled(floor, HouseRules(serials: .bench), ["S5": { $0.tracking.serial = true }])
    try floor.order("O1", [("S3", 2)])
    try floor.order("O2", [("S3", 1), ("S4", 1)])
    try store.release(seeds, .batch)
    try pickAll("T005", &floor)
    for number in 3...5 { try floor.order(Code("O\(number)"), [("S5", 1)]) }
    try store.release(seeds, .bulk)
    try pickAll("T006", &floor)
    try floor.order("O6", [("S3", 2)])
    try store.release(seeds)
    try pickAll("T007", &floor)
  }

  /// Picks the one list there is into a tote.
  func pickAll(_ tote: Code<Tote>, _ floor: inout TestFloor) throws {
    let picker = try floor.signIn("B001")
    guard let list = try floor.store.read({ try $0.lists(in: .released).first?.code }) else {
      throw TestFloor.Missing(what: "a list")
    }
    try floor.commit(.take(list), by: picker)
    try floor.commit(.bind(list: list, slot: 1, tote: tote), by: picker)
    for line in try floor.store.read({ try $0.pickLines(of: list) }) {
      guard case .bin(let bin) = line.from.holder else { continue }
      try floor.commit(
        .pick(line: line.code, quantity: line.open, bin: bin, tote: tote), by: picker)
    }
    try floor.commit(.finish(list: list), by: picker)
    try floor.commit(.signOut, by: picker)
  }

  /// Milk whose lot is named, paste with serial numbers, chips that are weighed, and an order that
  /// takes notebooks in place of chips.
  func prepareTold(_ store: MemoryStore, _ seeds: Counter) throws {
    let floor = try staffed(store)
    let rules = HouseRules(lots: .named, serials: .pick)
    try handled(floor, rules, ["S3": { $0.tracking.serial = true }])
    try handled(floor, rules, ["S1": { $0.handling.catchWeight = 10 }])
    try floor.load(
      .stock,
      [
        .count(
          StockKey(holder: .bin("D-01-1"), sku: "S2", lot: "L3", expiry: Day(number: 20_270_501)),
          quantity: 3)
      ])
    try floor.order("O1", [("S2", 3), ("S3", 2)])
    try floor.order("O2", [("S1", 1), ("S4", 1)])
    let order = Order(
      number: "O3", channel: "shop", carrier: "YTO",
      cutOff: TestFloor.start.adding(milliseconds: 7_200_000))
    let line = OrderLine(order: "O3", number: 1, sku: "S5", quantity: 3, substitute: "S4")
    try floor.load(
      .orders,
      [.order(order, [line], Receiver(name: "张三", phone: "1", region: "浙江", address: "1 号"))])
    try store.release(seeds)
  }

  func handled(
    _ floor: TestFloor, _ rules: HouseRules, _ products: [Code<Product>: (inout Product) -> Void]
  ) throws {
    if var site = try floor.store.read({ try $0.site() }) {
      site.houseRules = rules
      try floor.load(.site, [.site(site)])
    }
    for (sku, change) in products {
      guard var product = try floor.store.read({ try $0.product(sku) }) else { continue }
      change(&product)
      try floor.load(.products, [.product(product)])
    }
  }

  /// An order whose pieces lie in a tote at the drop.
  func pick(
    _ order: Code<Order>, _ wave: String, _ tote: Code<Tote>, _ floor: inout TestFloor
  ) throws {
    let picker = try floor.signIn("B001")
    let list = Code<PickList>(wave + "-1")
    let line = Code<PickLine>("\(order)/1.1")
    let key = StockKey(holder: .bin("D-02-1"), sku: "S4")
    try floor.order(order, [("S4", 2)])
    try floor.commit(
      .allocate([OrderAllocation(order: order, parts: [.init(line: 1, from: key, quantity: 2)])]))
    try floor.commit(
      .plan(
        Wave(code: Code(wave), carrier: "YTO", cutOff: TestFloor.start),
        [ListPlan(code: list, orders: [order], lines: [WalkStop(line)], walk: .none)]))
    try floor.commit(.release(Code(wave)))
    try floor.commit(.take(list), by: picker)
    try floor.commit(.bind(list: list, slot: 1, tote: tote), by: picker)
    try floor.commit(.pick(line: line, quantity: 2, bin: "D-02-1", tote: tote), by: picker)
    try floor.commit(.finish(list: list), by: picker)
    try floor.commit(.signOut, by: picker)
  }
}
