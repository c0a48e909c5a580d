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
  private func queued(_ address: String) throws -> any Store {
    let store = MemoryStore()
    var floor = try TestFloor(store)
    try floor.commit(
      .add(.printer(LabelPrinter(code: "LP1", address: address, format: "zpl"))))
    try floor.order("O1", [("S3", 1)])
    let seeds = Counter()
    let desk = FloorDesk(store: store, now: { TestFloor.start }, seed: { seeds.next("d") })
    _ = try desk.allocate()
    _ = try desk.plan()
    _ = try desk.release()
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

  /// Whether a document says that it is a reprint: its raster differs, so it is told by the job.
  private func attempts(_ store: any Store) throws -> Int {
    try store.read { try $0.printJob("O1-1.1")?.attempts ?? -1 }
  }

  @Test(arguments: [(1, false), (1, true), (2, false), (2, true)])
  func aPowerCutAtAnyStepLosesNothingAndMarksWhatMayBeASecond(call: Int, after: Bool) throws {
    let printer = try LoopbackPrinter()
    defer { printer.stop() }
    let store = try queued("tcp:127.0.0.1:\(printer.port)")
    let cut = CutStore(store, atCall: call, after: after)
    #expect(throws: StoreTrouble.self) { try worker(cut, "one").work() }
    let before = printer.documents.count

    // While the lease of the dead one holds nobody prints, later somebody does.
    _ = try worker(store, "two").work()
    _ = try worker(store, "three", minutes: 2).work()

    let job = try #require(try store.read { try $0.printJob("O1-1.1") })
    #expect(job.state == .printed)
    let documents = printer.documents
    #expect(documents.count >= 1)
    #expect(documents.count <= 2)
    if before == 1, documents.count == 2 {
      // The second one is not the same label: it bears the mark of a reprint.
      let differ = documents[0] != documents[1]
      #expect(differ)
      #expect(try attempts(store) == 2)
    }
    #expect(try worker(store, "four", minutes: 9).work() == 0)
    #expect(printer.documents.count == documents.count)
    #expect(try store.violations().isEmpty)
  }

  @Test func whatThePrinterSawNothingOfIsTriedAgainUnmarked() throws {
    let printer = try LoopbackPrinter()
    defer { printer.stop() }
    let store = try queued("tcp:127.0.0.1:\(printer.port)")
    printer.set(.refuse)
    #expect(try worker(store, "one").work() == 0)
    let failed = try #require(try store.read { try $0.printJob("O1-1.1") })
    #expect(failed.state == .failed)
    #expect(!failed.trouble.isEmpty)
    #expect(failed.attempts <= 1)
    printer.set(.none)
    #expect(try worker(store, "two", minutes: 1).work() == 1)
    #expect(printer.documents.count == 1)
  }

  @Test func aHalfSentLabelIsUnknownAndItsSecondIsMarked() throws {
    let printer = try LoopbackPrinter()
    defer { printer.stop() }
    let store = try queued("tcp:127.0.0.1:\(printer.port)")
    printer.set(.cut(afterBytes: 500))
    #expect(try worker(store, "one").work() == 0)
    #expect(try attempts(store) == 1)
    printer.set(.none)
    #expect(try worker(store, "two", minutes: 1).work() == 1)
    #expect(try attempts(store) == 2)
  }

  @Test func twoWorkersNeverPrintTheSameJob() throws {
    let printer = try LoopbackPrinter()
    defer { printer.stop() }
    let store = try queued("tcp:127.0.0.1:\(printer.port)")
    let one = worker(store, "one")
    let two = worker(store, "two")
    #expect(try one.work() + two.work() == 1)
    #expect(printer.documents.count == 1)
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
  }
}
