import ArgumentParser
import Barcodes
import Foundation
import Glibc
import Station
import Terminal

/// Scanner profiles as files: one a handheld, in the folder `scanners` beside the store.
enum ScannerFile {
  /// Where the profile of a device is.
  static func path(_ folder: String, _ device: String) -> String {
    folder + "/scanners/" + device.replacingOccurrences(of: "/", with: "-") + ".json"
  }

  static func read(_ path: String) throws -> ScannerProfile {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(.noInput, "\(path): expected a scanner's profile")
    }
    do {
      return try JSONDecoder().decode(ScannerProfile.self, from: data)
    } catch {
      throw Failure(.data, "\(path): expected a scanner's profile, \(error)")
    }
  }

  static func write(_ profile: ScannerProfile, to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try encoder.encode(profile).write(to: URL(fileURLWithPath: path))
    } catch {
      throw Failure(.cannotCreate, "\(path): \(error.localizedDescription)")
    }
  }
}

/// Bytes written as two hexadecimal digits each.
enum Hexadecimal {
  static func bytes(_ text: String) -> [UInt8]? {
    let digits = Array(text)
    guard digits.count % 2 == 0 else { return nil }
    let bytes = stride(from: 0, to: digits.count, by: 2).map {
      UInt8(String(digits[$0..<$0 + 2]), radix: 16)
    }
    return bytes.contains(nil) ? nil : bytes.compactMap { $0 }
  }
}

extension ScanCommand {
  /// Shows what a scanner sends and writes its profile.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what a scanner sends, byte by byte, and write its profile.",
      discussion: """
        Scan the same code a few times. Each arrival is shown with its bytes and its longest \
        pause, then the profile that reads them all is proposed. With --expect, which names what \
        the code says ({GS} for the group separator), prefix, keyboard and GS are found too. \
        --write FILE keeps the profile; with --device it goes where the console of that device \
        looks for it.
        """)

    @OptionGroup var store: StoreOption
    @Option(help: "What the code says, with {GS} for the group separator.") var expect: String?
    @Option(help: "How many scans are waited for.") var scans = 3
    @Option(help: "The file the profile is written to.") var write: String?
    @Option(help: "The handheld the profile is for; `default` is for all without one.")
    var device: String?

    func run() throws {
      var check = ScannerCheck()
      try listen(&check)
      guard !check.arrivals.isEmpty else {
        throw Failure(.data, "standard input: expected a scan, nothing came")
      }
      for (index, arrival) in check.arrivals.enumerated() {
        print("\(index + 1): \(arrival.bytes.count) bytes, longest pause \(arrival.longestGap) ms")
        print("   " + arrival.bytes.map(Self.name).joined(separator: " "))
      }
      let code = expect?.replacingOccurrences(of: "{GS}", with: "\u{1D}")
      guard let profile = check.proposal(expecting: code) else {
        throw Failure(
          .data, expect.map { "no profile reads these as \($0)" } ?? "no profile reads these scans")
      }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      print(String(decoding: try encoder.encode(profile), as: UTF8.self))
      guard let path = write ?? device.map({ ScannerFile.path(store.folder, $0) }) else { return }
      try ScannerFile.write(profile, to: path)
      print("written to \(path)")
    }

    /// Reads until so many arrivals have ended, the input has, or Ctrl-C or Ctrl-D comes.
    private func listen(_ check: inout ScannerCheck) throws {
      var modes = termios()
      let isTerminal = tcgetattr(0, &modes) == 0
      if isTerminal {
        var raw = modes
        cfmakeraw(&raw)
        tcsetattr(0, TCSANOW, &raw)
        print("scan \(scans) times; Ctrl-D ends\r")
      }
      defer { if isTerminal { tcsetattr(0, TCSANOW, &modes) } }
      var buffer = [UInt8](repeating: 0, count: 4096)
      while true {
        var waiting = pollfd(fd: 0, events: Int16(POLLIN), revents: 0)
        let isLast = check.arrivals.count >= scans
        guard poll(&waiting, 1, isLast ? 500 : -1) > 0 else { return }
        let count = Glibc.read(0, &buffer, buffer.count)
        guard count > 0 else { return }
        let bytes = buffer.prefix(count)
        if isTerminal, count == 1, bytes[0] == 0x03 || bytes[0] == 0x04 { return }
        check.feed(bytes, at: Machine.monotonic())
      }
    }

    /// A byte as people read it: its hexadecimal digits and its name or character.
    private static func name(_ byte: UInt8) -> String {
      let digits = String(byte, radix: 16)
      let names: [UInt8: String] = [
        0x02: "STX", 0x03: "ETX", 0x04: "EOT", 0x09: "TAB", 0x0A: "LF", 0x0D: "CR", 0x1B: "ESC",
        0x1D: "GS", 0x1E: "RS", 0x20: "SP",
      ]
      let shown =
        names[byte] ?? ((0x21..<0x7F).contains(byte) ? String(UnicodeScalar(byte)) : "..")
      return (digits.count == 1 ? "0" : "") + digits + ":" + shown
    }
  }
}
