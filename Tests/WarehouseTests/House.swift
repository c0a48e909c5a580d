import Storage
import TestFloor
import Testing
import Warehouse

/// A floor with one order a product list, all on one wave and its lists taken by B001 (list 1).
struct House {
  private let ground: Ground
  var floor: TestFloor
  var picker: Session
  var supervisor: Session
  var store: any Store { floor.store }

  init(_ engine: Engine, _ orders: [[(Code<Product>, Int)]]) throws {
    ground = try Ground(engine)
    floor = try TestFloor(ground.store)
    picker = try floor.signIn("B001", cart: "C01")
    supervisor = try floor.signIn("B021")
    let today = Day(number: 20_261_122) ?? Day(daysSince1970: 0)
    for (index, lines) in orders.enumerated() {
      let number = Code<Order>("O\(index + 1)")
      try floor.order(number, lines)
      let parts = try store.read { facts in
        try lines.enumerated().flatMap { line, wanted in
          choose(wanted.1, from: try facts.stock(of: wanted.0), today: today).map {
            OrderAllocation.Part(line: line + 1, from: $0.key, quantity: $0.quantity)
          }
        }
      }
      try done(.allocate([OrderAllocation(order: number, parts: parts)]))
    }
  }

  /// Puts orders on a list of a wave of their own.
  mutating func list(_ name: String, _ orders: [Code<Order>], taken: Bool = true) throws {
    let lines = try store.read { facts in
      try orders.flatMap { try facts.pickLines(of: $0) }.map { WalkStop($0.code) }
    }
    try done(
      .plan(
        Wave(code: Code(name), carrier: "YTO", cutOff: TestFloor.start),
        [ListPlan(code: Code(name + "-1"), orders: orders, lines: lines, walk: .none)]))
    try done(.release(Code(name)))
    guard taken else { return }
    try done(.take(Code(name + "-1")), by: picker)
    for index in orders.indices {
      try done(
        .bind(list: Code(name + "-1"), slot: index + 1, tote: Code("T00\(index + 1)")),
        by: picker)
    }
  }

  @discardableResult
  mutating func done(_ command: Command, by session: Session? = nil) throws -> Receipt {
    let outcome = try floor.commit(command, by: session)
    let found = try store.violations()
    #expect(found.isEmpty, "after \(command): \(found)")
    guard case .done(let receipt) = outcome else {
      Issue.record("\(command): \(outcome)")
      throw TestFloor.Missing(what: "\(command)")
    }
    return receipt
  }

  mutating func refusal(_ command: Command, by session: Session? = nil) throws -> Refusal? {
    let outcome = try floor.commit(command, by: session)
    #expect(try store.violations().isEmpty)
    guard case .refused(let refusal) = outcome else { return nil }
    return refusal
  }

  func stock(_ bin: Code<Bin>, _ sku: Code<Product>) throws -> Stock? {
    try store.read { try $0.stock(at: StockKey(holder: .bin(bin), sku: sku)) }
  }

  func counts() throws -> [Chore] { try store.read { try $0.openChores(.count) } }

  mutating func pick(_ line: Code<PickLine>, _ quantity: Int, tote: Code<Tote> = "T001") throws {
    let from = try store.read { try $0.pickLine(line)?.from.holder }
    guard case .bin(let bin) = from else { throw TestFloor.Missing(what: "\(line)") }
    try done(.pick(line: line, quantity: quantity, bin: bin, tote: tote), by: picker)
  }
}
