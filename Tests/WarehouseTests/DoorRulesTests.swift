import Storage
import TestFloor
import Testing
import Warehouse

/// What the rules at the door refuse, and what a signature does.
@Suite struct DoorRulesTests {
  @Test func onlyTheCarriersOwnCageTakesAParcel() throws {
    var door = try DoorFloor(MemoryStore())
    #expect(
      try door.commit(.cage(parcel: "O1-1", into: "S1"))
        == .refused(
          .wrongCage(
            "S1", of: Name(zh: "顺丰", en: "SF"), wanted: Name(zh: "圆通", en: "YTO"))))
    #expect(
      try door.commit(.cage(parcel: "O1-1", into: "Y1"))
        == .done(.caged("O1-1", "Y1", parcels: 1, grams: 180)))
    #expect(
      try door.commit(.cage(parcel: "O1-1", into: "Y1"))
        == .refused(.cagedAlready("YT0000000000001", "Y1")))
    #expect(
      try door.commit(.cage(parcel: "O2-1", into: "Y1"))
        == .done(.caged("O2-1", "Y1", parcels: 2, grams: 360)))
    #expect(try door.commit(.cage(parcel: "O9-1", into: "Y1")) == .refused(.unknown("O9-1")))
    #expect(try door.commit(.cage(parcel: "O3-1", into: "Y9")) == .refused(.unknown("Y9")))
    #expect(try door.commit(.remove(.cage("Y1"))) == .refused(.inUse("Y1")))
    #expect(
      try door.commit(.add(.cage(Cage(code: "Y1", carrier: "SF")))) == .refused(.inUse("Y1")))
    let picker = try door.floor.signIn("B001")
    #expect(
      try door.floor.commit(.cage(parcel: "O3-1", into: "Y1"), by: picker)
        == .refused(.notAllowed(.packer)))
    #expect(try door.floor.store.violations().isEmpty)
  }

  @Test func aSignatureShipsAndTellsInTheSameTransaction() throws {
    var door = try DoorFloor(MemoryStore())
    for number in 1...3 {
      try door.commit(.cage(parcel: Code("O\(number)-1"), into: number < 3 ? "Y1" : "Y2"))
    }
    #expect(try door.commit(.closeCages(["S1"])) == .refused(.cageEmpty("S1")))
    let closed = try door.commit(.closeCages(["Y1"]))
    guard case .done(.manifested(let manifest)) = closed else {
      Issue.record("\(closed)")
      return
    }
    #expect(manifest.parcels == 2 && manifest.grams == 360)
    // Caged elsewhere, and labelled only; the other carrier's is not late.
    #expect(manifest.left == 3)
    #expect(
      try door.commit(.cage(parcel: "O4-1", into: "Y1"))
        == .refused(.cageClosed("Y1", manifest.code)))
    #expect(
      try door.commit(.uncage(parcel: "O1-1")) == .refused(.cageClosed("Y1", manifest.code)))
    for signature in ["张师傅", "13800138000", "B011", "O1", "Y2", "YT0000000000004", "X", ""] {
      #expect(
        try door.commit(.handOver(manifest.code, signature: signature))
          == .refused(.notASignature), "\(signature)")
    }
    #expect(try door.floor.store.read { try $0.messageCounts() }.isEmpty)
    try door.commit(.handOver(manifest.code, signature: "沪A12345"))
    try door.floor.store.read { facts in
      #expect(try facts.order("O1")?.state == .shipped)
      #expect(try facts.parcel("O2-1")?.state == .shipped)
      #expect(try facts.order("O3")?.state == .packed)
      #expect(try facts.figures(of: "Y1") == CageFigures())
      let keys = try facts.messages(in: .queued, limit: 9).map(\.key)
      #expect(keys == ["notice:O1-1", "notice:O2-1", "tracking:O1-1", "tracking:O2-1"])
      let progress = try facts.waveProgress().first
      #expect(progress?.shipped == 2 && progress?.caged == 1 && progress?.packed == 6)
    }
    #expect(
      try door.commit(.handOver(manifest.code, signature: "T-1"))
        == .refused(.manifestIs(manifest.code, .signed)))
    #expect(
      try door.commit(.reopen(manifest.code)) == .refused(.manifestIs(manifest.code, .signed)))
    #expect(
      try door.commit(.cage(parcel: "O1-1", into: "Y1"))
        == .refused(.gone("YT0000000000001", manifest.code)))
    #expect(try door.floor.store.violations().isEmpty)
  }

  @Test func whatIsLeftBehindIsNamed() throws {
    var door = try DoorFloor(MemoryStore())
    try door.commit(.cage(parcel: "O1-1", into: "Y1"))
    guard case .done(.manifested(let manifest)) = try door.commit(.closeCages(["Y1"])) else {
      Issue.record("not closed")
      return
    }
    #expect(manifest.left == 4)
    let lines = try door.floor.store.read { try $0.manifestLines(of: manifest.code) }
    #expect(lines.filter { $0.part == .left }.map(\.parcel) == ["O2-1", "O3-1", "O4-1", "O5-1"])
    #expect(lines.filter { $0.part == .sent }.map(\.waybill) == ["YT0000000000001"])
  }

  @Test func aStoppedOrderStaysHome() throws {
    var door = try DoorFloor(MemoryStore())
    try door.commit(.cage(parcel: "O1-1", into: "Y1"))
    try door.commit(.cage(parcel: "O2-1", into: "Y1"))
    try door.commit(.holdBack(order: "O1", reason: "refund"), asProgram: true)
    try door.commit(.holdBack(order: "O3", reason: "refund"), asProgram: true)
    #expect(
      try door.commit(.cage(parcel: "O3-1", into: "Y1"))
        == .refused(.stopped("YT0000000000003", "O3")))
    #expect(
      try door.commit(.closeCages(["Y1"]))
        == .refused(.stoppedInside("YT0000000000001", "Y1", count: 1)))
    #expect(try door.commit(.uncage(parcel: "O1-1")) == .done(.uncaged("O1-1", "Y1")))
    guard case .done(.manifested(let manifest)) = try door.commit(.closeCages(["Y1"])) else {
      Issue.record("not closed")
      return
    }
    // Stopped between cage and driver.
    try door.commit(.holdBack(order: "O2", reason: "refund"), asProgram: true)
    #expect(
      try door.commit(.handOver(manifest.code, signature: "T-1"))
        == .refused(.stoppedInside("YT0000000000002", "Y1", count: 1)))
    try door.commit(.letGo(order: "O2"), asProgram: true)
    #expect(try door.commit(.handOver(manifest.code, signature: "T-1")) != .refused(.notSignedIn))
    #expect(try door.floor.store.read { try $0.order("O2")?.state } == .shipped)
    #expect(
      try door.commit(.holdBack(order: "O2", reason: "refund"), asProgram: true)
        == .refused(.orderIs("O2", .shipped)))
    #expect(try door.floor.store.violations().isEmpty)
  }

  @Test func anInterceptedOrderLosesItsCageItsWaybillAndItsLabel() throws {
    var door = try DoorFloor(MemoryStore())
    for number in 1...3 { try door.commit(.cage(parcel: Code("O\(number)-1"), into: "Y1")) }
    try door.commit(.holdBack(order: "O1", reason: "refund"), asProgram: true)
    guard
      case .done = try door.commit(.intercept(order: "O1", reason: "refund"), asProgram: true)
    else {
      Issue.record("not intercepted")
      return
    }
    try door.floor.store.read { facts in
      #expect(try facts.order("O1")?.state == .cancelled)
      #expect(try facts.parcel("O1-1")?.state == .void)
      #expect(try facts.caged("O1-1") == nil)
      #expect(try facts.figures(of: "Y1") == CageFigures(parcels: 2, grams: 360))
      #expect(try facts.waybillJobs(of: "O1-1").allSatisfy { !$0.isLive })
      #expect(try facts.printJob("O1-1.1")?.state == .void)
      let chores = try facts.chores(at: .parcel("O1-1"))
      #expect(chores.map(\.kind) == [.putBack])
      #expect(chores.map(\.quantity) == [1] && chores.map(\.to) == ["D-02-1"])
      #expect(chores.map(\.cause) == [.intercept] && chores.map(\.order) == ["O1"])
    }
    #expect(
      try door.commit(.cage(parcel: "O1-1", into: "Y1"))
        == .refused(.labelVoid("O1-1")))
    guard case .done(.manifested(let manifest)) = try door.commit(.closeCages(["Y1"])) else {
      Issue.record("not closed")
      return
    }
    #expect(manifest.parcels == 2)
    // On the driver's list it stands for all: it comes off that first.
    #expect(
      try door.commit(.intercept(order: "O2", reason: "refund"), asProgram: true)
        == .refused(.cageClosed("Y1", manifest.code)))
    try door.commit(.handOver(manifest.code, signature: "T-1"))
    #expect(
      try door.commit(.intercept(order: "O2", reason: "refund"), asProgram: true)
        == .refused(.orderIs("O2", .shipped)))
    #expect(try door.floor.store.violations().isEmpty)
  }

  @Test func aMessageIsClaimedReportedAndTriedAgain() throws {
    var door = try DoorFloor(MemoryStore())
    try door.commit(.cage(parcel: "O1-1", into: "Y1"))
    try door.commit(.closeCages(["Y1"]))
    try door.commit(.handOver("M000001", signature: "T-1"))
    let key = "tracking:O1-1"
    var now = TestFloor.start
    func after(_ minutes: Int64) -> Timestamp { now.adding(milliseconds: minutes * 60_000) }
    #expect(
      try door.commit(.claimMessage(key: key, by: "a", until: after(1)), at: now) == .done(.plain))
    #expect(
      try door.commit(.claimMessage(key: key, by: "b", until: after(1)), at: now)
        == .refused(.messageIs(key, .queued)))
    #expect(
      try door.commit(.retryMessage(key: key), asProgram: true, at: now)
        == .refused(.messageIs(key, .queued)))
    // The lease ran out: somebody else has it, and the first one's report says nothing any more.
    now = after(1)
    try door.commit(.claimMessage(key: key, by: "b", until: after(1)), at: now)
    #expect(
      try door.commit(.reportMessage(key: key, by: "a", .sent), at: now)
        == .refused(.messageIs(key, .queued)))
    var pauses: [Int64] = []
    for _ in 2...OutboxMessage.mostAttempts {
      try door.commit(.reportMessage(key: key, by: "b", .failed("no line")), at: now)
      let message = try #require(try door.floor.store.read { try $0.message(key) })
      guard message.state == .queued else { break }
      pauses.append((message.due.milliseconds - now.milliseconds) / 60_000)
      #expect(
        try door.commit(.claimMessage(key: key, by: "b", until: after(1)), at: now)
          == .refused(.messageIs(key, .queued)))
      now = message.due
      try door.commit(.claimMessage(key: key, by: "b", until: after(1)), at: now)
    }
    #expect(pauses == [2, 4, 8, 16, 32, 64, 120, 120])
    #expect(try door.floor.store.read { try $0.message(key)?.state } == .givenUp)
    try door.commit(.retryMessage(key: key), asProgram: true, at: now)
    try door.commit(.claimMessage(key: key, by: "b", until: after(1)), at: now)
    try door.commit(.reportMessage(key: key, by: "b", .refused("unknown order")), at: now)
    #expect(try door.floor.store.read { try $0.message(key)?.state } == .refused)
    try door.commit(.retryMessage(key: key), asProgram: true, at: now)
    try door.commit(.claimMessage(key: key, by: "b", until: after(1)), at: now)
    try door.commit(.reportMessage(key: key, by: "b", .sent), at: now)
    #expect(
      try door.commit(.retryMessage(key: key), asProgram: true, at: now)
        == .refused(.messageIs(key, .sent)))
  }
}
