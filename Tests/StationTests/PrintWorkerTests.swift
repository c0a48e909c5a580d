import Foundation
import Labels
import Station
import Storage
import TestFloor
import Testing
import Warehouse

/// Nothing printed is lost, and nothing is printed twice unmarked, wherever the power goes between
/// the queue and the socket.
@Suite struct PrintWorkerTests {
  /// A store that loses power at its nth call: before the call has happened, or just after.
  private final class CutStore: ForwardingStore, @unchecked Sendable {
    let store: any Store
    private var left: Int
    private let after: Bool

    init(_ store: any Store, atCall call: Int, after: Bool) {
      self.store = store
      left = call
      self.after = after
    }

    func commit(_ commit: Commit) throws(StoreTrouble) -> Outcome {
      left -= 1
      if left == 0, !after { throw StoreTrouble(.io, "power cut") }
      if left < 0 { throw StoreTrouble(.io, "power cut") }
      let outcome = try store.commit(commit)
      if left == 0 { throw StoreTrouble(.io, "power cut") }
      return outcome
    }
  }

  /// A floor with one closed parcel whose label is queued for a printer at an address.
  private func queued(_ address: String, _ format: LabelFormat = .zpl) throws -> any Store {
    let store = MemoryStore()
    var floor = try TestFloor(store)
    try floor.commit(
      .add(.printer(LabelPrinter(code: "LP1", address: address, format: format.rawValue))))
    try floor.order("O1", [("S3", 1)])
    let seeds = Counter()
    try store.release(seeds)
    let person = try floor.signIn("B002", bench: "P01", cart: "C01")
    let line = try #require(
      try store.read { try $0.pickLines(of: "W001-1" as Code<PickList>) }.first)
    for command: Command in [
      .take("W001-1"), .bind(list: "W001-1", slot: 1, tote: "T001"),
      .pick(line: line.code, quantity: 1, bin: "B-01-1", tote: "T001"), .finish(list: "W001-1"),
      .openParcel(order: "O1"), .verify(parcel: "O1-1", sku: "S3", units: 1),
    ] {
      let outcome = try floor.commit(command, by: person)
      guard case .done = outcome else { throw TestFloor.Missing(what: "\(command): \(outcome)") }
    }
    return store
  }

  private func worker(_ store: any Store, _ name: String, minutes: Int64 = 0) -> PrintWorker {
    let now = TestFloor.start.adding(milliseconds: minutes * 60_000)
    return PrintWorker(store: store, claimant: name, folder: "/nowhere") { now }
  }

  private func job(_ store: any Store, _ code: Code<PrintJob> = "O1-1.1") throws -> PrintJob {
    try #require(try store.read { try $0.printJob(code) })
  }

  private func withPrinter(
    _ format: LabelFormat = .zpl, _ body: (PrinterEmulator, any Store) throws -> Void
  ) throws {
    let printer = try PrinterEmulator(format: format)
    defer { printer.stop() }
    try body(printer, try queued("tcp:127.0.0.1:\(printer.port)", format))
  }

  /// Power goes at each commit of a print job: before it is written or just after.
  ///
  /// The printer's counter tells whether the label of the dead one came out.
  @Test(arguments: [(1, false, 1, 1), (1, true, 1, 1), (2, false, 2, 2), (2, true, 1, 1)])
  func aPowerCutAtAnyStepLosesNothingAndMarksWhatMayBeASecond(
    call: Int, after: Bool, labels: Int, attempts: Int
  ) throws {
    try withPrinter { (printer, store) throws in
      let cut = CutStore(store, atCall: call, after: after)
      #expect(throws: StoreTrouble.self) { try worker(cut, "one").work() }
      // While the lease of the dead one holds nobody prints, later somebody does.
      _ = try worker(store, "two").work()
      _ = try worker(store, "three", minutes: 2).work()

      let job = try job(store)
      #expect(job.state == .printed)
      #expect(job.evidence == .odometer)
      #expect(job.attempts == attempts)
      #expect(printer.labels.count == labels)
      // A second one is not the same label: it bears the mark of a reprint.
      #expect(Set(printer.labels.map(\.bytes)).count == labels)
      #expect(try worker(store, "four", minutes: 9).work() == 0)
      #expect(printer.labels.count == labels)
      #expect(try store.violations().isEmpty)
    }
  }

  @Test func whatThePrinterSawNothingOfIsTriedAgainUnmarked() throws {
    try withPrinter { (printer, store) throws in
      printer.apply(.power(false))
      #expect(try worker(store, "one").work() == 0)
      let failed = try job(store)
      #expect(failed.state == .failed)
      #expect(failed.fault == .unreachable)
      #expect(!failed.trouble.isEmpty)
      #expect(failed.attempts == 0)
      printer.apply(.power(true))
      #expect(try worker(store, "two", minutes: 1).work() == 1)
      #expect(printer.labels.count == 1)
      #expect(try job(store).attempts == 1)
    }
  }

  /// Whatever keeps the label inside, it comes out once, unmarked, when the printer is well again.
  @Test(arguments: [
    (PrinterControl.paper(0), Warehouse.PrinterFault.paperOut, PrinterControl.paper(nil)),
    (.head(isOpen: true), .headOpen, .head(isOpen: false)),
    (.ribbon(isOut: true), .ribbonOut, .ribbon(isOut: false)),
    (.pause(true), .paused, .pause(false)),
    (.paperEnds, .paperOut, .paper(nil)),
    (.lose(milliseconds: 50), .brokenOff, .power(true)),
    (.drop(afterBytes: 500), .brokenOff, .mute(false)),
  ])
  func aLabelThatStaysInsideComesOutOnce(
    harm: PrinterControl, fault: Warehouse.PrinterFault, mend: PrinterControl
  ) throws {
    try withPrinter { (printer, store) throws in
      printer.apply(harm)
      #expect(try worker(store, "one").work() == 0)
      let failed = try job(store)
      #expect(failed.state == .failed)
      #expect(failed.fault == fault)
      #expect(failed.attempts == 0)
      #expect(failed.evidence == nil)
      printer.apply(mend)
      usleep(20_000)
      // Nothing of it is left in the printer's memory.
      #expect(printer.labels.isEmpty)
      #expect(try worker(store, "two", minutes: 1).work() == 1)
      #expect(printer.labels.count == 1)
      #expect(try job(store).attempts == 1)
      #expect(try job(store).fault == nil)
      #expect(try store.violations().isEmpty)
    }
  }

  @Test func aSlowPrinterIsWaitedFor() throws {
    try withPrinter { (printer, store) throws in
      printer.apply(.speed(600))
      #expect(try worker(store, "one").work() == 1)
      #expect(try job(store).evidence == .odometer)
    }
  }

  /// TSPL has no counter: paper that ends in the middle leaves nobody the wiser.
  @Test func whatNobodyKnowsIsLeftToAPerson() throws {
    try withPrinter(.tspl) { (printer, store) throws in
      printer.apply(.paperEnds)
      #expect(try worker(store, "one").work() == 0)
      #expect(try job(store).state == .unknown)
      #expect(try job(store).attempts == 1)
      printer.apply(.paper(nil))
      #expect(try worker(store, "two", minutes: 5).work() == 0)
      #expect(printer.labels.isEmpty)

      var floor = Hand(store)
      guard case .done = try floor.says(.labelMissing(parcel: "O1-1")) else {
        Issue.record("refused")
        return
      }
      #expect(try worker(store, "three", minutes: 6).work() == 1)
      #expect(try job(store).attempts == 2)
      #expect(try job(store).evidence == .status)
      #expect(printer.labels.count == 1)
      // It is there now: saying that it is not is refused, a reprint wants a reason.
      #expect(
        try floor.says(.labelMissing(parcel: "O1-1")) == .refused(.jobIs("O1-1.1", .printed)))
      _ = try floor.says(.reprint(parcel: "O1-1", reason: "damaged"))
      #expect(try worker(store, "four", minutes: 7).work() == 1)
      #expect(try job(store, "O1-1.2").attempts == 3)
      #expect(Set(printer.labels.map(\.bytes)).count == 2)
      #expect(try store.violations().isEmpty)
    }
  }

  @Test func aScanProvesALabelNobodyKnewOf() throws {
    try withPrinter(.tspl) { (printer, store) throws in
      var floor = Hand(store)
      #expect(
        try floor.says(.labelSeen(parcel: "O1-1")) == .refused(.jobIs("O1-1.1", .queued)))
      printer.apply(.paperEnds)
      _ = try worker(store, "one").work()
      #expect(try floor.says(.labelSeen(parcel: "O1-1")) == .done(.plain))
      #expect(try job(store).state == .printed)
      #expect(try job(store).evidence == .scan)
      #expect(try store.violations().isEmpty)
    }
  }

  /// A person at the bench.
  private struct Hand {
    let store: any Store
    var count = 0

    init(_ store: any Store) {
      self.store = store
    }

    mutating func says(_ command: Command) throws -> Outcome {
      count += 1
      let session = try #require(try store.read { try $0.sessions() }.first)
      return try store.commit(
        Commit(
          id: "hand.\(count)", command: command,
          author: Author(session: session.code, token: session.token), at: TestFloor.start))
    }
  }

  @Test func theOtherPrinterOfTheBenchPrintsAndSaysSo() throws {
    try withPrinter { (printer, store) throws in
      let other = try PrinterEmulator(format: .tspl)
      defer { other.stop() }
      let floor = try TestFloor(adding: store)
      try floor.load(
        .site,
        [
          .asset(
            .printer(
              LabelPrinter(
                code: "LP2", address: "tcp:127.0.0.1:\(other.port)", format: "tspl"))),
          .workstation(Workstation(code: "P01", printer: "LP1", fallback: "LP2")),
        ])
      printer.apply(.head(isOpen: true))
      let one = worker(store, "one")
      #expect(try one.work() == 1)
      #expect(printer.labels.isEmpty)
      #expect(other.labels.count == 1)
      let job = try job(store)
      #expect(job.printer == "LP2")
      #expect(job.insteadOf == "LP1")
      #expect(job.fault == .headOpen)
      #expect(job.evidence == .status)
      #expect(job.attempts == 1)
      #expect(try store.violations().isEmpty)
    }
  }

  @Test func aPrinterThatSaysNothingProvesNothing() throws {
    let printer = try LoopbackPrinter()
    defer { printer.stop() }
    let store = try queued("tcp:127.0.0.1:\(printer.port)", .pdf)
    #expect(try worker(store, "one").work() == 0)
    #expect(try job(store).state == .unknown)
    #expect(try worker(store, "two", minutes: 5).work() == 0)
  }

  @Test func twoWorkersNeverPrintTheSameJob() throws {
    try withPrinter { (printer, store) throws in
      let one = worker(store, "one")
      let two = worker(store, "two")
      #expect(try one.work() + two.work() == 1)
      #expect(printer.labels.count == 1)
    }
  }

  @Test func aSpoolFolderBesideTheStoreGetsTheFile() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pickway-spool-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let store = try queued("spool:labels/LP1")
    let worker = PrintWorker(store: store, claimant: "one", folder: folder) { TestFloor.start }
    #expect(try worker.work() == 1)
    let files = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/labels/LP1")
    #expect(files == ["job-O1-1.1.zpl"])
    #expect(try job(store).evidence == .stored)
  }
}
