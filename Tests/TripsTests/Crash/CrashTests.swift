import Foundation
import Synchronization
import TestFloor
import Testing

/// SIGKILL between the last good scan and the driver's signature, with the real program, the emulated
/// printer and the emulated carrier, or a number of the site's own: at every write, sync, send and
/// rename, and at any instant.
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

  /// One run: where its number comes from, and when the power goes.
  private struct Case {
    let numbers: CrashFloor.Numbers
    let cuts: [CutBook.Cut]
  }

  @Test func everyCallBetweenTheLastScanAndTheDriver() throws {
    let cases = try CrashFloor.Numbers.allCases.map { numbers -> [Case] in
      let whole = try uncut(numbers)
      print("last scan to handover, numbers from \(numbers): \(whole.summary)")
      #expect(whole.count > 200)
      let all = (1...whole.count).flatMap { number -> [Case] in
        [false, true].map { Case(numbers: numbers, cuts: [.call(number, torn: $0)]) }
      }
      // A sample is evenly spread, in turn whole and torn.
      return Self.wanted == nil ? (0..<25).map { all[$0 * all.count / 25 | ($0 & 1)] } : all
    }
    try play(cases.flatMap { $0 }, "calls")
  }

  @Test func anyInstant() throws {
    let lengths = try CrashFloor.Numbers.allCases.map { numbers in
      let start = ContinuousClock.now
      _ = try uncut(numbers)
      return Int((ContinuousClock.now - start) / .microseconds(1))
    }
    var seeded = Seeded(20_261_122)
    let cases = (0..<(Self.wanted ?? 50)).map { index -> Case in
      // Now and then the power goes again, and again.
      let times = 1 + Int.random(in: 0...5, using: &seeded) / 4
      let kind = index % lengths.count
      return Case(
        numbers: CrashFloor.Numbers.allCases[kind],
        cuts: (0..<times).map { _ in
          .instant(Int.random(in: 1...lengths[kind], using: &seeded))
        })
    }
    try play(cases, "instants")
  }

  /// A run in which nothing happens.
  private func uncut(_ numbers: CrashFloor.Numbers) throws -> CrashRun.Result {
    let printer = try PrinterProcess()
    defer { printer.stop() }
    let whole = try CrashRun(printer: printer, numbers: numbers).play([])
    #expect(whole.problems == [])
    #expect(whole.kills == 0)
    #expect(whole.labels == 1)
    return whole
  }

  /// Plays runs on twice as many threads as there are processors: half of a run is waiting.
  private func play(_ cases: [Case], _ what: String) throws {
    let next = Mutex(0)
    let tally = Mutex((runs: 0, kills: 0, labels: 0))
    let group = DispatchGroup()
    for _ in 0..<2 * ProcessInfo.processInfo.activeProcessorCount {
      DispatchQueue.global().async(group: group) {
        do {
          let printer = try PrinterProcess()
          defer { printer.stop() }
          while true {
            let index = next.withLock { index in
              defer { index += 1 }
              return index
            }
            guard index < cases.count else { return }
            let (numbers, cuts) = (cases[index].numbers, cases[index].cuts)
            let result = try CrashRun(printer: printer, numbers: numbers).play(cuts)
            if !result.problems.isEmpty {
              let story = "\(numbers) \(cuts): \(result.problems.joined(separator: "; "))"
              Issue.record("\(story)")
              print(story)
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
    #expect(runs == cases.count)
    #expect(kills > cases.count / 4)
  }
}
