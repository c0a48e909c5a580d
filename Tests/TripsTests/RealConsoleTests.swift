import Flows
import Foundation
import Glibc
import Storage
import Terminal
import Testing
import Trips
import Warehouse

/// The real program at the far end of a pseudo-terminal, where only bytes tell.
@Suite(
  .serialized,
  .enabled(if: Floors.program != nil, "no built pickway: name one by PICKWAY_BIN, or build it"))
struct RealConsoleTests {
  /// A console of the small floor in a folder of its own.
  final class Rig {
    let ground: World.Ground
    private(set) var terminal: PseudoTerminal
    var emulator: Emulator
    var sent = 0
    private let start: () throws -> PseudoTerminal

    init(
      _ size: Size, _ environment: [String: String] = [:], arguments: [String] = ["--lang", "en"]
    ) throws {
      let ground = try Floors.sqlite.makeGround()
      let base = [
        "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
        "SWIFT_BACKTRACE": "interactive=no,color=no",
      ]
      start = {
        try PseudoTerminal(
          running: Floors.program ?? "",
          [
            "console", "--store", ground.file ?? "", "--device", "H1", "--clock",
            "2026-11-22 14:00",
          ]
            + ["--clock-stands"] + arguments,
          environment: base.merging(environment) { $1 }, directory: ground.folder, size: size)
      }
      self.ground = ground
      terminal = try start()
      emulator = Emulator(size: size)
    }

    /// Takes the power away, and switches the console on again.
    func powerOff() throws {
      terminal.signal(SIGKILL)
      _ = terminal.ending(timeout: 2000)
      terminal = try start()
      emulator = Emulator(size: emulator.frame.size)
    }

    deinit {
      terminal.signal(SIGKILL)
      _ = terminal.ending(timeout: 2000)
      try? FileManager.default.removeItem(atPath: ground.folder)
    }

    func waits(for words: String) -> Bool {
      terminal.settle(&emulator, limit: 20_000) { $0.shows(words) }
    }

    /// Types bytes and takes what comes back at a number of bytes a second, until it is quiet.
    func step(_ text: String, rate: Int, quiet: Int = 60) -> Int {
      terminal.write(text)
      var count = 0
      var patience = 3000
      while let bytes = terminal.read(timeout: count == 0 ? patience : quiet), !bytes.isEmpty {
        count += bytes.filter { $0 != 7 }.count
        // A bell of the step before is not yet this one's answer.
        if count > 0 { patience = quiet }
        emulator.feed(bytes)
        usleep(UInt32(bytes.count * 1_000_000 / rate))
      }
      return count
    }
  }

  /// The first list of the small floor, scan by scan.
  static let list = [
    "A-01", "2000000000114", "T-01", "A-03", "12000000000227", "T-02", "T-02", "B-04",
    "2000000000442", "T-03", "B-02", "2000000000336", "T-01", "C-01", "2000000000558", "T-03",
  ]

  @Test func aListIsWorkedOverALineOf1200Baud() throws {
    // 1200 baud are 120 bytes a second; here it runs at a hundred times that, byte for byte.
    let rig = try Rig(Size(columns: 20, rows: 16), arguments: ["--lang", "zh"])
    #expect(rig.waits(for: "扫工牌"))
    for scan in ["B001\r", "C01\r", "\r", "1", "\r", "T-01\r", "T-02\r", "T-03\r"] {
      _ = rig.step(scan, rate: 12_000)
    }
    #expect(rig.emulator.frame.shows("A-01"), "\(rig.emulator.frame.framed)")
    var accepted: [Int] = []
    var stops: [Int] = []
    var refused: [Int] = []
    for (index, scan) in Self.list.enumerated() {
      if index % 5 == 0 {
        refused.append(rig.step("C-03\r", rate: 12_000))
        usleep(300_000)
      }
      let count = rig.step(scan + "\r", rate: 12_000)
      // The tote ends the stop, or what goes into that tote.
      if scan.hasPrefix("T-") { stops.append(count) } else { accepted.append(count) }
    }
    #expect(rig.emulator.frame.shows("去集货点放箱"), "\(rig.emulator.frame.framed)")
    #expect(accepted.reduce(0, +) <= 112 * accepted.count, "\(accepted)")
    #expect(stops.allSatisfy { $0 > 0 && $0 <= 256 }, "\(stops)")
    #expect(refused.allSatisfy { $0 > 0 && $0 <= 160 }, "\(refused)")
  }

  @Test func fiftyScansASecondAreTakenOneByOneInTheirOrder() throws {
    let rig = try Rig(Size(columns: 20, rows: 16))
    #expect(rig.waits(for: "Scan your badge"))
    for scan in ["B001\r", "\r"] { _ = rig.step(scan, rate: 1_000_000) }
    #expect(rig.emulator.frame.shows("Menu"))
    let codes = [
      "A-01", "2000000000114", "A-02", "2000000000336", "B-01", "B-02", "2000000000558", "C-01",
      "T-01", "T-02",
    ]
    // The look-up answers every code it knows.
    let made = (0..<100).map { codes[$0 % codes.count] }
    rig.terminal.write("\u{1B}[15~")
    _ = rig.step("", rate: 1_000_000)
    for (index, code) in made.enumerated() {
      rig.terminal.write(code + "\r")
      if index < 50 { usleep(20_000) }
      while let bytes = rig.terminal.read(timeout: 0), !bytes.isEmpty { rig.emulator.feed(bytes) }
    }
    _ = rig.step("", rate: 1_000_000, quiet: 500)
    let scans = { try Self.scans(in: rig.ground.store) }
    for _ in 0..<100 where try scans().count < made.count + 1 { usleep(50_000) }
    #expect(try scans().dropFirst() == made[...])
  }

  /// The codes scanned, in the journal's order.
  private static func scans(in store: any Store) throws -> [String] {
    struct Input: Decodable {
      struct Body: Decodable { var _0: Scan }
      struct Scan: Decodable { var text: String }
      var scan: Body
    }
    return try store.entries(after: 0, limit: 100_000).filter { $0.kind == "scan" }.map {
      try JSONDecoder().decode(Input.self, from: Data($0.payload.utf8)).scan._0.text
    }
  }

  @Test func escAndADigitAreAFunctionKeyAndLaterItIsTyped() throws {
    let rig = try Rig(Size(columns: 20, rows: 16))
    #expect(rig.waits(for: "Scan your badge"))
    for scan in ["B001\r", "C01\r", "\r", "1", "\r", "T-01\r", "T-02\r", "T-03\r"] {
      _ = rig.step(scan, rate: 1_000_000)
    }
    #expect(rig.waits(for: "Scan bin"), "\(rig.emulator.frame.framed)")
    rig.terminal.write("\u{1B}9")
    #expect(rig.waits(for: "short, why?"), "\(rig.emulator.frame.framed)")
    rig.terminal.write("\u{1B}3")
    #expect(rig.waits(for: "Scan bin"), "\(rig.emulator.frame.framed)")
    for scan in ["A-01\r", "2000000000114\r"] { _ = rig.step(scan, rate: 1_000_000) }
    #expect(rig.waits(for: "Scan tote 1 2"))
    rig.terminal.write("9")
    #expect(rig.waits(for: "Scan tote 1 9"))
    rig.terminal.write("\u{1B}")
    #expect(rig.waits(for: "Scan tote 1 2"))
    rig.terminal.write("1")
    #expect(rig.waits(for: "Scan tote 1 1"), "\(rig.emulator.frame.framed)")
  }

  @Test func whatIsTypedOutlivesAKillOnceTheKeysPause() throws {
    let rig = try Rig(Size(columns: 20, rows: 16))
    #expect(rig.waits(for: "Scan your badge"))
    for scan in ["B001\r", "C01\r", "\r", "1", "\r", "T-01\r", "T-02\r", "T-03\r"] {
      _ = rig.step(scan, rate: 1_000_000)
    }
    for scan in ["A-01\r", "2000000000114\r"] { _ = rig.step(scan, rate: 1_000_000) }
    rig.terminal.write("1")
    #expect(rig.waits(for: "Scan tote 1 1"), "\(rig.emulator.frame.framed)")
    let head = try rig.ground.store.head()
    for _ in 0..<100 where try rig.ground.store.head() == head { usleep(20_000) }
    try rig.powerOff()
    #expect(rig.waits(for: "Scan tote 1 1"), "\(rig.emulator.frame.framed)")
    #expect(rig.emulator.frame.shows("Resumed: 0/5 saved"), "\(rig.emulator.frame.framed)")
  }

  @Test func asALoginShellNothingLeadsOut() throws {
    let rig = try Rig(Size(columns: 20, rows: 16))
    #expect(rig.waits(for: "Scan your badge"))
    let process = try #require(rig.terminal.process)
    let attempts =
      (0..<32).filter { ![3, 4].contains($0) }.map { [UInt8($0)] }
      + ["!sh\r", ":!sh\r", "\u{1B}!", "`sh`\r", "$(sh)\r", "~.", "~^Z", "\u{1C}\u{1A}"].map {
        Array($0.utf8)
      }
    for attempt in attempts { rig.terminal.write(attempt) }
    for signal in [SIGTSTP, SIGCONT, SIGWINCH, SIGPIPE, SIGTTIN, SIGTTOU] {
      if signal == SIGTTIN || signal == SIGTTOU { continue }
      rig.terminal.signal(signal)
      usleep(50_000)
    }
    _ = rig.step("", rate: 1_000_000, quiet: 300)
    let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    #expect(!status.contains("State:\tT"), "it was suspended")
    let children = try String(
      contentsOfFile: "/proc/\(process)/task/\(process)/children", encoding: .utf8)
    #expect(children.isEmpty, "it started something")
    _ = rig.step("\u{1B}\u{1B}B001\r", rate: 1_000_000, quiet: 300)
    // Ctrl-C ends the session, and with it the connection.
    rig.terminal.write([0x03])
    #expect(rig.terminal.ending(timeout: 5000) == .exited(0))
  }

  @Test func underAShellCtrlZGivesTheTerminalBackAndFgGoesOn() throws {
    let ground = try Floors.sqlite.makeGround()
    defer { try? FileManager.default.removeItem(atPath: ground.folder) }
    let terminal = try PseudoTerminal(
      running: "/bin/bash", ["--norc", "--noprofile", "-i"],
      environment: [
        "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "PS1": "$ ",
        "HISTFILE": "/dev/null",
      ], directory: ground.folder, size: Size(columns: 60, rows: 16))
    var emulator = Emulator(size: Size(columns: 60, rows: 16))
    terminal.settle(&emulator, quiet: 300)
    terminal.write(
      "\(Floors.program ?? "") console --store \(ground.file ?? "") --device H1 --lang en\n")
    #expect(terminal.settle(&emulator, limit: 20_000) { $0.shows("Scan your badge") })
    terminal.write([0x1A])
    #expect(terminal.settle(&emulator, limit: 10_000) { $0.shows("Stopped") })
    terminal.write("fg\n")
    #expect(
      terminal.settle(&emulator, limit: 10_000) {
        $0.shows("Scan your badge") && !$0.shows("Stopped")
      })
    terminal.write([0x03])
    terminal.settle(&emulator, quiet: 300)
    terminal.write("exit\n")
    _ = terminal.ending(timeout: 5000)
  }

  @Test func aDumbTerminalIsServedLineByLine() throws {
    let rig = try Rig(Size(columns: 60, rows: 24), ["TERM": "dumb"])
    #expect(rig.waits(for: "Scan your badge"))
    rig.terminal.write("B001\n")
    #expect(rig.waits(for: "Scan bench or cart"))
    rig.terminal.write("\n")
    #expect(rig.waits(for: "Choose"))
    // A code is never a choice.
    rig.terminal.write("6924743915848\n")
    #expect(rig.waits(for: "6924743915848"))
    rig.terminal.write("1\n")
    #expect(rig.waits(for: "take it"))
  }

  @Test func aTerminalOfGBKIsServedWithoutALocaleOfItsOwn() throws {
    let rig = try Rig(
      Size(columns: 20, rows: 16), ["LC_ALL": "zh_CN.GBK", "TERM": "vt220"], arguments: [])
    var back = GBDecoder()
    var seen = false
    for _ in 0..<200 where !seen {
      guard let bytes = rig.terminal.read(timeout: 100) else { break }
      rig.emulator.feed(back.feed(bytes))
      seen = rig.emulator.frame.shows("扫工牌")
    }
    #expect(seen, "\(rig.emulator.frame.framed)")
  }

  @Test func anASCIITerminalIsServedInEnglish() throws {
    let rig = try Rig(
      Size(columns: 20, rows: 16), ["LC_ALL": "C", "TERM": "vt100"], arguments: [])
    #expect(rig.waits(for: "Scan your badge"))
  }

  @Test func theWindowMayChangeItsSizeAtAnyMoment() throws {
    let rig = try Rig(Size(columns: 80, rows: 24))
    #expect(rig.waits(for: "Scan your badge"))
    let sizes = [(20, 4), (26, 20), (40, 8), (10, 3), (100, 30), (20, 8), (20, 16)]
    for (index, (columns, rows)) in sizes.enumerated() {
      let size = Size(columns: columns, rows: rows)
      rig.terminal.resize(to: size)
      rig.emulator.resize(to: size)
      rig.terminal.write(["B001\r", "C01\r", "\r", "1", "\r", "T-01\r", "T-02\r"][index])
    }
    #expect(rig.waits(for: "Slot 3"), "\(rig.emulator.frame.framed)")
  }
}
