import Foundation
import Simulation
import Station
import Storage
import Warehouse

/// One file into a store by a process of its own, as `pickway import` does it.
enum ImportRun {
  /// What it took.
  struct Result: Codable {
    var records = 0
    /// Nanoseconds.
    var took: Int64 = 0
    /// KiB before the file was opened, and at most.
    var before = 0
    var peak = 0
  }

  static func run(_ kind: String, _ file: String, into path: String) throws -> Result {
    guard let kind = ImportKind(rawValue: kind) else { throw Trouble("\(kind): no kind of file") }
    let store = try SQLiteStore.open(at: path)
    let reading = try SQLiteStore.open(at: path)
    var result = Result(before: Memory.peak())
    result.took = try Clock.time {
      switch try FileImport(into: store, reading: reading).run(kind, file, at: DemoFloor.start) {
      case .landed(_, let records): result.records = records
      case .knownAlready: throw Trouble("\(file): known already")
      case .rejected(let problems, _): throw Trouble("\(file): \(problems.first ?? "rejected")")
      }
    }
    result.peak = Memory.peak()
    try reading.close()
    try store.close()
    return result
  }
}
