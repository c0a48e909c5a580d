import Flows
import Foundation
import Storage
import Trips
import Warehouse

/// One parcel from its last scan to the driver, with the power going on the way, and what must be
/// true of it then: in the store, in the carrier's own book and on the printer's paper.
struct CrashRun {
  /// What became of a run.
  struct Result {
    /// The calls the last program made that began before the door.
    var summary = ""
    var count = 0
    var kills = 0
    /// Everything that is wrong; empty when all is well.
    var problems: [String] = []
    var labels = 0
  }

  let printer: PrinterProcess
  let numbers: CrashFloor.Numbers

  /// Packs, prints, sorts and hands over, the power going at each of the cuts.
  func play(_ cuts: [CutBook.Cut]) throws -> Result {
    let ground = try CrashFloor.ground(printer: printer.address, numbers)
    defer { try? FileManager.default.removeItem(atPath: ground.folder) }
    let carrier = try numbers == .carrier ? CarrierProcess() : nil
    defer { carrier?.stop() }
    let seeds = Counter("s\(UUID().uuidString)")
    let stage = try CrashStage(
      ground, cuts: cuts, environment: carrier?.environment ?? [:], seed: { seeds.next() })
    defer { stage.close() }
    let before = try printer.sheets().count
    var result = Result()
    if let failure = try work(on: stage, before) { result.problems.append(failure) }
    (result.summary, result.count, result.kills) = (stage.summary, stage.count, stage.kills)
    stage.close()
    let sheets = Array(try printer.sheets().dropFirst(before))
    result.labels = sheets.count
    result.problems += try problems(ground, carrier?.ledger(), sheets)
    return result
  }

  /// Does the work; what kept it from being finished.
  private func work(on stage: CrashStage, _ sheets: Int) throws -> String? {
    func play(_ text: String, _ name: String) throws -> String? {
      Floors.runner.run(try TripParser().parse(text, name: name), on: stage).failure?.description
    }
    if let failure = try play(CrashFloor.pack, "pack.trip") { return failure }
    if let failure = try decideAboutLabel(stage, sheets) { return failure }
    let waybill = try stage.store.read { try $0.parcel(CrashFloor.parcel)?.waybill }
    return try play(CrashFloor.door(waybill ?? "-", numbers), "door.trip")
  }

  /// Waits for the label; where the program cannot know, the person looks at the paper.
  private func decideAboutLabel(_ stage: CrashStage, _ sheets: Int) throws -> String? {
    for _ in 0..<2000 {
      let (job, waybill) = try stage.store.read { facts in
        let parcel = try facts.parcel(CrashFloor.parcel)
        return (try newestLabel(facts), parcel?.waybill ?? "-")
      }
      switch job?.state {
      case .printed: return nil
      case .unknown:
        let isThere = try printer.sheets().dropFirst(sheets).contains { $0.id == name(job) }
        _ = try stage.give(
          isThere ? .scan([waybill]) : .key(.function(8)), to: CrashFloor.person)
      case .queued, .claimed, .failed, .void, nil: break
      }
      stage.rest(milliseconds: 10)
    }
    return "no label came out"
  }

  private func newestLabel(_ facts: any Facts) throws -> PrintJob? {
    var newest: PrintJob?
    var number = 1
    while let job = try facts.printJob(Code("\(CrashFloor.parcel).\(number)")) {
      newest = job
      number += 1
    }
    return newest
  }

  private func name(_ job: PrintJob?) -> String { "job-\(job?.code.rawValue ?? "")" }

  private func problems(
    _ ground: World.Ground, _ ledger: CarrierProcess.Ledger?, _ sheets: [PrinterProcess.Sheet]
  ) throws -> [String] {
    var problems = try ground.store.violations().map { "check: \($0)" }
    let store = ground.store
    let (parcel, order, jobs) = try store.read { facts in
      (
        try facts.parcel(CrashFloor.parcel), try facts.order(CrashFloor.order),
        try facts.waybillJobs(of: CrashFloor.parcel)
      )
    }
    if parcel?.state != .shipped || order?.state != .shipped {
      problems.append("not shipped: \(String(describing: parcel?.state))")
    }
    // Who gives the numbers knows of one, and it is the one on the parcel.
    let (used, live) =
      try ledger.map { ledger in
        (ledger.numbersUsed, ledger.orders.filter { !$0.Cancelled }.map(\.LogisticCode))
      } ?? drawn(from: store)
    if used != 1 || live.count != 1 {
      problems.append("\(used) numbers given out, \(live.count) live")
    }
    if live.first != parcel?.waybill || jobs.compactMap(\.number) != live {
      problems.append("numbers \(live) given out, \(parcel?.waybill ?? "none") of the parcel")
    }
    // The paper: every sheet is a job of this parcel, and no two are alike.
    let known = try store.read { facts in
      try (1...9).compactMap { try facts.printJob(Code("\(CrashFloor.parcel).\($0)")) }
    }
    let names = Set(known.map { name($0) })
    if sheets.isEmpty { problems.append("shipped without a label") }
    for sheet in sheets where !names.contains(sheet.id ?? "") {
      problems.append("a label without a job: \(sheet.id ?? "-")")
    }
    if Set(sheets.map(\.digest)).count != sheets.count {
      problems.append("a second label without a mark: \(sheets.map(\.digest))")
    }
    if known.last?.state != .printed { problems.append("label \(known)") }
    // What the platform and the customer are told is queued with the very number.
    for kind in ["tracking", "notice"] {
      let message = try store.read { try $0.message("\(kind):\(CrashFloor.parcel)") }
      if message?.waybill != parcel?.waybill { problems.append("no \(kind) queued") }
    }
    let check = try Self.check(ground.file ?? "")
    if check != 0 { problems.append("pickway check ended with \(check)") }
    return problems
  }

  /// How many numbers the site's own run has given out, and which of them it would name.
  private func drawn(from store: any Store) throws -> (Int, [String]) {
    guard let left = try store.read({ try $0.numberRange(of: numbers.code) }) else {
      return (0, [])
    }
    var run = left
    run.next = 1
    return (left.next - 1, (1..<left.next).compactMap { _ in run.take() })
  }

  private static func check(_ file: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Floors.program ?? "")
    process.arguments = ["check", "--store", file]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
