import Foundation
import Synchronization
import TestFloor
import Testing

/// SIGKILL between the last good scan and the driver's signature, with the real program, the emulated
/// printer and the emulated carrier: at every write, sync, send and rename, and at any instant.
///
/// `make test` has fifty of the calls and fifty instants; `make test-crashes` all of the calls, whole
/// and torn, and 2,000 instants.
@Suite(
  .serialized,
  .enabled(
    if: CrashStage.library != nil, "no built pickway or libPowerCut.so: swift build makes both"))
struct CrashTests {
  /// How many runs of each kind; nil for a sample.
  private static let wanted: Int? = ProcessInfo.processInfo.environment["PICKWAY_CRASHES"]
    .flatMap { Int($0) }

  @Test func everyCallBetweenTheLastScanAndTheDriver() throws {
    let whole = try uncut()
    print("last scan to handover: \(whole.summary)")
    #expect(whole.count > 200)
    var cuts = (1...whole.count).flatMap { number -> [[CutBook.Cut]] in
      [[.call(number, torn: false)], [.call(number, torn: true)]]
    }
    if Self.wanted == nil {
      // Fifty, evenly spread, in turn whole and torn.
      cuts = (0..<50).map { cuts[$0 * cuts.count / 50 | ($0 & 1)] }
    }
    try play(cuts, "calls")
  }

  @Test func anyInstant() throws {
    let start = ContinuousClock.now
    _ = try uncut()
    let length = Int((ContinuousClock.now - start) / .microseconds(1))
    var seeded = Seeded(20_261_122)
    let cuts = (0..<(Self.wanted ?? 50)).map { _ -> [CutBook.Cut] in
      // Now and then the power goes again, and again.
      let times = 1 + Int.random(in: 0...5, using: &seeded) / 4
      return (0..<times).map { _ in
        .instant(Int.random(in: 1...length, using: &seeded))
      }
    }
    try play(cuts, "instants")
  }

  /// A run in which nothing happens.
  private func uncut() throws -> CrashRun.Result {
    let printer = try PrinterProcess()
    defer { printer.stop() }
    let whole = try CrashRun(printer: printer).play([])
    #expect(whole.problems == [])
    #expect(whole.kills == 0)
    #expect(whole.labels == 1)
    return whole
  }

  /// Plays runs on twice as many threads as there are processors: half of a run is waiting.
  private func play(_ cuts: [[CutBook.Cut]], _ what: String) throws {
    let next = Mutex(0)
    let tally = Mutex((runs: 0, kills: 0, labels: 0))
    let group = DispatchGroup()
    for _ in 0..<2 * ProcessInfo.processInfo.activeProcessorCount {
      DispatchQueue.global().async(group: group) {
        do {
          let printer = try PrinterProcess()
          defer { printer.stop() }
          let run = CrashRun(printer: printer)
          while true {
            let index = next.withLock { index in
              defer { index += 1 }
              return index
            }
            guard index < cuts.count else { return }
            let result = try run.play(cuts[index])
            if !result.problems.isEmpty {
              Issue.record("\(cuts[index]): \(result.problems.joined(separator: "; "))")
              print("\(cuts[index]): \(result.problems.joined(separator: "; "))")
            }
            let runs = tally.withLock { tally in
              tally.runs += 1
              tally.kills += result.kills
              tally.labels += result.labels
              return tally.runs
            }
            if Self.wanted != nil, runs % 100 == 0 { print("\(what): \(runs) runs") }
          }
        } catch {
          Issue.record("\(error)")
        }
      }
    }
    group.wait()
    let (runs, kills, labels) = tally.withLock { $0 }
    print("\(what): \(runs) runs, \(kills) kills, \(labels) labels out")
    #expect(runs == cuts.count)
    #expect(kills > cuts.count / 4)
  }
}
