import Testing
import Warehouse

@testable import Storage

/// Every rule of the check finds the damage it is there for, and only that.
@Suite struct CheckTests {
  private struct Damage: CustomTestStringConvertible {
    let sql: String
    let found: [String]
    var testDescription: String { sql }
  }

  private static let damages = [
    Damage(
      sql: "UPDATE stock SET quantity = 9 WHERE holder = 'A-01'",
      found: ["stock: bin:A-01 CUP: expected 10, found 9"]),
    Damage(
      sql: "DELETE FROM stock WHERE holder = 'A-02'",
      found: ["stock: bin:A-02 TEA L1 20301231: expected 6, found 0"]),
    Damage(
      sql: "UPDATE stock SET holder_kind = 'tote', holder = 'T1' WHERE holder = 'A-01'",
      found: [
        "stock: bin:A-01 CUP: expected 10, found 0",
        "contents: tote:T1 CUP: expected 0, found 10",
      ]),
    Damage(
      sql: "UPDATE stock SET frozen = -1 WHERE holder = 'A-01'",
      found: ["negative: bin:A-01 CUP: expected 0, found -1"]),
    Damage(
      sql: "UPDATE stock SET allocated = 2 WHERE holder = 'A-01'",
      found: ["allocated: bin:A-01 CUP: expected 0, found 2"]),
    Damage(
      sql: "UPDATE movement SET entry = 999 WHERE quantity = 6",
      found: ["journalled: movement 999/3: expected 1, found 0"]),
    Damage(
      sql: "UPDATE order_line SET packed = 1 WHERE order_number = 'O2'",
      found: ["verified: O2 CUP: expected 1, found 0"]),
    Damage(
      sql: "UPDATE orders SET state = 'packed' WHERE number = 'O2'",
      found: ["packed: O2/1: expected 3, found 0"]),
    Damage(
      sql: "DELETE FROM journal WHERE number = 2",
      found: ["journal: lines: expected 5, found 4"]),
    Damage(
      sql: "UPDATE journal_head SET number = 6",
      found: ["journal: lines: expected 6, found 5"]),
    Damage(
      sql: "DELETE FROM outcome",
      found: ["outcome: c: expected 1, found 0"]),
    Damage(
      sql: "UPDATE journal SET command = 'd' WHERE command = 'c'",
      found: ["outcome: c: expected 5, found 0", "outcome: d: expected 1, found 0"]),
    Damage(
      sql: "UPDATE parcel SET waybill = NULL",
      found: [
        "waybill: O1-1: expected 1, found 0", "waybill: O1-2: expected 1, found 0",
        "liveWaybill: O1-1: expected 1, found 0", "liveWaybill: O1-2: expected 1, found 0",
      ]),
    Damage(
      sql: "UPDATE parcel SET waybill = 'SF1'",
      found: [
        "waybill: SF1: expected 1, found 2", "liveWaybill: O1-2: expected 1, found 0",
      ]),
    Damage(
      sql: "UPDATE waybill_job SET parcel = 'O1-1'",
      found: [
        "liveWaybill: O1-1: expected 1, found 2", "liveWaybill: O1-2: expected 1, found 0",
      ]),
    Damage(
      sql: "UPDATE waybill_job SET aim = 'void' WHERE parcel = 'O1-1'",
      found: ["liveWaybill: O1-1: expected 1, found 0"]),
    Damage(
      sql: "UPDATE parcel SET state = 'waiting' WHERE code = 'O1-1'",
      found: ["waiting: O1-1: expected 1, found 0"]),
    Damage(
      sql: "UPDATE waybill_job SET carrier = 'XX'",
      found: ["reference: waybill_job refers to carrier XX: expected 1, found 0"]),
    Damage(
      sql: "DELETE FROM print_job WHERE parcel = 'O1-1'",
      found: ["label: O1-1: expected 1, found 0"]),
    Damage(
      sql: "UPDATE print_job SET parcel = 'O1-1', state = 'printed', evidence = 'scan'",
      found: [
        "reprint: O1-1: expected 1, found 2", "reprint: O1-1.1: expected 1, found 0",
        "reprint: O1-2.1: expected 1, found 0", "label: O1-2: expected 1, found 0",
      ]),
    Damage(
      sql: "UPDATE print_job SET state = 'printed', attempts = 1 WHERE parcel = 'O1-1'",
      found: ["evidence: O1-1.1: expected 1, found 0"]),
    Damage(
      sql: "UPDATE print_job SET evidence = 'odometer' WHERE parcel = 'O1-1'",
      found: ["evidence: O1-1.1: expected 0, found 1"]),
    Damage(
      sql: "UPDATE print_job SET reason = 'torn', state = 'unknown', attempts = 1"
        + " WHERE parcel = 'O1-1'",
      found: ["reprint: O1-1.1: expected 2, found 1"]),
    Damage(
      sql: "UPDATE print_job SET entry = 4 + 900 WHERE parcel = 'O1-1'",
      found: ["journalled: print_job O1-1.1: expected 1, found 0"]),
    Damage(
      sql: "UPDATE pick_line SET picked = 3",
      found: ["picked: p: expected 2, found 3"]),
    Damage(
      sql: "UPDATE pick_line SET seeded = 3",
      found: ["seeded: p: expected 2, found 3"]),
    Damage(
      sql: "UPDATE pick_line SET seeded = -1",
      found: ["seeded: p: expected 2, found -1"]),
    Damage(
      sql: "INSERT INTO wall_slot (wall, number, order_number, tote) VALUES ('PW', 1, 'O1', 'T1')",
      found: [
        "wallSlot: PW 1: expected 1, found 0",
        "reference: wall_slot refers to put_wall PW: expected 1, found 0",
      ]),
    Damage(
      sql: "UPDATE stock SET frozen = 2 WHERE holder = 'A-01'",
      found: ["frozen: bin:A-01 CUP: expected 0, found 2"]),
    Damage(
      sql: """
        INSERT INTO chore (number, kind, state, holder_kind, holder, sku, lot, expiry, quantity,
          cause, since) VALUES (1, 'putBack', 'open', 'tote', 'T1', 'CUP', '', 0, 2, 'intercept', 0)
        """, found: ["putBack: tote:T1 CUP: expected 2, found 0"]),
    Damage(
      sql: """
        INSERT INTO pick (list, number, line, holder_kind, holder, sku, lot, expiry, quantity, tote)
        VALUES ('L9', 1, 'p', 'bin', 'A-01', 'CUP', '', 0, 3, 'T1')
        """,
      found: [
        "undo: p: expected 2, found 3",
        "reference: pick refers to pick_list L9: expected 1, found 0",
      ]),
    Damage(
      sql: "DELETE FROM carrier WHERE code = 'YT'", found: []),
    Damage(
      sql: "DELETE FROM zone",
      found: ["reference: bin refers to zone Z1: expected 1, found 0"]),
    Damage(
      sql: "DELETE FROM product WHERE sku = 'TEA'",
      found: ["barcode", "order_line", "packaging", "stock"].map {
        "reference: \($0) refers to product TEA: expected 1, found 0"
      }),
  ]

  private func withShipped(_ body: (SQLiteStore) throws -> Void) throws {
    try Engine.sqlite.withStore { store in
      guard let store = store as? SQLiteStore else { return }
      try Floor.bring(into: store)
      func parcel(_ number: Int) -> [Change] {
        let code: Code<Parcel> = Code("O1-\(number)")
        return [
          .parcel(
            Parcel(
              code: code, order: "O1", state: .closed, workstation: "W1", badge: "LI",
              carrier: "SF", waybill: "SF\(number)")),
          .waybillJob(
            WaybillJob(
              parcel: code, revision: 1, carrier: "SF", state: .done, due: Floor.noon,
              number: "SF\(number)", queued: Floor.noon)),
          .printJob(
            PrintJob(
              code: Code("\(code).1"), parcel: code, printer: "P1", queued: Floor.noon)),
        ]
      }
      let line = PickLine(
        code: "p", order: "O1", orderLine: 1, from: Floor.cups, quantity: 2, picked: 2,
        state: .picked)
      try store.write { books in
        let entry = try books.takeNumbers(1)
        try books.apply(
          parcel(1) + parcel(2) + [.pickLine(line)],
          Stamp(entry: entry, part: 0, at: Floor.noon))
        try books.append(
          JournalEntry(
            number: entry, at: Floor.noon, session: "", device: "", kind: "command",
            payload: "{}"), command: "c")
        try books.keep(.done(.plain), of: "c", entry: entry, at: Floor.noon)
        return .commit(())
      }
      try body(store)
    }
  }

  @Test func damageIsFoundByName() throws {
    for damage in Self.damages {
      try withShipped { store in
        #expect(try store.violations() == [])
        try store.run(damage.sql)
        #expect(
          try Set(store.violations().map(\.description)) == Set(damage.found), "\(damage.sql)")
      }
    }
  }

  @Test func overAllocationIsFound() throws {
    try withShipped { store in
      try store.run("UPDATE stock SET allocated = 11 WHERE holder = 'A-01'")
      #expect(
        try Set(store.violations().map(\.rule)) == [.allocated, .overAllocated])
    }
  }

  @Test func piecesThatDoNotLieTogetherAreFound() throws {
    for engine in Engine.allCases {
      try engine.withStore { store in
        try Floor.bring(into: store)
        try store.apply([
          .wave(Wave(code: "W", carrier: "SF", cutOff: Floor.cutOff)),
          .list(
            PickList(
              code: "L", wave: "W", state: .done, slots: [.init(number: 1, order: nil, tote: "T1")],
              walk: .none, way: .batch)),
          .tote(Tote(code: "T1", list: "L")),
          .move(Movement(from: Floor.cups, to: .tote("T1"), quantity: 2)),
          .pickLine(
            PickLine(
              code: "p", order: "O1", orderLine: 1, from: Floor.cups, quantity: 2, picked: 2,
              state: .picked, list: "L", slot: 1)),
        ])
        #expect(try store.violations() == [])
        try store.apply([.tote(Tote(code: "T1"))])
        #expect(
          try store.violations().map(\.description) == ["together: L CUP: expected 2, found 0"])
      }
    }
  }

  /// Of weights, of an order's parcels, and of labels on them: alike in every store.
  @Test(arguments: Engine.allCases) func benchDamageIsFound(_ engine: Engine) throws {
    try engine.withStore { store in
      try Floor.bring(into: store)
      let lines = try store.read { try $0.lines(of: "O1") }
      var order = try #require(try store.read { try $0.order("O1") })
      order.state = .packed
      let closed = Parcel(
        code: "O1-1", order: "O1", state: .closed, workstation: "W1", badge: "LI", carrier: "SF",
        waybill: "SF1", grams: 700)
      let done = lines.map { line -> Change in
        var line = line
        line.short = line.quantity
        return .orderLine(line)
      }
      let waybill = WaybillJob(
        parcel: "O1-1", revision: 1, carrier: "SF", state: .done, due: Floor.noon, number: "SF1",
        queued: Floor.noon)
      let label = PrintJob(code: "O1-1.1", parcel: "O1-1", printer: "P1", queued: Floor.noon)
      func packing(_ grams: Int, _ approver: Code<Operator>?, _ reason: WeightReason?) -> Change {
        .packing(
          ParcelPacking(
            parcel: "O1-1", carton: "M",
            weight: ParcelWeight(
              grams: grams, expected: 710, least: 690, most: 730, source: .scale,
              approver: approver, reason: reason)))
      }
      func found() throws -> [String] { try store.violations().map(\.description) }
      try store.apply(
        done + [
          .order(order), .parcel(closed), .waybillJob(waybill), .printJob(label),
          packing(700, nil, nil),
        ])
      #expect(try found() == [])
      try store.apply([packing(720, nil, nil)])
      #expect(try found() == ["weight: O1-1: expected 720, found 700"])
      var light = closed
      light.grams = 600
      try store.apply([.parcel(light), packing(600, nil, nil)])
      #expect(try found() == ["weight: O1-1: expected 710, found 600"])
      try store.apply([packing(600, "WANG", nil)])
      #expect(try found() == ["weight: O1-1: expected 710, found 600"])
      try store.apply([packing(600, "WANG", .checked)])
      #expect(try found() == [])
      let second = Parcel(
        code: "O1-2", order: "O1", workstation: "W1", badge: "LI", carrier: "SF")
      try store.apply([.parcel(second)])
      #expect(try found() == ["parcels: O1-2: expected 0, found 1"])
      order.state = .packing
      try store.apply([
        .order(order), .packing(ParcelPacking(parcel: "O1-2", proven: Floor.noon)),
      ])
      #expect(try found() == ["proof: O1-2: expected 0, found 1"])
      try store.apply([
        .packing(ParcelPacking(parcel: "O1-2")), .packing(ParcelPacking(parcel: "O7-1")),
        .learned(LearnedWeight(sku: "NONE", parcels: 1, pieces: 1, grams: 9)),
      ])
      #expect(
        try Set(found()) == [
          "reference: parcel_packing refers to parcel O7-1: expected 1, found 0",
          "reference: learned_weight refers to product NONE: expected 1, found 0",
        ])
    }
  }

  @Test(arguments: Engine.allCases) func benchRecordsAreReadAsTheyWereWritten(
    _ engine: Engine
  ) throws {
    let full = ParcelPacking(
      parcel: "O1-1", carton: "M", insteadOf: "S", cartonReason: .doesNotFit,
      materials: [.init(code: "BUB", count: 2), .init(code: "TAPE", count: 1)], materialGrams: 34,
      isFull: true, isSealed: true,
      weight: ParcelWeight(
        grams: 9, expected: 8, least: 7, most: 10, source: .keyed, approver: "WANG",
        reason: .material), proven: Floor.noon)
    let bare = ParcelPacking(parcel: "O1-2")
    let rules = BenchRules(
      weighing: WeightRule(grams: 5), scales: [BenchScale(bench: "W1", address: "tcp:h:1")],
      cartons: true,
      materials: [PackingMaterial(code: "BUB", name: Name(zh: "膜", en: "Wrap"), grams: 15)],
      proof: true, sealAll: SealRule(zones: ["Z1"]))
    let learned = LearnedWeight(sku: "CUP", parcels: 3, pieces: 9, grams: 2250)
    try engine.withStore { store in
      try Floor.bring(into: store)
      try #expect(store.read { try $0.benchRules() } == BenchRules())
      try store.apply([
        .packing(full), .packing(bare), .benchRules(rules), .learned(learned),
        .tote(Tote(code: "T1", order: "O1", bench: "W1")),
      ])
      try store.read { facts in
        try #expect(facts.packing(of: "O1-1") == full)
        try #expect(facts.packing(of: "O1-2") == bare)
        try #expect(facts.packing(of: "O1-3") == nil)
        try #expect(facts.benchRules() == rules)
        try #expect(facts.learnedWeight(of: "CUP") == learned)
        try #expect(facts.learnedWeights() == [learned])
        try #expect(facts.tote("T1")?.bench == "W1")
      }
      try store.apply([.benchRules(BenchRules(proof: true))])
      try #expect(store.read { try $0.benchRules() } == BenchRules(proof: true))
    }
  }

  @Test func everyRuleIsChecked() {
    #expect(Set(Check.all.map(\.rule)) == Set(Violation.Rule.allCases))
  }
}
