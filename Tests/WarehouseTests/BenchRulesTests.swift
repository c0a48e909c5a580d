import Storage
import TestFloor
import Testing
import Warehouse

/// Weight, carton, material, several parcels, the look left out, the label scanned back: on both stores.
@Suite struct BenchRulesTests {
  /// Orders that are picked whole into totes, their benches' rules, and a packer at a bench.
  private func bench(
    _ engine: Engine, _ rules: BenchRules, _ orders: [[(Code<Product>, Int)]]
  ) throws -> (House, Session) {
    var house = try House(engine, orders)
    for (code, side, grams) in [("BX1", 150, 50), ("BX2", 300, 120)] {
      try house.done(
        .add(
          .carton(
            CartonType(
              code: Code(code), inside: Dimensions(length: side, width: side, height: 100),
              grams: grams))))
    }
    try house.done(.adoptBenchRules(rules))
    for index in orders.indices {
      let (order, list, tote) = ("O\(index + 1)", "W\(index + 1)", "T00\(index + 1)")
      let lines = try house.store.read { facts in
        try facts.pickLines(of: Code<Order>(order)).map { WalkStop($0.code) }
      }
      try house.done(
        .plan(
          Wave(code: Code(list), carrier: "YTO", cutOff: TestFloor.start),
          [ListPlan(code: Code(list + "-1"), orders: [Code(order)], lines: lines, walk: .none)]))
      try house.done(.release(Code(list)))
      try house.done(.take(Code(list + "-1")), by: house.picker)
      try house.done(
        .bind(list: Code(list + "-1"), slot: 1, tote: Code(tote)), by: house.picker)
      for line in try house.store.read({ try $0.pickLines(of: Code<Order>(order)) }) {
        try house.pick(line.code, line.quantity, tote: Code(tote))
      }
      try house.done(.finish(list: Code(list + "-1")), by: house.picker)
    }
    // Signed in before the floor is handed on: it counts its commands.
    let packer = try house.floor.signIn("B011", bench: "P01")
    return (house, packer)
  }

  private func state(_ house: House, _ parcel: Code<Parcel>) throws -> Parcel.State? {
    try house.store.read { try $0.parcel(parcel)?.state }
  }

  private let weighed = BenchRules(weighing: WeightRule(grams: 10, percent: 2, learnAfter: 2))

  @Test(arguments: Engine.allCases) func aWeightThatPassesClosesTheParcel(
    _ engine: Engine
  ) throws {
    var (house, packer) = try bench(engine, weighed, [[("S3", 3), ("S4", 1)]])
    try house.done(.openParcel(order: "O1"), by: packer)
    #expect(
      try house.refusal(.weigh(parcel: "O1-1", grams: 500, .scale), by: packer)
        == .bench(.notWhole("O1-1", left: 4)))
    try house.done(.verify(parcel: "O1-1", sku: "S3", units: 3), by: packer)
    #expect(
      try house.done(.verify(parcel: "O1-1", sku: "S4", units: 1), by: packer)
        == .verified(left: 0, undecided: 0))
    // 3 x 150 + 180, and the smallest carton with room: 50. 2 % of 680 are 14.
    guard case .bench(let view?) = try house.store.answer(.bench("O1-1")) else {
      Issue.record("no view")
      return
    }
    #expect(view.expected.grams == 680)
    #expect((view.expected.least, view.expected.most) == (666, 694))
    #expect(view.isWhole)
    #expect(
      try house.refusal(.weigh(parcel: "O1-1", grams: 665, .scale), by: packer)
        == .bench(.weightOutside(grams: 665, expected: 680, least: 666, most: 694)))
    #expect(try state(house, "O1-1") == .open)
    let receipt = try house.done(.weigh(parcel: "O1-1", grams: 694, .keyed), by: packer)
    #expect(receipt == .closed("O1-1", waybill: "YT0000000000001"))
    try house.store.read { facts in
      try #expect(facts.parcel("O1-1")?.grams == 694)
      try #expect(facts.packing(of: "O1-1")?.weight?.source == .keyed)
      try #expect(facts.packing(of: "O1-1")?.weight?.approver == nil)
      try #expect(facts.order("O1")?.state == .packed)
      // Two products in one parcel teach nothing.
      try #expect(facts.learnedWeights().isEmpty)
    }
  }

  @Test(arguments: Engine.allCases) func onlyASupervisorLetsAWeightPass(_ engine: Engine) throws {
    var (house, packer) = try bench(engine, weighed, [[("S3", 2)]])
    try house.done(.openParcel(order: "O1"), by: packer)
    try house.done(.verify(parcel: "O1-1", sku: "S3", units: 2), by: packer)
    func pass(_ badge: Code<Operator>) -> Command {
      .passWeight(parcel: "O1-1", grams: 500, .scale, by: badge, .checked)
    }
    #expect(try house.refusal(pass("B011"), by: packer) == .notAllowed(.supervisor))
    #expect(try house.refusal(pass("B999"), by: packer) == .unknown("B999"))
    try house.done(pass("B021"), by: packer)
    let weight = try house.store.read { try $0.packing(of: "O1-1")?.weight }
    #expect(weight?.approver == "B021")
    #expect(weight?.reason == .checked)
    #expect(weight?.grams == 500)
    // It was let pass because its pieces were right: the record is not doubted.
    #expect(try house.store.read { try $0.learnedWeight(of: "S3") } == nil)
  }

  /// After so many parcels of one product alone, history is believed more than the record.
  @Test(arguments: Engine.allCases) func historyTeachesWhatAPieceWeighs(_ engine: Engine) throws {
    var (house, packer) = try bench(
      engine, weighed, [[("S3", 2)], [("S3", 1)], [("S3", 4)]])
    for (number, grams) in [(1, 410), (2, 230)] {
      let parcel = Code<Parcel>("O\(number)-1")
      let units = number == 1 ? 2 : 1
      try house.done(.openParcel(order: Code("O\(number)")), by: packer)
      try house.done(.verify(parcel: parcel, sku: "S3", units: units), by: packer)
      #expect(
        try house.refusal(.weigh(parcel: parcel, grams: grams, .scale), by: packer) != nil)
      try house.done(
        .passWeight(parcel: parcel, grams: grams, .scale, by: "B021", .bookWrong), by: packer)
    }
    // 410 and 230 without their cartons of 50: 540 grams of 3 pieces.
    #expect(
      try house.store.read { try $0.learnedWeight(of: "S3") }
        == LearnedWeight(sku: "S3", parcels: 2, pieces: 3, grams: 540))
    try house.done(.openParcel(order: "O3"), by: packer)
    try house.done(.verify(parcel: "O3-1", sku: "S3", units: 4), by: packer)
    guard case .bench(let view?) = try house.store.answer(.bench("O3-1")) else {
      Issue.record("no view")
      return
    }
    #expect(view.expected.parts.first?.basis == .history(parcels: 2))
    #expect(view.expected.parts.first?.grams == 720)
    try house.done(
      .weigh(parcel: "O3-1", grams: view.expected.grams, .scale), by: packer)
    #expect(try house.store.read { try $0.learnedWeight(of: "S3")?.parcels } == 3)
  }

  @Test func historyForgetsHalfOfWhatIsOld() {
    var learned = LearnedWeight(sku: "S")
    for _ in 0..<LearnedWeight.memory { learned.learn(pieces: 2, grams: 200) }
    #expect(learned.weight(of: 3) == 300)
    for _ in 0..<LearnedWeight.memory { learned.learn(pieces: 2, grams: 240) }
    #expect(learned.parcels <= LearnedWeight.memory)
    #expect((340...360).contains(learned.weight(of: 3)))
  }

  @Test(arguments: Engine.allCases) func piecesGoBackToBeVerifiedAgain(_ engine: Engine) throws {
    var (house, packer) = try bench(engine, weighed, [[("S3", 2), ("S4", 1)]])
    try house.done(.openParcel(order: "O1"), by: packer)
    try house.done(.verify(parcel: "O1-1", sku: "S3", units: 2), by: packer)
    try house.done(.verify(parcel: "O1-1", sku: "S4", units: 1), by: packer)
    try house.done(.recheck(parcel: "O1-1"), by: packer)
    try house.store.read { facts in
      try #expect(facts.stock(in: .parcel("O1-1")).allSatisfy { $0.quantity == 0 })
      try #expect(facts.stock(in: .tote("T001")).reduce(0) { $0 + $1.quantity } == 3)
      try #expect(facts.lines(of: "O1").allSatisfy { $0.packed == 0 })
    }
  }

  @Test(arguments: Engine.allCases) func anotherCartonNeedsAReason(_ engine: Engine) throws {
    let rules = BenchRules(
      weighing: WeightRule(grams: 1, percent: 0), cartons: true,
      materials: [
        PackingMaterial(code: "BUB", name: Name(zh: "气泡膜", en: "Bubbles"), grams: 15)
      ])
    var (house, packer) = try bench(engine, rules, [[("S3", 2)]])
    try house.done(.openParcel(order: "O1"), by: packer)
    try house.done(.verify(parcel: "O1-1", sku: "S3", units: 2), by: packer)
    #expect(
      try house.refusal(.weigh(parcel: "O1-1", grams: 350, .scale), by: packer)
        == .bench(.cartonWanted("O1-1")))
    func use(
      _ carton: Code<CartonType>, _ proposed: Code<CartonType>?, _ reason: CartonReason?
    ) -> Command { .useCarton(parcel: "O1-1", carton, insteadOf: proposed, reason) }
    #expect(try house.refusal(use("BX2", "BX1", nil), by: packer) == .senseless("reason"))
    #expect(try house.refusal(use("BX9", nil, nil), by: packer) == .unknown("BX9"))
    try house.done(use("BX2", "BX1", .noneLeft), by: packer)
    try house.done(.useMaterial(parcel: "O1-1", "BUB", count: 2), by: packer)
    #expect(
      try house.refusal(.useMaterial(parcel: "O1-1", "BUB", count: -3), by: packer)
        == .senseless("-3"))
    #expect(
      try house.refusal(.useMaterial(parcel: "O1-1", "FOAM", count: 1), by: packer)
        == .unknown("FOAM"))
    // 2 x 150, the carton of 120, two portions of 15.
    #expect(
      try house.refusal(.weigh(parcel: "O1-1", grams: 452, .scale), by: packer)
        == .bench(.weightOutside(grams: 452, expected: 450, least: 449, most: 451)))
    try house.done(.weigh(parcel: "O1-1", grams: 451, .scale), by: packer)
    let packing = try house.store.read { try $0.packing(of: "O1-1") }
    #expect(packing?.carton == "BX2")
    #expect(packing?.insteadOf == "BX1")
    #expect(packing?.cartonReason == .noneLeft)
    #expect(packing?.materialGrams == 30)
  }

  /// Whatever parcels an order goes into: their pieces are the order's, each has its number and label.
  @Test(arguments: Engine.allCases) func anOrderGoesIntoSeveralParcels(_ engine: Engine) throws {
    var (house, packer) = try bench(engine, weighed, [[("S3", 3), ("S4", 1)]])
    try house.done(.openParcel(order: "O1"), by: packer)
    #expect(
      try house.refusal(.fillParcel("O1-1"), by: packer) == .bench(.parcelEmpty("O1-1")))
    try house.done(.verify(parcel: "O1-1", sku: "S3", units: 2), by: packer)
    #expect(
      try house.done(.fillParcel("O1-1"), by: packer) == .verified(left: 0, undecided: 0))
    #expect(
      try house.done(.weigh(parcel: "O1-1", grams: 350, .scale), by: packer)
        == .filled("O1-1", waybill: "YT0000000000001", next: "O1-2"))
    #expect(try house.store.read { try $0.order("O1")?.state } == .packing)
    #expect(try house.store.read { try $0.totes(of: "O1").count } == 1)
    try house.done(.verify(parcel: "O1-2", sku: "S3", units: 1), by: packer)
    try house.done(.verify(parcel: "O1-2", sku: "S4", units: 1), by: packer)
    #expect(
      try house.refusal(.fillParcel("O1-2"), by: packer) == .bench(.nothingLeft("O1-2")))
    #expect(
      try house.done(.weigh(parcel: "O1-2", grams: 380, .scale), by: packer)
        == .closed("O1-2", waybill: "YT0000000000002"))
    try house.store.read { facts in
      try #expect(facts.order("O1")?.state == .packed)
      try #expect(facts.totes(of: "O1").isEmpty)
      try #expect(facts.parcels(of: "O1").map(\.grams) == [350, 380])
      try #expect(facts.printJob("O1-1.1") != nil)
      try #expect(facts.printJob("O1-2.1") != nil)
    }
    // Refunded now: both labels are given up, and all of it is put back.
    try house.done(.intercept(order: "O1", reason: "refund"))
    let chores = try house.store.read { try $0.openChores(.putBack) }
    #expect(chores.reduce(0) { $0 + $1.quantity } == 4)
    #expect(try house.store.read { try $0.parcels(of: "O1").map(\.state) } == [.void, .void])
  }

  /// Refunded between two parcels, at the scale, before the label is on: nothing is sent, all of it
  /// is put back.
  @Test(arguments: Engine.allCases, 0...5)
  func aRefundAtAnyMomentPutsAllOfItBack(_ engine: Engine, _ moment: Int) throws {
    var rules = weighed
    rules.proof = true
    var (house, packer) = try bench(engine, rules, [[("S3", 3), ("S4", 1)]])
    let steps: [Command] = [
      .openParcel(order: "O1"), .verify(parcel: "O1-1", sku: "S3", units: 2),
      .fillParcel("O1-1"), .weigh(parcel: "O1-1", grams: 350, .scale),
      .proveLabel(parcel: "O1-1", scanned: "YT0000000000001"),
      .verify(parcel: "O1-2", sku: "S3", units: 1), .verify(parcel: "O1-2", sku: "S4", units: 1),
    ]
    for step in steps.prefix(moment + 2) { try house.done(step, by: packer) }
    try house.done(.intercept(order: "O1", reason: "refund"))
    let (chores, order, parcels) = try house.store.read { facts in
      (try facts.openChores(.putBack), try facts.order("O1"), try facts.parcels(of: "O1"))
    }
    #expect(chores.reduce(0) { $0 + $1.quantity } == 4, "moment \(moment)")
    #expect(order?.state == .cancelled)
    #expect(parcels.allSatisfy { $0.state == .void })
    for parcel in parcels {
      #expect(
        try house.refusal(.weigh(parcel: parcel.code, grams: 380, .scale), by: packer)
          == .parcelIs(parcel.code, .void))
    }
    for chore in chores {
      try house.done(
        .putBack(chore: chore.number, quantity: chore.quantity, bin: chore.to),
        by: house.picker)
    }
    #expect(try house.stock("B-01-1", "S3")?.quantity == 10)
    #expect(try house.stock("D-02-1", "S4")?.quantity == 10)
  }

  @Test(arguments: Engine.allCases) func aLabelIsProvenOnItsParcel(_ engine: Engine) throws {
    var (house, packer) = try bench(
      engine, BenchRules(proof: true), [[("S3", 1)], [("S3", 1)]])
    for number in 1...2 {
      try house.done(.openParcel(order: Code("O\(number)")), by: packer)
      try house.done(
        .verify(parcel: Code("O\(number)-1"), sku: "S3", units: 1), by: packer)
    }
    #expect(
      try house.refusal(
        .proveLabel(parcel: "O1-1", scanned: "YT0000000000002"), by: packer)
        == .bench(.wrongLabel(found: "O2-1", "O2", wanted: "YT0000000000001")))
    #expect(
      try house.refusal(.proveLabel(parcel: "O1-1", scanned: "6901234567878"), by: packer)
        == .bench(.notALabel("6901234567878", wanted: "YT0000000000001")))
    try house.done(.add(.cage(Cage(code: "Y1", carrier: "YTO"))))
    #expect(
      try house.refusal(.cage(parcel: "O1-1", into: "Y1"), by: packer)
        == .bench(.labelUnproven("O1-1", "P01")))
    try house.done(.proveLabel(parcel: "O1-1", scanned: "YT0000000000001"), by: packer)
    try house.done(.cage(parcel: "O1-1", into: "Y1"), by: packer)
  }

  @Test(arguments: Engine.allCases) func aToteIsPackedUnseenWhereItMay(_ engine: Engine) throws {
    var (house, packer) = try bench(engine, BenchRules(), [[("S3", 2), ("S4", 1)]])
    try house.done(.openParcel(order: "O1"), by: packer)
    func bar(_ rule: SealRule?) throws -> SealBar? {
      try house.done(.adoptBenchRules(BenchRules(sealAll: rule)))
      guard
        case .bench(.notSealable("O1", let bar))? = try house.refusal(
          .sealAll(parcel: "O1-1"), by: packer)
      else { return nil }
      return bar
    }
    #expect(try bar(nil) == .site)
    #expect(try bar(SealRule(channels: ["other"])) == .channel("shop"))
    #expect(try bar(SealRule(mostPieces: 2)) == .pieces(most: 2))
    // Nobody said what it is worth.
    #expect(try bar(SealRule(mostValue: 5000)) == .value(most: 5000))
    #expect(
      try house.refusal(.adoptBenchRules(BenchRules(sealAll: SealRule(zones: ["Q"]))))
        == .unknown("Q"))
    try house.done(.adoptBenchRules(BenchRules(sealAll: SealRule(zones: ["Z"], mostPieces: 3))))
    #expect(
      try house.done(.sealAll(parcel: "O1-1"), by: packer)
        == .closed("O1-1", waybill: "YT0000000000001"))
    #expect(try house.store.read { try $0.packing(of: "O1-1")?.isSealed } == true)
  }

  @Test(arguments: Engine.allCases) func theQueueIsByCutOff(_ engine: Engine) throws {
    var (house, packer) = try bench(engine, BenchRules(), [[("S3", 1)], [("S4", 2)]])
    try house.done(.openParcel(order: "O2"), by: packer)
    guard case .queue(let queue) = try house.store.answer(.queue("P01")) else { return }
    #expect(queue.entries.map(\.order) == ["O1", "O2"])
    #expect(queue.entries.map(\.tote) == ["T001", "T002"])
    #expect(queue.entries.map(\.pieces) == [1, 2])
    guard case .queue(let other) = try house.store.answer(.queue("P02")) else { return }
    #expect(other.entries.map(\.order) == ["O1"])
  }

  @Test(arguments: Engine.allCases) func aCartIsLeftAtABench(_ engine: Engine) throws {
    var (house, packer) = try bench(engine, BenchRules(), [[("S3", 1)], [("S4", 2)]])
    #expect(
      try house.refusal(.dropCart("C02"), by: packer) == .bench(.nothingOnCart("C02")))
    #expect(try house.refusal(.dropCart("C01"), by: house.picker) == .notAllowed(.packer))
    #expect(
      try house.done(.dropCart("C01"), by: packer) == .dropped("C01", at: "P01", totes: 2))
    guard case .queue(let other) = try house.store.answer(.queue("P02")) else { return }
    #expect(other.entries.isEmpty)
    try house.done(.openParcel(order: "O1"), by: packer)
    try house.done(.verify(parcel: "O1-1", sku: "S3", units: 1), by: packer)
    // Its tote is empty and free again, for any bench.
    #expect(try house.store.read { try $0.tote("T001") } == Tote(code: "T001"))
  }
}
