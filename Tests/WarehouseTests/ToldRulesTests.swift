import Storage
import TestFloor
import Testing
import Warehouse

/// What must be known of pieces before they are picked or packed, on both stores: lots, dates,
/// serial numbers, weights, handling units, substitutes.
@Suite struct ToldRulesTests {
  /// A floor whose house asks for what the test is about.
  private func house(
    _ engine: Engine, _ rules: HouseRules, _ products: [Code<Product>: (inout Product) -> Void],
    _ orders: [[(Code<Product>, Int)]]
  ) throws -> House {
    let house = try House(engine, orders)
    let site = try #require(try house.store.read { try $0.site() })
    var changed = site
    changed.houseRules = rules
    try house.floor.load(.site, [.site(changed)])
    for (sku, change) in products {
      var product = try #require(try house.store.read { try $0.product(sku) })
      change(&product)
      try house.floor.load(.products, [.product(product)])
      #expect(try house.store.read { try $0.product(sku) } == product)
    }
    #expect(try house.store.read { try $0.site()?.houseRules } == rules)
    return house
  }

  private func pick(_ quantity: Int, _ bin: Code<Bin>, _ told: Told = Told()) -> Command {
    .told(.pick(line: "O1/1.1", quantity: quantity, bin: bin, tote: "T001"), told)
  }

  @Test(arguments: Engine.allCases) func theLotMustBeNamedAndBeTheRightOne(
    _ engine: Engine
  ) throws {
    var house = try house(
      engine, HouseRules(lots: .named), [:], [[("S2", 2)]])
    try house.list("W1", ["O1"])
    #expect(
      try house.refusal(pick(2, "B-02-1"), by: house.picker) == .lotWanted("S2", lot: "L1"))
    #expect(
      try house.refusal(pick(2, "B-02-1", Told(lot: "L2")), by: house.picker)
        == .wrongLot(found: "L2", wanted: "L1"))
    let other = try #require(Day(number: 20_270_301))
    #expect(
      try house.refusal(pick(2, "B-02-1", Told(lot: "L1", expiry: other)), by: house.picker)
        == .wrongDate(found: other, wanted: try #require(Day(number: 20_261_201))))
    try house.done(pick(2, "B-02-1", Told(lot: "L1")), by: house.picker)
  }

  @Test(arguments: Engine.allCases, OtherLot.allCases)
  func anotherLotOfTheBinIsTakenAsTheHouseAllows(_ engine: Engine, _ rule: OtherLot) throws {
    var house = try house(
      engine, HouseRules(lots: .named, otherLot: rule), [:], [[("S2", 2)]])
    try house.list("W1", ["O1"])
    let later = StockKey(
      holder: .bin("B-02-1"), sku: "S2", lot: "L9", expiry: Day(number: 20_270_601))
    let gone = StockKey(
      holder: .bin("B-02-1"), sku: "S2", lot: "L0", expiry: Day(number: 20_261_101))
    try house.floor.load(
      .stock, [.count(later, quantity: 5), .count(gone, quantity: 5)])
    let found = try house.refusal(
      .changeLot(lines: ["O1/1.1"], lot: "L0"), by: house.picker)
    #expect(found == .expired(lot: "L0", try #require(gone.expiry)))
    #expect(
      try house.refusal(.changeLot(lines: ["O1/1.1"], lot: "NO"), by: house.picker)
        == .wrongLot(found: "NO", wanted: "L1"))
    let change = Command.changeLot(lines: ["O1/1.1"], lot: "L9")
    switch rule {
    case .never:
      #expect(
        try house.refusal(change, by: house.picker) == .wrongLot(found: "L9", wanted: "L1"))
    case .sooner:
      #expect(
        try house.refusal(change, by: house.picker) == .laterLot(found: "L9", wanted: "L1"))
    case .any:
      try house.done(change, by: house.picker)
      #expect(try house.store.read { try $0.stock(at: later)?.allocated } == 2)
      try house.done(pick(2, "B-02-1", Told(lot: "L9")), by: house.picker)
      try house.done(.unpick(list: "W1-1"), by: house.picker)
      #expect(try house.store.read { try $0.stock(at: later)?.allocated } == 2)
    }
  }

  @Test(arguments: Engine.allCases) func expiredGoodsStay(_ engine: Engine) throws {
    var house = try house(engine, HouseRules(), [:], [[("S2", 1)]])
    try house.list("W1", ["O1"])
    let outcome = try house.store.commit(
      Commit(
        id: "late", command: pick(1, "B-02-1"),
        author: Author(session: house.picker.code, token: house.picker.token),
        at: TestFloor.start.adding(milliseconds: 30 * 86_400_000)))
    #expect(
      outcome == .refused(.expired(lot: "L1", try #require(Day(number: 20_261_201)))))
  }

  @Test(arguments: Engine.allCases) func aSerialNumberAPieceAndNoneTwice(
    _ engine: Engine
  ) throws {
    var house = try house(
      engine, HouseRules(serials: .pick), ["S3": { $0.tracking.serial = true }],
      [[("S3", 3)], [("S3", 1)]])
    try house.list("W1", ["O1", "O2"])
    #expect(
      try house.refusal(pick(2, "B-01-1", Told(serials: ["N1"])), by: house.picker)
        == .serialsWanted("S3", found: 1, wanted: 2))
    #expect(
      try house.refusal(pick(2, "B-01-1", Told(serials: ["N1", "N1"])), by: house.picker) != nil)
    try house.done(pick(2, "B-01-1", Told(serials: ["N1", "N2"])), by: house.picker)
    #expect(
      try house.refusal(pick(1, "B-01-1", Told(serials: ["N2"])), by: house.picker)
        == .serialUsed("N2", .tote("T001")))
    let packed = try house.store.read { try $0.serials("N2").map(\.holder) }
    #expect(packed == [.tote("T001")])
    // The other product's number N2 is another number.
    #expect(try house.store.read { try $0.serial("N2", of: "S1") } == nil)
  }

  @Test(arguments: Engine.allCases) func weightsAreKeptOnPickAndParcel(_ engine: Engine) throws {
    var house = try house(
      engine, HouseRules(), ["S3": { $0.handling.catchWeight = 10 }], [[("S3", 3)]])
    try house.list("W1", ["O1"])
    #expect(try house.refusal(pick(2, "B-01-1"), by: house.picker) == .weightWanted("S3"))
    #expect(
      try house.refusal(pick(2, "B-01-1", Told(grams: 500)), by: house.picker)
        == .weightOff(grams: 500, from: 270, to: 330))
    try house.done(pick(2, "B-01-1", Told(grams: 311)), by: house.picker)
    try house.done(pick(1, "B-01-1", Told(grams: 149)), by: house.picker)
    #expect(try house.store.read { try $0.picks(of: "W1-1").map(\.grams) } == [311, 149])
    try house.done(.finish(list: "W1-1"), by: house.picker)
    let packer = try house.floor.signIn("B011", bench: "P01")
    try house.done(.openParcel(order: "O1"), by: packer)
    try house.done(.verify(parcel: "O1-1", sku: "S3", units: 3), by: packer)
    #expect(try house.store.read { try $0.parcel("O1-1")?.grams } == 460)
  }

  @Test(arguments: Engine.allCases) func aUnitGoesWholeOrIsOpened(_ engine: Engine) throws {
    var house = try house(engine, HouseRules(), [:], [[("S3", 7)]])
    try house.list("W1", ["O1"])
    let goods = StockKey(holder: .bin("B-01-1"), sku: "S3")
    try house.floor.load(
      .stock,
      [
        .unit(HandlingUnit(code: "U1", goods: goods, quantity: 4)),
        .unit(HandlingUnit(code: "U2", goods: goods, quantity: 6)),
      ])
    func state(_ code: Code<HandlingUnit>) throws -> HandlingUnit.State? {
      try house.store.read { try $0.unit(code)?.state }
    }
    #expect(
      try house.refusal(pick(3, "B-01-1", Told(unit: "U1")), by: house.picker)
        == .unitHolds("U1", "S3", 4))
    try house.done(pick(4, "B-01-1", Told(unit: "U1")), by: house.picker)
    #expect(try state("U1") == .picked)
    #expect(
      try house.refusal(pick(3, "B-01-1", Told(unit: "U1")), by: house.picker)
        == .unitIs("U1", .picked, "B-01-1"))
    try house.done(.unpick(list: "W1-1"), by: house.picker)
    #expect(try state("U1") == .whole)
    // All that lies there is in units: a loose piece opens one, the last by its code.
    try house.done(pick(1, "B-01-1"), by: house.picker)
    #expect(try state("U1") == .whole)
    #expect(try state("U2") == .opened)
  }

  @Test(arguments: Engine.allCases) func aSubstituteIsPickedAndSent(_ engine: Engine) throws {
    var house = try house(engine, HouseRules(), [:], [[("S5", 3)]])
    try house.floor.load(.stock, [.count(StockKey(holder: .bin("D-03-1"), sku: "S4"), quantity: 1)])
    try house.list("W1", ["O1"])
    #expect(try house.refusal(.substitute(line: "O1/1.1"), by: house.picker) != nil)
    try house.done(.short(line: "O1/1.1", reason: .fewer), by: house.picker)
    // The order allows nothing else.
    #expect(
      try house.refusal(.substitute(line: "O1/1.1"), by: house.picker)
        == .lineIs("O1/1.1", .short))
  }

  /// Whatever is picked, taken back, packed and put back: a serial number is where its piece is, and
  /// a pick that is taken back leaves nothing.
  @Test(arguments: Engine.allCases, 1...4)
  func takingBackGivesSerialNumbersBack(_ engine: Engine, _ seed: UInt64) throws {
    var random = Seeded(seed)
    var house = try house(
      engine, HouseRules(serials: .pick),
      ["S3": { $0.tracking.serial = true }], [[("S3", 4)], [("S3", 3)]])
    try house.list("W1", ["O1", "O2"])
    var before: [[SerialNumber]] = []
    var next = 0
    func numbers() throws -> [SerialNumber] {
      try house.store.read { facts in
        try facts.serials(in: .tote("T001")) + facts.serials(in: .tote("T002"))
      }
    }
    for _ in 0..<40 {
      let lines = try house.store.read { try $0.pickLines(of: Code<PickList>("W1-1")) }
        .filter { $0.open > 0 }
      if let line = lines.randomElement(using: &random), Bool.random(using: &random) {
        let quantity = Int.random(in: 1...line.open, using: &random)
        let given = (0..<quantity).map { "N\((next + $0) % 9)" }
        let known = try numbers().map(\.number)
        before.append(try numbers())
        next += quantity
        guard case .bin(let bin) = line.from.holder else { continue }
        let command = Command.told(
          .pick(
            line: line.code, quantity: quantity, bin: bin, tote: Code("T00\(line.slot)")),
          Told(serials: given))
        if Set(given).isDisjoint(with: known) {
          try house.done(command, by: house.picker)
          #expect(try numbers().count == known.count + quantity)
        } else {
          #expect(try house.refusal(command, by: house.picker) != nil)
          before.removeLast()
        }
      } else if let earlier = before.popLast() {
        try house.done(.unpick(list: "W1-1"), by: house.picker)
        #expect(try numbers() == earlier)
      }
    }
    #expect(next > 8)
  }

  /// A store in which more serial numbers are somewhere than pieces is told so.
  @Test(arguments: Engine.allCases) func unitsBeyondTheStockAreFound(_ engine: Engine) throws {
    let house = try House(engine, [])
    let goods = StockKey(holder: .bin("B-01-1"), sku: "S3")
    try house.floor.load(.stock, [.unit(HandlingUnit(code: "U1", goods: goods, quantity: 11))])
    #expect(try house.store.violations().map(\.rule) == [.units])
    // A count that leaves no room for a unit opens it.
    try house.floor.load(.stock, [.count(goods, quantity: 8)])
    #expect(try house.store.violations().isEmpty)
  }
}
