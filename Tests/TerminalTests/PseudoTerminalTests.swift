import Glibc
import Terminal
import Testing

/// Programs at the other end of a pseudo-terminal.
struct PseudoTerminalTests {
  static let environment = ["TERM": "xterm", "PATH": "/usr/bin:/bin", "LC_ALL": "C.utf8"]

  @Test func aProgramSeesItsTerminalAndIsSeen() throws {
    let terminal = try PseudoTerminal(
      running: "/bin/sh", ["-c", "stty size; read a; echo got $a; exit 3"],
      environment: Self.environment, size: Size(columns: 33, rows: 7))
    var emulator = Emulator(size: Size(columns: 33, rows: 7))
    #expect(terminal.settle(&emulator) { $0.shows("7 33") })
    terminal.write("拣货\r")
    #expect(terminal.settle(&emulator) { $0.shows("got 拣货") })
    #expect(terminal.ending(timeout: 5000) == .exited(3))
  }

  @Test func hangingUpEndsIt() throws {
    let terminal = try PseudoTerminal(
      running: "/bin/sh", ["-c", "echo on; sleep 60"], environment: Self.environment,
      size: Size(columns: 20, rows: 4))
    var emulator = Emulator(size: Size(columns: 20, rows: 4))
    #expect(terminal.settle(&emulator) { $0.shows("on") })
    terminal.hangUp()
    #expect(terminal.ending(timeout: 5000) == .killed(signal: Int(SIGHUP)))
  }

  @Test func signalsAndSizesReachIt() throws {
    let terminal = try PseudoTerminal(
      running: "/bin/sh", ["-c", "trap 'stty size' WINCH; echo on; while :; do sleep 0.05; done"],
      environment: Self.environment, size: Size(columns: 20, rows: 4))
    var emulator = Emulator(size: Size(columns: 20, rows: 4))
    #expect(terminal.settle(&emulator) { $0.shows("on") })
    terminal.resize(to: Size(columns: 50, rows: 9))
    #expect(terminal.settle(&emulator) { $0.shows("9 50") })
    #expect(terminal.ending(timeout: 0) == nil)
    terminal.signal(SIGKILL)
    #expect(terminal.ending(timeout: 5000) == .killed(signal: 9))
  }

  @Test func aProgramThatIsNotThereIsSaidSo() throws {
    #expect(throws: PseudoTerminal.Failure.self) {
      try PseudoTerminal(
        running: "/no/such/program", environment: [:], size: Size(columns: 20, rows: 4))
    }
  }
}
