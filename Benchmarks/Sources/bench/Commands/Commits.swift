import Foundation
import Storage
import Warehouse

/// How long a commit takes: one process, and twenty on the same file.
struct Commits: Benchmark {
  static let name = "commits"
  static let about = "latency of pick commits, 1 and 20 processes on one file; the wave board"

  init(_ options: Options) {}

  /// All picks of a floor, by one or many.
  private struct Floor {
    var picks = Durations()
    var notes = Durations()
    var steps = Durations()
    var board = Durations()
    var encoding = Durations()
    var saved = 0
    /// Bytes the file grew by while all of it was picked.
    var growth = 0
    var commits = 0
    var time: Int64 = 0

    /// Commits a second, of whatever kind.
    var rate: Int { time > 0 ? Int(Int64(commits) * 1_000_000_000 / time) : 0 }
  }

  func run(in scratch: Scratch) throws {
    let master = scratch.file("master.sqlite")
    try BenchFloor.create(at: master)
    let sync = try Disk.syncs(300, in: scratch)
    let quiet = try board(on: master, for: 300)
    var one = Floor()
    for _ in 0..<2 { try work(people: 1, pause: 0, on: master, scratch, &one) }
    var many = Floor()
    for _ in 0..<2 { try work(people: BenchFloor.people, pause: 0, on: master, scratch, &many) }
    var paced = Floor()
    try work(people: BenchFloor.people, pause: 200, on: master, scratch, &paced)
    var syncs = sync
    syncs.add(try Disk.syncs(300, in: scratch))

    var table = Table.durations("", unit: "fsync")
    let unit = syncs.p50
    table.add("bare write + fsync of 4 KiB", syncs, unit: unit)
    table.add("1 process: pick commit", one.picks, unit: unit)
    table.add("1 process: note commit", one.notes, unit: unit)
    table.add("1 process: tote scan to new screen", one.steps, unit: unit)
    table.add("1 process: encode its conversation", one.encoding, unit: unit)
    table.add("20, no pause: pick commit", many.picks, unit: unit)
    table.add("20, no pause: note commit", many.notes, unit: unit)
    table.add("20, an act each 200 ms: pick commit", paced.picks, unit: unit)
    table.add("wave board, nobody at work", quiet, unit: unit)
    table.add("wave board, 20 without a pause", many.board, unit: unit)
    table.show()
    print(
      """
      rate: 1 process \(one.rate) commits/s, 20 without a pause \(many.rate), \
      20 at an act each 200 ms \(paced.rate)
      commits per pick line: \(hundredths(one.commits, one.picks.count)); \
      conversation saved with each: \(one.saved / max(1, one.commits)) bytes on average; \
      the store grows by \(one.growth / max(1, one.picks.count)) bytes a pick line
      fairness of 20 without a pause: p99/p50 \(ratio(many.picks.p99, to: many.picks.p50)), \
      worst/p50 \(ratio(many.picks.worst, to: many.picks.p50))
      Read: p50/fsync is how many bare disk writes a commit costs. 20 without a pause wait for each
      other: a fair queue keeps their p99 and worst within a few times their p50. The paced row is
      what people feel: it belongs near one process.
      """)
  }

  private func hundredths(_ count: Int, _ of: Int) -> String {
    ratio(Int64(count), to: Int64(max(1, of)))
  }

  private func size(_ path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  }

  private func board(on path: String, for count: Int) throws -> Durations {
    let store = try SQLiteStore.open(at: path)
    var times = Durations()
    for _ in 0..<count { times.add(try Clock.time { _ = try store.answer(.board) }) }
    try store.close()
    return times
  }

  private func work(
    people: Int, pause: Int, on master: String, _ scratch: Scratch, _ floor: inout Floor
  ) throws {
    let path = try scratch.copy(master, as: "floor.sqlite")
    let store = try SQLiteStore.open(at: path)
    let workers = try (1...people).map {
      try Worker(["pick", path, String($0), String(people), String(pause)])
    }
    for worker in workers { try worker.ready() }
    let began = Clock.now
    for worker in workers { worker.go() }
    if people > 1 {
      for _ in 0..<100 {
        Clock.pause(milliseconds: 5)
        floor.board.add(try Clock.time { _ = try store.answer(.board) })
      }
    }
    let results = try workers.map { try $0.answer(PickRun.Result.self) }
    // Only while all of them were at it.
    let end = results.map(\.ended).min() ?? began
    let commits = results.flatMap(\.commits).filter { $0.began + $0.took <= end }
    floor.picks.add(Durations(commits.filter(\.isPick).map(\.took)))
    floor.notes.add(Durations(commits.filter(\.isNote).map(\.took)))
    floor.steps.add(
      Durations(results.flatMap(\.steps).filter { $0.began + $0.took <= end }.map(\.took)))
    floor.encoding.add(Durations(results.flatMap(\.encoding)))
    floor.saved += commits.reduce(0) { $0 + $1.saved }
    floor.commits += commits.count
    floor.time += end - began
    let violations = try store.violations()
    try store.close()
    floor.growth += try size(path) - size(master)
    guard violations.isEmpty else { throw Trouble("the store is not sound: \(violations[0])") }
  }
}
