import Foundation
import Simulation
import Storage

/// How long large files take, how much memory, and how long others wait meanwhile.
struct Imports: Benchmark {
  static let name = "import"
  static let about = "the large fixture into a fresh store; memory, and what others wait"

  init(_ options: Options) {}

  private struct Taken {
    var name: String
    var result: ImportRun.Result
    var others: Durations
  }

  func run(in scratch: Scratch) throws {
    let quarter = try taken(
      .large(bins: 25_000, products: 12_500, stock: 50_000, orders: 5_000), "quarter", scratch)
    let full = try taken(.large(), "full", scratch)
    let quiet = full.quiet
    let sync = try Disk.syncs(200, in: scratch)
    var table = Table(
      "", "records", "s", "records/s", "peak MB", "/ quarter", "others p50 ms", "p99 ms",
      "worst ms", "worst/quiet p99")
    for (small, large) in zip(quarter.files, full.files) {
      table.add([
        large.name, "\(large.result.records)", seconds(large.result.took),
        "\(Int64(large.result.records) * 1_000_000_000 / max(1, large.result.took))",
        Memory.megabytes(large.result.peak),
        ratio(Int64(large.result.peak), to: Int64(small.result.peak)),
        milliseconds(large.others.p50), milliseconds(large.others.p99),
        milliseconds(large.others.worst), ratio(large.others.worst, to: quiet.p99),
      ])
    }
    table.show()
    let all = full.files.reduce(0) { $0 + $1.result.took }
    let part = quarter.files.reduce(0) { $0 + $1.result.took }
    let base = full.files.map(\.result.before).max() ?? 0
    print(
      """
      all four: \(seconds(all)) s; a quarter of everything: \(seconds(part)) s
      (ratio \(ratio(all, to: part)), 4 is linear); written as files in \(seconds(full.writing)) s
      memory before a file is opened: \(Memory.megabytes(base)) MB
      the same small commits with nobody importing: p50 \(milliseconds(quiet.p50)), \
      p99 \(milliseconds(quiet.p99)), worst \(milliseconds(quiet.worst)) ms; \
      bare fsync p50 \(milliseconds(sync.p50)) ms
      Read: / quarter is peak memory against the same import of files a quarter as large: near 1
      when memory does not grow with the file. Others are small commits of another process every
      2 ms all the while; their worst bounds the longest hold of the write lock: at most 200 ms.
      """)
  }

  private func taken(
    _ size: FixtureSize, _ name: String, _ scratch: Scratch
  ) throws -> (files: [Taken], quiet: Durations, writing: Int64) {
    let folder = scratch.file(name)
    let writing = try Clock.time {
      _ = try FixtureFiles.write(Fixture(size: size), to: folder)
    }
    let path = scratch.file("\(name).sqlite")
    try SQLiteStore.create(at: path).close()
    let bystander = try Bystander(on: path)
    Clock.pause(milliseconds: 1000)
    let quiet = try bystander.times()
    var files: [Taken] = []
    for kind in ["site", "products", "stock", "orders"] {
      let worker = try Worker(["import", kind, "\(folder)/\(kind).csv", path])
      try worker.ready()
      _ = try bystander.times()
      worker.go()
      let result = try worker.answer(ImportRun.Result.self)
      files.append(Taken(name: kind, result: result, others: try bystander.times()))
    }
    try bystander.end()
    try FileManager.default.removeItem(atPath: folder)
    return (files, quiet, writing)
  }
}
