import ArgumentParser
import Foundation
import Labels
import Station
import Storage
import Warehouse

extension PrinterCommand {
  /// How fast labels get from the last good scan to the printer.
  struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Measure labels from the last good scan to the last byte at an emulated printer.",
      discussion: """
        Packs orders of an invented floor in a store of its own. What is timed for each: the commit of \
        the last good scan (parcel closed, waybill number taken, label queued), the label rendered, \
        sent and proven by the printer's counter, and all of it journalled. One by one at first; \
        with --stream all at once, packed on one thread and printed on another, as a console does.
        """)

    @Option(help: "How many labels.") var count = 1000
    @Option(help: "zpl or tspl.") var format = "zpl"
    @Flag(help: "Pack without waiting for labels.") var stream = false
    @Option(help: "The folder of the store; a temporary one when none is named.")
    var folder: String?

    func run() throws {
      guard let format = LabelFormat(rawValue: format), format == .zpl || format == .tspl else {
        throw Failure(.usage, "--format \(format): expected zpl or tspl")
      }
      guard count > 0 else { throw Failure(.usage, "--count \(count): expected 1 or more") }
      let place =
        folder
        ?? FileManager.default.temporaryDirectory
        .appendingPathComponent("pickway-bench-\(Machine.seed())").path
      try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
      defer { if folder == nil { try? FileManager.default.removeItem(atPath: place) } }
      let arrivals = Arrivals()
      let emulator: PrinterEmulator
      do {
        emulator = try PrinterEmulator(format: format) { _ in arrivals.note() }
      } catch {
        throw Failure(.unavailable, error.description)
      }
      defer { emulator.stop() }
      let floor = try LabelFloor(
        folder: place, printer: "tcp:127.0.0.1:\(emulator.port)", format: format, orders: count)
      let parcels = try floor.prepare()
      let total =
        stream
        ? try streamed(parcels, floor, arrivals) : try oneByOne(parcels, floor, arrivals)
      guard emulator.labels.count == count else {
        throw Failure(.software, "\(emulator.labels.count) of \(count) labels came out")
      }
      print(
        "\(count) labels, \(format.rawValue), \(emulator.labels[0].bytes.count) bytes the first")
      print("all rendered, journalled, sent and proven in \(Self.digits(total)) s")
    }

    /// The next order is packed when the label is proven; seconds of all.
    private func oneByOne(
      _ parcels: [Code<Parcel>], _ floor: LabelFloor, _ arrivals: Arrivals
    ) throws -> Double {
      var sent: [Double] = []
      var proven: [Double] = []
      for parcel in parcels {
        let start = ContinuousClock.now
        try floor.pack(parcel)
        try floor.print()
        let end = ContinuousClock.now
        guard let arrival = arrivals.last else { continue }
        sent.append((arrival - start) / .milliseconds(1))
        proven.append((end - start) / .milliseconds(1))
      }
      print("last scan to last byte:  \(Self.summary(sent))")
      print("last scan to proof kept: \(Self.summary(proven))")
      return proven.reduce(0, +) / 1000
    }

    /// Orders are packed as fast as can be, and labels follow; seconds of all.
    private func streamed(
      _ parcels: [Code<Parcel>], _ floor: LabelFloor, _ arrivals: Arrivals
    ) throws -> Double {
      let printing = floor.printing()
      defer { printing.stop() }
      let start = ContinuousClock.now
      for parcel in parcels {
        try floor.pack(parcel)
        printing.wake()
      }
      let packed = ContinuousClock.now
      while arrivals.count < parcels.count, ContinuousClock.now - packed < .seconds(60) {
        usleep(1000)
      }
      while try floor.proven() < parcels.count, ContinuousClock.now - packed < .seconds(60) {
        usleep(1000)
      }
      print("all packed in \(Self.digits((packed - start) / .seconds(1))) s")
      return (ContinuousClock.now - start) / .seconds(1)
    }

    private static func summary(_ all: [Double]) -> String {
      let sorted = all.sorted()
      func part(_ share: Double) -> String {
        digits(sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))])
      }
      return "p50 \(part(0.5)) ms, p99 \(part(0.99)) ms, most \(part(1)) ms"
    }

    private static func digits(_ value: Double) -> String {
      let hundredths = Int((value * 100).rounded())
      let rest = hundredths % 100
      return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    /// When the last label came out.
    private final class Arrivals: @unchecked Sendable {
      private let lock = NSLock()
      private var time: ContinuousClock.Instant?
      private var all = 0

      func note() {
        lock.withLock {
          time = .now
          all += 1
        }
      }

      /// How many came out.
      var count: Int { lock.withLock { all } }

      var last: ContinuousClock.Instant? { lock.withLock { time } }
    }
  }
}
