import ArgumentParser
import Dispatch
import Foundation
import Labels

extension PrinterCommand {
  /// A label printer on loopback until told to stop.
  struct Emulate: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Be a label printer on 127.0.0.1: ZPL or TSPL, status, paper, faults on demand.",
      discussion: """
        Prints one JSON line with the address when it is ready, and one for each label that came out. \
        What is done to it stands in --do, in lines on its standard input, or in lines appended to \
        --control FILE: \(PrinterControl.words).
        """)

    @Option(help: "zpl or tspl.") var format = "zpl"
    @Option(help: "The port; 0 takes a free one.") var port: UInt16 = 0
    @Option(help: "Labels it printed before.") var odometer = 0
    @Option(help: "Labels on the roll; it never ends when none are named.") var paper: Int?
    @Option(help: "Millimeters a second; 0 prints at once.") var speed = 0
    @Option(name: .customLong("do"), help: "Something done to it before it starts.")
    var controls: [String] = []
    @Option(help: "A file whose lines, as they come, are done to it.") var control: String?
    @Option(help: "The folder that gets a PNG of each label.") var save: String?
    @Option(help: "End after so many seconds.") var seconds: Int?
    @Option(help: "End after so many labels.") var labels: Int?

    private struct Ready: Encodable {
      var printer: String
      var address: String
      var port: Int
    }

    private struct Line: Encodable {
      var label: Int
      var id: String?
      var language: String
      var bytes: Int
      var digest: String
      var width: Int?
      var height: Int?
      var png: String?
      var problem: String?
    }

    func run() throws {
      guard let format = LabelFormat(rawValue: format), format == .zpl || format == .tspl else {
        throw Failure(.usage, "--format \(format): expected zpl or tspl")
      }
      var first = try controls.map { line in
        guard let control = PrinterControl(line) else {
          throw Failure(.usage, "--do '\(line)': expected one of \(PrinterControl.words)")
        }
        return control
      }
      if let paper { first.append(.paper(paper)) }
      if speed > 0 { first.append(.speed(speed)) }
      if let save {
        do {
          try FileManager.default.createDirectory(
            atPath: save, withIntermediateDirectories: true)
        } catch {
          throw Failure(.cannotCreate, "--save \(save): the folder cannot be made")
        }
      }
      let ended = DispatchSemaphore(value: 0)
      let (save, most) = (save, labels.map { $0 + odometer })
      let emulator: PrinterEmulator
      do {
        emulator = try PrinterEmulator(
          format: format, port: port, odometer: odometer, controls: first
        ) { label in
          Self.tell(Self.line(label, savedIn: save))
          if let most, label.odometer >= most { ended.signal() }
        }
      } catch {
        throw Failure(.unavailable, error.description)
      }
      Self.tell(
        Ready(
          printer: format.rawValue, address: "tcp:127.0.0.1:\(emulator.port)",
          port: Int(emulator.port)))
      let sources = [SIGTERM, SIGINT].map { number in
        signal(number, SIG_IGN)
        let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
        source.setEventHandler { ended.signal() }
        source.resume()
        return source
      }
      listen(to: emulator)
      if let seconds {
        _ = ended.wait(timeout: .now() + .seconds(seconds))
      } else {
        ended.wait()
      }
      for source in sources { source.cancel() }
      emulator.stop()
    }

    /// Takes control lines from standard input and from the file, each on a thread of its own.
    private func listen(to emulator: PrinterEmulator) {
      Thread.detachNewThread {
        while let line = readLine() { Self.apply(line, to: emulator) }
      }
      guard let control else { return }
      Thread.detachNewThread {
        var seen = 0
        while true {
          let data = FileManager.default.contents(atPath: control) ?? Data()
          // Only whole lines; a file that was begun anew is read anew.
          if data.count < seen { seen = 0 }
          let rest = data.dropFirst(seen)
          if let end = rest.lastIndex(of: 0x0A) {
            let text = String(decoding: rest[rest.startIndex...end], as: UTF8.self)
            for line in text.split(separator: "\n") { Self.apply(String(line), to: emulator) }
            seen = end + 1
          }
          usleep(50_000)
        }
      }
    }

    private static func apply(_ line: String, to emulator: PrinterEmulator) {
      guard !line.allSatisfy(\.isWhitespace) else { return }
      guard let control = PrinterControl(line) else {
        FileHandle.standardError.write(
          Data("pickway: '\(line)': expected one of \(PrinterControl.words)\n".utf8))
        return
      }
      emulator.apply(control)
    }

    private static func line(_ label: EmulatedLabel, savedIn folder: String?) -> Line {
      var line = Line(
        label: label.odometer, id: label.id, language: label.format.rawValue,
        bytes: label.bytes.count, digest: label.digest)
      guard let folder else { return line }
      switch label.picture() {
      case .success(let picture):
        line.width = picture.width
        line.height = picture.height
        let path = "\(folder)/label-\(label.odometer).png"
        do {
          try Data(picture.png).write(to: URL(fileURLWithPath: path))
          line.png = path
        } catch {
          line.problem = "cannot write \(path)"
        }
      case .failure(let problem): line.problem = problem.description
      }
      return line
    }

    private static func tell(_ line: some Encodable) {
      guard let data = try? lineEncoder().encode(line) else { return }
      // At once, past the C library's streams: flushing those waits for standard input, where another
      // thread waits for a line.
      FileHandle.standardOutput.write(data + [0x0A])
    }
  }
}
