import Flows
import Foundation
import Simulation
import Terminal

/// The real program on a pseudo-terminal, with a clock at the person's end.
final class ConsoleRun {
  /// What one input brought.
  struct Step {
    /// From the input to the first byte of the answer, in nanoseconds.
    var first: Int64 = 0
    /// From the input to the last byte of the answer; bells behind it do not count.
    var last: Int64 = 0
    /// Bytes of the answer, without bells.
    var bytes = 0
  }

  private let terminal: PseudoTerminal
  private(set) var screen: Emulator
  /// When the program was started.
  let started: Int64
  /// From the start to the first whole screen.
  let opening: Step

  static let size = Size(columns: 20, rows: 16)

  /// Starts a console and waits for its first whole screen.
  init(_ program: String, store: String, device: String, term: String) throws {
    screen = Emulator(size: Self.size)
    started = Clock.now
    terminal = try PseudoTerminal(
      running: program,
      [
        "console", "--store", store, "--device", device, "--size", "20x16", "--lang", "zh",
        "--clock", DemoFloor.opening,
      ],
      environment: Self.environment(term), size: Self.size)
    var screen = screen
    opening = Self.answer(of: terminal, to: &screen, since: started, quiet: 100)
    self.screen = screen
  }

  static func environment(_ term: String) -> [String: String] {
    ["TERM": term, "LC_ALL": "C.utf8", "PATH": "/usr/local/bin:/usr/bin:/bin"]
  }

  /// What the screen asks for.
  func wanted() throws -> Wanted {
    guard let wanted = Wanted(screen.frame) else {
      throw Trouble("not a picker's screen:\n\(screen.frame.golden)")
    }
    return wanted
  }

  /// Types bytes and waits for the answer, until nothing has come for a while.
  func send(_ bytes: [UInt8], quiet: Int = 20) -> Step {
    let start = Clock.now
    terminal.write(bytes)
    return Self.answer(of: terminal, to: &screen, since: start, quiet: quiet)
  }

  private static func answer(
    of terminal: PseudoTerminal, to screen: inout Emulator, since start: Int64, quiet: Int
  ) -> Step {
    var step = Step()
    while let bytes = terminal.read(timeout: step.first == 0 ? 3000 : quiet), !bytes.isEmpty {
      let now = Clock.now - start
      screen.feed(bytes)
      let replies = screen.takeReplies()
      if !replies.isEmpty { terminal.write(replies) }
      let drawn = bytes.count { $0 != 0x07 }
      guard drawn > 0 else { continue }
      if step.first == 0 { step.first = now }
      step.last = now
      step.bytes += drawn
    }
    return step
  }

  /// The most memory the program ever held, in KiB.
  var peak: Int { Memory.peak(of: terminal.process.map(String.init) ?? "") }

  /// Kills the program, as when power goes.
  func kill() {
    terminal.signal(SIGKILL)
    _ = terminal.ending(timeout: 2000)
  }
}
