import Testing
import Warehouse

@testable import Storage

/// The check finds every damage at the door by name, in both stores alike.
@Suite struct DoorCheckTests {
  private static let shipped = Parcel(
    code: "O1-1", order: "O1", state: .shipped, workstation: "W1", badge: "LI", carrier: "SF",
    waybill: "SF1")
  private static let closed = Parcel(
    code: "O1-2", order: "O1", state: .closed, workstation: "W1", badge: "LI", carrier: "SF",
    waybill: "SF2")

  private static func message(_ kind: OutboxMessage.Kind) -> Change {
    .message(OutboxMessage(kind, of: shipped, channel: "shop", waybill: "SF1", at: Floor.noon))
  }

  private static func manifest(_ state: Manifest.State, parcels: Int = 1) -> Change {
    let isSigned = state == .signed
    return .manifest(
      Manifest(
        code: "M1", carrier: "SF", state: state, parcels: parcels, grams: 100 * parcels,
        badge: "LI", closed: Floor.noon, signature: isSigned ? "T-1" : "",
        signed: isSigned ? Floor.noon : nil))
  }

  private static func line(_ parcel: Parcel) -> ManifestLine {
    ManifestLine(
      manifest: "M1", parcel: parcel.code, part: .sent, order: "O1",
      waybill: parcel.waybill ?? "", grams: 100, cage: "C1")
  }

  private static func caged(_ manifest: Code<Manifest>? = nil) -> Change {
    .caged(
      CagedParcel(
        parcel: "O1-2", cage: "C1", grams: 100, badge: "LI", since: Floor.noon,
        manifest: manifest))
  }

  /// The number of each parcel and its label.
  private static func jobs() -> [Change] {
    [shipped, closed].flatMap { parcel -> [Change] in
      [
        .printJob(
          PrintJob(
            code: Code("\(parcel.code).1"), parcel: parcel.code, printer: "P1", state: .printed,
            attempts: 1, queued: Floor.noon, evidence: .scan)),
        .waybillJob(
          WaybillJob(
            parcel: parcel.code, revision: 1, carrier: "SF", state: .done, due: Floor.noon,
            number: parcel.waybill, queued: Floor.noon)),
      ]
    }
  }

  /// A parcel that was handed over as it must be, and one in a cage.
  private static let sound: [Change] =
    [
      .parcel(shipped), .parcel(closed), .add(.cage(Cage(code: "C1", carrier: "SF"))), caged(),
      manifest(.signed), .manifestLines("M1", [line(shipped)]), message(.tracking),
      message(.notice),
    ] + jobs()

  private static let damages: [(changes: [Change], found: [String])] = [
    (
      [.manifestLines("M1", [])],
      [
        "shipped: O1-1: expected 1, found 0", "manifest: M1 parcels: expected 1, found 0",
        "manifest: M1 grams: expected 100, found 0",
      ]
    ),
    (
      [.manifestLines("M1", [line(shipped), line(closed)]), manifest(.signed, parcels: 2)],
      [
        "shipped: M1 O1-2: expected 1, found 0"
      ]
    ),
    (
      [manifest(.closed)],
      [
        "shipped: O1-1: expected 1, found 0", "manifest: M1 O1-1: expected 1, found 0",
      ]
    ),
    (
      [
        .parcel(
          Parcel(
            code: "O1-1", order: "O1", state: .shipped, workstation: "W1", badge: "LI",
            carrier: "SF", waybill: "SF9"))
      ],
      [
        "told: O1-1 notice: expected 1, found 0", "told: O1-1 tracking: expected 1, found 0",
      ]
    ),
    ([.add(.cage(Cage(code: "C1", carrier: "YT")))], ["caged: O1-2: expected 1, found 0"]),
    (
      [
        .printJob(PrintJob(code: "O1-1.1", parcel: "O1-1", printer: "P1", queued: Floor.noon))
      ], ["label: O1-1.1: expected 0, found 1"]
    ),
    (
      [
        .parcel(
          Parcel(
            code: "O1-2", order: "O1", state: .void, workstation: "W1", badge: "LI",
            carrier: "SF", waybill: "SF2"))
      ], ["caged: O1-2: expected 1, found 0"]
    ),
    ([caged("M1")], ["manifest: M1 O1-2: expected 0, found 1"]),
    ([.remove(.cage("C1"))], ["reference: caged refers to cage C1: expected 1, found 0"]),
  ]

  @Test(arguments: Engine.allCases) func damageIsFoundByName(engine: Engine) throws {
    for damage in Self.damages {
      try engine.withStore { store in
        try Floor.bring(into: store)
        try store.apply(Self.sound)
        func found() throws -> Set<String> { Set(try store.violations().map(\.description)) }
        #expect(try found() == [])
        try store.apply(damage.changes)
        #expect(try found() == Set(damage.found), "\(damage.changes)")
      }
    }
  }

  @Test(arguments: Engine.allCases) func anOrderIsShippedWithAllItsParcels(engine: Engine) throws {
    try engine.withStore { store in
      try Floor.bring(into: store)
      try store.apply(Self.sound)
      var order = try #require(try store.read { try $0.order("O1") })
      order.state = .shipped
      try store.apply([.order(order)])
      let found = try store.violations().filter { $0.rule == .shipped }.map(\.description)
      #expect(found == ["shipped: O1: expected 1, found 0"])
    }
  }
}
