import Barcodes
import Foundation

/// How long a scan takes to read, from the line to the JSON object of `pickway scan parse`.
struct Scans: Benchmark {
  static let name = "scans"
  static let about = "a scan from line to object: ordinary ones, and the reference engine's cases"

  private let options: Options

  init(_ options: Options) {
    self.options = options
  }

  /// Scans as a floor has them.
  private static let ordinary = [
    ("EAN-13", "6901234567892"), ("house label", "]C0A-01-1"),
    ("GS1-128, lot and date", "]C1010690123456789217261231" + "10L260809"),
    (
      "GS1-128, seven elements",
      "]C1010690123456789217261231" + "10AB12^21S1^310300150011261101400X"
    ),
    ("bracketed", "(01)06901234567892(17)261231(10)L260809(21)S12345"),
    ("Digital Link", "https://id.gs1.org/01/06901234567892/10/L260809/21/S12345?17=261231"),
    ("SSCC", "]C100069012345678901238"), ("bad check digit", "]C10106901234567891"),
  ]

  private struct Vector: Decodable {
    var kind: String
    var `in`: String
  }

  func run(in scratch: Scratch) throws {
    var table = Table("", "lines", "p50 us", "p99 us", "worst us", "p50/copy")
    let report = ScanReport(year: 2026)
    let copy = time([Array(Self.ordinary[3].1.utf8)]) { $0.map { $0 ^ 1 } }.p50
    func add(_ name: String, _ lines: [[UInt8]]) {
      let times = time(lines) { report.bytes($0) }
      table.add(
        name, "\(lines.count)", microseconds(times.p50), microseconds(times.p99),
        microseconds(times.worst), ratio(times.p50, to: copy))
    }
    for (name, line) in Self.ordinary { add(name, [Array(line.utf8)]) }
    let file = "\(options.data)/gs1/engine.jsonl"
    if let bytes = FileManager.default.contents(atPath: file) {
      let vectors = try bytes.split(separator: 0x0A).map {
        try JSONDecoder().decode(Vector.self, from: $0)
      }
      add("reference engine's cases", vectors.map { Array($0.in.utf8) })
    } else {
      print("the reference engine's cases are left out: no \(file)")
    }
    table.show()
    print(
      """
      Read: a line's time is the mean of 200 readings of it in a row, of the fastest of five turns;
      p50, p99 and worst are over the lines. copy is changing every byte of a line into a new one.
      Wanted: at most 5 us a scan.
      """)
  }

  /// The time of each line.
  private func time(_ lines: [[UInt8]], _ body: ([UInt8]) -> [UInt8]) -> Durations {
    var times = Durations()
    var sum = 0
    for line in lines {
      var best = Int64.max
      for _ in 0..<5 {
        let start = Clock.processor
        for _ in 0..<200 { sum &+= body(line).count }
        best = min(best, Clock.processor - start)
      }
      times.add(best / 200)
    }
    if sum == 0 { print("nothing was read") }
    return times
  }

  private func microseconds(_ time: Int64) -> String {
    String(format: "%.2f", Double(time) / 1_000)
  }
}
