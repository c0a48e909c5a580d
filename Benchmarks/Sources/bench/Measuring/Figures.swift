import Foundation

/// Numbers of one kind, to be summed up.
struct Figures {
  private(set) var all: [Double] = []

  var count: Int { all.count }
  var mean: Double { all.isEmpty ? 0 : all.reduce(0, +) / Double(all.count) }
  var worst: Double { all.max() ?? 0 }

  mutating func add(_ value: Double) {
    all.append(value)
  }
}

/// How many percent more one length is than another.
func gap(_ length: Int, over best: Int) -> Double {
  best == 0 ? 0 : (Double(length) / Double(best) - 1) * 100
}

/// A number with so many decimals, to read.
func decimal(_ value: Double, _ places: Int) -> String {
  let text = String(format: "%.\(places)f", value)
  // No minus before a zero.
  return text.hasPrefix("-") && !text.contains(where: { "123456789".contains($0) })
    ? String(text.dropFirst()) : text
}

/// Nanoseconds as microseconds, to read.
func microseconds(_ time: Int64) -> String {
  let value = Double(time) / 1000
  return decimal(value, value < 100 ? 2 : value < 1000 ? 1 : 0)
}
