public import Storage
public import Warehouse

/// A `TestFloor` with labelled parcels and cages: `O1-1` to `O5-1` of YTO (`YT0000000000001` and
/// on), `O6-1` of SF, each a notebook of 180 g; cages `Y1`, `Y2` and `S1`; B011 is signed in.
public struct DoorFloor {
  /// The floor.
  public var floor: TestFloor
  /// A packer's session.
  public let packer: Session

  /// Fills an empty store.
  public init(_ store: any Store) throws {
    floor = try TestFloor(store)
    let orders = (1...6).map { Code<Order>("O\($0)") }
    for number in orders {
      try floor.order(number, [("S4", 1)], carrier: number == "O6" ? "SF" : "YTO")
    }
    for (code, carrier) in [("Y1", "YTO"), ("Y2", "YTO"), ("S1", "SF")] {
      try floor.commit(.add(.cage(Cage(code: Code(code), carrier: Code(carrier)))))
    }
    let picker = try floor.signIn("B002", bench: "P01", cart: "C01")
    let key = StockKey(holder: .bin("D-02-1"), sku: "S4")
    let lines = orders.map { Code<PickLine>("\($0)/1.1") }
    let plan = ListPlan(
      code: "L", orders: orders, lines: lines.map { WalkStop($0) }, walk: .none, way: .bulk)
    let steps: [Command] =
      [
        .allocate(
          orders.map {
            OrderAllocation(order: $0, parts: [.init(line: 1, from: key, quantity: 1)])
          }), .plan(Wave(code: "W1", carrier: "YTO", cutOff: TestFloor.start), [plan]),
        .release("W1"), .take("L"), .bind(list: "L", slot: 1, tote: "T001"),
        .stop(lines: lines, .pick(quantity: 6, bin: "D-02-1", tote: "T001")),
        .finish(list: "L"),
      ] + orders.map { _ in .packNext(from: "T001", sku: "S4") }
    for step in steps {
      let outcome = try floor.commit(step, by: picker)
      guard case .done = outcome else { throw TestFloor.Missing(what: "\(step): \(outcome)") }
    }
    packer = try floor.signIn("B011")
  }

  /// Carries out a command as the packer, or as a program.
  @discardableResult
  public mutating func commit(
    _ command: Command, asProgram: Bool = false, at: Timestamp = TestFloor.start
  ) throws -> Outcome {
    try floor.commit(command, by: asProgram ? nil : packer, at: at)
  }

  /// Everything the door's facts tell, in one text.
  public func told() throws -> String {
    try floor.store.read { facts in
      var text = ""
      for cage in try facts.cages() {
        text += "\(cage) \(try facts.figures(of: cage.code)) \(try facts.caged(in: cage.code))\n"
      }
      for manifest in try facts.manifests() {
        text += "\(manifest) \(try facts.manifestLines(of: manifest.code))\n"
      }
      for number in 1...6 {
        let parcel = Code<Parcel>("O\(number)-1")
        text += "\(try facts.order(Code("O\(number)"))?.state.rawValue ?? "") "
        text += "\(try facts.parcel(parcel)?.state.rawValue ?? "") "
        text += "\(try facts.caged(parcel)?.cage.rawValue ?? "-") "
        text += "\(try facts.manifest(of: parcel)?.code.rawValue ?? "-")\n"
      }
      for state in OutboxMessage.State.allCases {
        text += "\(state) \(try facts.messages(in: state, limit: 99))\n"
      }
      let late = TestFloor.start.adding(milliseconds: 86_400_000)
      text += "\(try facts.dueMessages(at: late, limit: 99).map(\.key))\n"
      text += "\(try facts.unsortedCount()) \(try facts.manifestCount()) "
      text += "\(try facts.parcels(of: "YTO", in: .closed).map(\.code))"
      text += "\(try facts.messageCounts().sorted { $0.key.rawValue < $1.key.rawValue })"
      text += "\(try facts.waveProgress())"
      return text
    }
  }
}
