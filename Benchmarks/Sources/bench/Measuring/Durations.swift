import Foundation

/// Times of one kind of thing that was done often, in nanoseconds.
struct Durations: Codable {
  private(set) var all: [Int64] = []

  init(_ all: [Int64] = []) {
    self.all = all
  }

  var count: Int { all.count }
  var worst: Int64 { all.max() ?? 0 }
  var mean: Int64 { all.isEmpty ? 0 : all.reduce(0, +) / Int64(all.count) }
  var p50: Int64 { percentile(50) }
  var p99: Int64 { percentile(99) }

  mutating func add(_ time: Int64) {
    all.append(time)
  }

  mutating func add(_ others: Durations) {
    all += others.all
  }

  /// The nearest rank: the smallest time that so many percent of all do not exceed.
  func percentile(_ percent: Int) -> Int64 {
    guard !all.isEmpty else { return 0 }
    let rank = (all.count * percent + 99) / 100
    return all.sorted()[max(0, rank - 1)]
  }
}

/// Nanoseconds as milliseconds, to read.
func milliseconds(_ time: Int64) -> String {
  let value = Double(time) / 1_000_000
  return String(format: value < 10 ? "%.3f" : value < 100 ? "%.2f" : "%.1f", value)
}

/// Nanoseconds as seconds, to read.
func seconds(_ time: Int64) -> String { String(format: "%.2f", Double(time) / 1_000_000_000) }

/// One figure as so many times another, to read.
func ratio(_ value: Int64, to unit: Int64) -> String {
  guard unit > 0 else { return "-" }
  let times = Double(value) / Double(unit)
  return String(format: times < 10 ? "%.2f" : times < 100 ? "%.1f" : "%.0f", times)
}
