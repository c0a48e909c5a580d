import Barcodes
import Flows
import Foundation
import Station
import Storage
import Terminal
import TestFloor
import Testing
import Warehouse

/// What is told of a floor from its journal.
@Suite struct FloorWatchTests {
  @Test func whatIsReadOnIsWhatIsReadFromTheStart() throws {
    let store = MemoryStore()
    let floor = try TestFloor(store)
    for index in 1...4 {
      try floor.order(Code("O\(index)"), [("S1", 1), ("S4", 1), (index % 2 == 0 ? "S6" : "S3", 2)])
    }
    let seeds = Counter()
    try store.release(seeds)
    let handheld = try store.handheld(seeds)
    let kept = FloorWatch(store: store)
    func scan(_ code: String) -> Input { .scan(Scan(text: code)) }
    func compare() throws {
      #expect(
        try kept.figures(at: TestFloor.start)
          == FloorWatch(store: store).figures(at: TestFloor.start))
      #expect(
        try kept.people(at: TestFloor.start)
          == FloorWatch(store: store).people(at: TestFloor.start))
    }
    try compare()
    _ = try handheld.handle([
      scan("B002"), scan("C01"), .key(.enter), .key(.character("1")), .key(.enter), scan("T001"),
      scan("T002"), scan("T003"),
    ])
    try compare()
    for step in 0..<20 {
      guard let list = try store.read({ try $0.lists(in: .picking).first }) else { break }
      let lines = try store.read { try $0.pickLines(of: list.code) }.filter { $0.open > 0 }
      guard let next = lines.first, case .bin(let bin) = next.from.holder else { break }
      if step == 2 {
        _ = try handheld.handle([scan(bin.rawValue), .key(.function(9)), .key(.character("1"))])
      } else if step == 4 {
        let session = try #require(try store.read { try $0.sessions().first })
        let seen = Command.foundElsewhere(line: next.code, bin: "D-03-1")
        let author = Author(session: session.code, token: session.token)
        let outcome = try store.commit(
          Commit(id: "seen", command: seen, author: author, at: TestFloor.start))
        guard case .done = outcome else { return #expect(Bool(false), "\(outcome)") }
      } else {
        let barcode = try store.read {
          try $0.product(next.from.sku)?.packagings.first?.barcodes.first
        }
        let tote = list.slots.first { $0.number == next.slot }?.tote
        _ = try handheld.handle([
          scan(bin.rawValue), scan(barcode ?? ""), scan(tote?.rawValue ?? ""),
        ])
      }
      try compare()
    }
    let figures = try #require(try kept.figures(at: TestFloor.start).first)
    #expect(figures.picked > 2)
    #expect(figures.people == ["B002"])
    #expect(figures.rate > 0)
    let person = try #require(try kept.people(at: TestFloor.start).first)
    #expect(person.badge == "B002")
    // Two lines were short, which closed them as well.
    #expect(person.lines == figures.picked - person.shorts)
    #expect(person.shorts == 2)
  }

  @Test func aWrongScanIsAMistakeAndComingSecondIsNone() throws {
    let store = MemoryStore()
    let floor = try TestFloor(store)
    for index in 1...5 {
      try floor.order(Code("O\(index)"), [("S1", 1), ("S4", 1), (index % 2 == 0 ? "S6" : "S3", 1)])
    }
    let seeds = Counter()
    try store.release(seeds, .discrete)
    func scan(_ code: String) -> Input { .scan(Scan(text: code)) }
    func watched(_ badge: Code<Operator>) throws -> PersonFigures {
      let people = try FloorWatch(store: store).people(at: TestFloor.start)
      return try #require(people.first { $0.badge == badge })
    }
    func refusals() throws -> Int {
      try store.entries(after: 0, limit: .max).count { $0.kind == "refused" }
    }
    let (one, two) = (try store.handheld(seeds, "H1"), try store.handheld(seeds, "H2"))
    _ = try one.handle([scan("B001"), scan("C01"), .key(.enter), .key(.character("1"))])
    _ = try two.handle([scan("B002"), scan("C02"), .key(.enter), .key(.character("1"))])
    _ = try one.handle([.key(.enter)])
    #expect(try two.handle([.key(.enter)]).sounds.contains(.bad))
    // Somebody else has the list: that is nobody's mistake, and the rules' word is no scan's.
    #expect(try watched("B002").accuracy == 1000)
    #expect(try refusals() == 0)

    var picked = 0
    for tote in 1...5 {
      guard let list = try store.read({ try $0.lists(in: .picking).first { $0.badge == "B001" } })
      else { break }
      _ = try one.handle([scan("T00\(tote)")])
      while let line = try store.read({ try $0.pickLines(of: list.code).first { $0.open > 0 } }) {
        guard case .bin(let bin) = line.from.holder else { break }
        let barcode = try store.read { facts in
          try facts.product(line.from.sku)?.packagings.first?.barcodes.first ?? ""
        }
        if picked % 5 == 0 {
          #expect(try one.handle([scan("NOTHING"), scan(bin.rawValue)]).dropped)
        }
        _ = try one.handle([scan(bin.rawValue), scan(barcode), scan("T00\(tote)")])
        picked += 1
      }
      _ = try one.handle([.key(.enter), .key(.enter)])
    }
    let person = try watched("B001")
    #expect(person.lines == picked && picked >= 10)
    let wrong = try refusals()
    #expect(wrong == (picked + 4) / 5)
    #expect(person.accuracy == 1000 - wrong * 1000 / (picked + wrong))
    let answers = Answers(store: store, now: { TestFloor.start })
    guard case .exceptions(let exceptions) = try answers.answer(.exceptions) else {
      Issue.record("no exceptions were told")
      return
    }
    let often = exceptions.filter { $0.kind == .refused(person) }
    #expect(person.accuracy < 900)
    #expect(often.map(\.remedies) == [[.tell, .shadow]])
  }

  @Test func aParcelThatItsWeightClosesIsPacked() throws {
    let store = MemoryStore()
    var floor = try TestFloor(store)
    try floor.order("O1", [("S4", 1)])
    try store.release(Counter(), .discrete)
    try floor.commit(
      .adoptBenchRules(BenchRules(weighing: WeightRule(grams: 10, percent: 2, learnAfter: 2))))
    let picker = try floor.signIn("B001", cart: "C01")
    let list = try #require(try store.read { try $0.lists(in: .released).first?.code })
    let line = try #require(try store.read { try $0.pickLines(of: list).first })
    guard case .bin(let bin) = line.from.holder else { return }
    try floor.commit(.take(list), by: picker)
    try floor.commit(.bind(list: list, slot: 1, tote: "T001"), by: picker)
    try floor.commit(.pick(line: line.code, quantity: 1, bin: bin, tote: "T001"), by: picker)
    try floor.commit(.finish(list: list), by: picker)
    let packer = try floor.signIn("B011", bench: "P01")
    try floor.commit(.openParcel(order: "O1"), by: packer)
    try floor.commit(.verify(parcel: "O1-1", sku: "S4", units: 1), by: packer)
    guard case .bench(let view?) = try store.answer(.bench("O1-1")) else {
      Issue.record("no bench")
      return
    }
    func watched() throws -> PersonFigures? {
      try FloorWatch(store: store).people(at: TestFloor.start).first { $0.badge == "B011" }
    }
    try floor.commit(.weigh(parcel: "O1-1", grams: view.expected.most + 500, .scale), by: packer)
    #expect(try watched()?.order == "O1")
    #expect(try watched()?.orders == 0)
    try floor.commit(.weigh(parcel: "O1-1", grams: view.expected.grams, .scale), by: packer)
    #expect(try watched()?.order == nil)
    #expect(try watched()?.orders == 1)
    #expect(try watched()?.bench == "P01")
    // What a parcel should weigh may be wrong itself.
    #expect(try watched()?.accuracy == 1000)
  }
}
