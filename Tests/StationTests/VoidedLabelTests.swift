import Carriers
import Labels
import Station
import Storage
import TestFloor
import Testing
import Warehouse

/// A waybill that is given up takes its label along, wherever that is.
@Suite struct VoidedLabelTests {
  /// The floor with the parcel closed under its number, on an emulated printer.
  private func closed(
    _ printer: PrinterEmulator, _ carrier: MemoryCarrier = MemoryCarrier(prefix: "75")
  ) throws -> WaybillFloor {
    var house = try WaybillFloor(MemoryStore())
    try house.program(
      .add(.printer(LabelPrinter(code: "LP1", address: "tcp:127.0.0.1:\(printer.port)"))))
    _ = try house.close()
    _ = try WaybillFloor.worker(house.store, "a", carrier).work()
    return house
  }

  private func worker(_ house: WaybillFloor, _ name: String, minutes: Int64 = 0) -> PrintWorker {
    let now = TestFloor.start.adding(milliseconds: minutes * 60_000)
    return PrintWorker(store: house.store, claimant: name, folder: "/nowhere") { now }
  }

  private func begin(_ house: inout WaybillFloor, odometer: Int?, by: String = "dead") throws {
    #expect(
      try house.program(
        .beginPrint(
          job: "O1-1.1", by: by, until: TestFloor.start.adding(milliseconds: 30_000), on: "LP1",
          odometer: odometer, fault: nil)) == .done(.plain))
  }

  private func void(_ house: inout WaybillFloor) throws {
    #expect(try house.program(.voidWaybill(parcel: "O1-1", reason: "torn")) == .done(.plain))
  }

  @Test func aLabelNoPrinterHasIsCancelled() throws {
    let printer = try PrinterEmulator()
    defer { printer.stop() }
    var house = try closed(printer)
    printer.apply(.head(isOpen: true))
    _ = try worker(house, "one").work()
    #expect(try house.label(1)?.state == .failed)
    try void(&house)
    #expect(try house.label(1)?.state == .void)
    printer.apply(.head(isOpen: false))
    let head = try house.store.head()
    #expect(try worker(house, "two", minutes: 5).work() == 0)
    #expect(try house.store.head() == head, "nobody tries it again")
    #expect(printer.labels.isEmpty)
    #expect(try house.store.violations() == [])
  }

  /// The label is on its way into the printer when its waybill is given up.
  @Test(arguments: [
    (PrintResult.proven(.odometer), PrintJob.State.printed),
    (.notPrinted(.brokenOff, "cut"), .void), (.unproven(.slow, "slow"), .unknown),
  ])
  func aLabelThatIsOutEndsKnown(result: PrintResult, state: PrintJob.State) throws {
    let printer = try PrinterEmulator()
    defer { printer.stop() }
    var house = try closed(printer)
    try begin(&house, odometer: 0)
    try void(&house)
    #expect(try house.label(1)?.state == .claimed, "whoever prints it says what became of it")
    #expect(
      try house.program(.report(job: "O1-1.1", by: "dead", result)) == .done(.plain))
    #expect(try house.label(1)?.state == state)
    #expect(try house.store.violations() == [])
    _ = try worker(house, "two", minutes: 5).work()
    #expect(printer.labels.isEmpty)
    #expect(try house.label(1)?.state == state)
  }

  /// Who printed it died; the printer's counter tells the next one.
  @Test(arguments: [(0, PrintJob.State.void), (7, .unknown)])
  func aLabelOfADeadPrinterEndsByTheCounter(before: Int, state: PrintJob.State) throws {
    let printer = try PrinterEmulator()
    defer { printer.stop() }
    var house = try closed(printer)
    try begin(&house, odometer: before)
    try void(&house)
    #expect(try worker(house, "two", minutes: 5).work() == 0)
    #expect(printer.labels.isEmpty)
    #expect(try house.label(1)?.state == state)
    let head = try house.store.head()
    _ = try worker(house, "three", minutes: 9).work()
    #expect(try house.store.head() == head)
    #expect(try house.store.violations() == [])
  }

  @Test func aCarrierThatKeepsAWaybillGetsAMarkedLabelWhereOneMayBeOut() throws {
    let printer = try PrinterEmulator()
    defer { printer.stop() }
    let carrier = MemoryCarrier(prefix: "75")
    var house = try closed(printer, carrier)
    try begin(&house, odometer: nil)
    try house.program(.report(job: "O1-1.1", by: "dead", .unproven(nil, "mute")))
    carrier.pickUp(OrderCode(parcel: "O1-1"), at: TestFloor.start)
    try void(&house)
    _ = try WaybillFloor.worker(house.store, "b", carrier, minutes: 3).work()
    #expect(try house.parcel()?.state == .closed)
    #expect(try worker(house, "two", minutes: 5).work() == 1)
    #expect(try house.label(2)?.attempts == 2)
    #expect(printer.labels.count == 1)
    #expect(try house.store.violations() == [])
  }

  @Test func theLabelOfANewWaybillIsNoReprint() throws {
    let printer = try PrinterEmulator()
    defer { printer.stop() }
    let carrier = MemoryCarrier(prefix: "75")
    var house = try closed(printer, carrier)
    #expect(try worker(house, "one").work() == 1)
    try void(&house)
    _ = try WaybillFloor.worker(house.store, "b", carrier, minutes: 3).work()
    _ = try house.done(.closeParcel("O1-1"))
    _ = try WaybillFloor.worker(house.store, "c", carrier, minutes: 4).work()
    #expect(try worker(house, "two", minutes: 5).work() == 1)
    #expect(try house.label(2)?.attempts == 1)
    #expect(printer.labels.count == 2)
    #expect(try house.store.violations() == [])
  }

  @Test func aScanAtTheDoorProvesALabelNobodyKnewOf() throws {
    var door = try DoorFloor(MemoryStore())
    let until = TestFloor.start.adding(milliseconds: 30_000)
    let begin = Command.beginPrint(
      job: "O1-1.1", by: "one", until: until, on: "LP1", odometer: nil, fault: nil)
    try door.commit(begin, asProgram: true)
    try door.commit(
      .report(job: "O1-1.1", by: "one", .unproven(nil, "mute")), asProgram: true)
    try door.commit(.cage(parcel: "O1-1", into: "Y1"))
    let job = try door.floor.store.read { try $0.printJob("O1-1.1") }
    #expect(job?.state == .printed)
    #expect(job?.evidence == .scan)
    // What never came out goes with its parcel.
    try door.commit(.cage(parcel: "O2-1", into: "Y1"))
    try door.commit(.closeCages(["Y1"]))
    try door.commit(.handOver("M000001", signature: "T-1"))
    #expect(try door.floor.store.read { try $0.printJob("O2-1.1")?.state } == .void)
    #expect(try door.floor.store.violations() == [])
  }
}
