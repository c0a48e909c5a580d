import ArgumentParser
import Dispatch
import Foundation
import Station
import Warehouse

/// Scales.
struct ScaleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scale", abstract: "Be a scale, or see what one sends.",
    subcommands: [Emulate.self, Check.self])

  struct Emulate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Be a scale on 127.0.0.1: lines as usual scales send them, faults on demand.",
      discussion: """
        Prints one JSON line with its address when it is ready. What is done to it stands in --do, or \
        in lines on its standard input: \(ScaleEmulator.Control.words).
        """)

    @Option(help: "and, sics, plain, xk3190 or reversed: how its lines look.") var form = "and"
    @Option(help: "The port; 0 takes a free one.") var port: UInt16 = 0
    @Option(help: "Milliseconds between two lines.") var interval = 100
    @Option(name: .customLong("do"), help: "Something done to it before it starts.")
    var controls: [String] = []
    @Option(help: "End after so many seconds.") var seconds: Int?

    private struct Ready: Encodable {
      var scale: String
      var address: String
      var port: Int
    }

    func run() throws {
      guard let form = ScaleEmulator.Form(rawValue: form) else {
        throw Failure(.usage, "--form \(form): expected and, sics, plain, xk3190 or reversed")
      }
      guard (1...10_000).contains(interval) else {
        throw Failure(.usage, "--interval \(interval): expected 1 to 10000")
      }
      let first = try controls.map { line in
        guard let control = ScaleEmulator.Control(line) else {
          throw Failure(.usage, "--do '\(line)': expected one of \(ScaleEmulator.Control.words)")
        }
        return control
      }
      let emulator: ScaleEmulator
      do {
        emulator = try ScaleEmulator(form: form, port: port, interval: interval)
      } catch {
        throw Failure(.unavailable, error.description)
      }
      for control in first { emulator.apply(control) }
      let ready = Ready(
        scale: form.rawValue, address: "tcp:127.0.0.1:\(emulator.port)", port: Int(emulator.port))
      print(String(decoding: try lineEncoder().encode(ready), as: UTF8.self))
      fflush(nil)
      let ended = DispatchSemaphore(value: 0)
      let sources = [SIGTERM, SIGINT].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { ended.signal() }
        source.resume()
        return source
      }
      Thread.detachNewThread {
        while let line = readLine() {
          if let control = ScaleEmulator.Control(line) {
            emulator.apply(control)
          } else if !line.allSatisfy(\.isWhitespace) {
            FileHandle.standardError.write(
              Data("pickway: '\(line)': expected one of \(ScaleEmulator.Control.words)\n".utf8))
          }
        }
      }
      if let seconds { _ = ended.wait(timeout: .now() + .seconds(seconds)) } else { ended.wait() }
      for source in sources { source.cancel() }
      emulator.stop()
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what a scale sends, what it is read as, and what a bench would see.",
      discussion: """
        Ends with 0 when a weight came to rest, with 69 when the scale could not be reached or told \
        none, and says why.
        """)

    @Argument(help: "\(ScaleAddress.usage)") var address: String
    @Option(help: "How long to listen, in seconds.") var seconds = 3
    @Option(help: "Equal stable readings in a row that make a weight.") var readings = 3

    func run() throws {
      guard let place = ScaleAddress(address) else {
        throw Failure(.usage, "\(address): expected \(ScaleAddress.usage)")
      }
      let end = Machine.monotonic() + Int64(max(1, seconds)) * 1000
      var watch = ScaleWatch(readings: readings, at: Machine.monotonic(), loads: 0)
      let isThere = place.listen(until: { Machine.monotonic() >= end }) { line in
        for reading in line.readings { watch.take(reading, at: Machine.monotonic()) }
        let words = line.readings.map(Self.words).joined(separator: ", ")
        if !line.bytes.isEmpty {
          print("\(Self.shown(line.bytes))  \(words)  \(Self.words(watch.view))")
        }
        watch.look(at: Machine.monotonic())
      }
      guard isThere else { throw Failure(.unavailable, "\(address): nobody answers") }
      print("a bench sees: \(Self.words(watch.view))")
      switch watch.view {
      case .resting, .empty: break
      case .none, .moving, .fault: throw ExitCode(Failure.Status.unavailable.rawValue)
      }
    }

    /// Bytes as they can be read: others than printable ASCII as hexadecimal.
    private static func shown(_ bytes: [UInt8]) -> String {
      bytes.map { byte in
        (32...126).contains(byte)
          ? String(UnicodeScalar(byte)) : "<\(byte < 16 ? "0" : "")\(String(byte, radix: 16))>"
      }.joined()
    }

    private static func words(_ reading: ScaleReading) -> String {
      switch reading {
      case .weight(let grams, let isStable): "\(grams) g\(isStable ? "" : " moving")"
      case .overload: "overload"
      case .underload: "below zero"
      case .unit(let unit): "unit \(unit), expected kg or g"
      case .unreadable: "no weight"
      }
    }

    private static func words(_ view: ScaleView) -> String {
      switch view {
      case .none: "no scale"
      case .empty: "nothing on it"
      case .moving: "not at rest"
      case .resting(let grams, _): "\(grams) g at rest"
      case .fault(let fault): "no weight: \(fault.rawValue)"
      }
    }
  }
}
