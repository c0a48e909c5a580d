import Foundation
import Simulation
import Terminal

/// A board on a pseudo-terminal, with an eye on the processor time it takes.
final class BoardRun {
  private let terminal: PseudoTerminal
  private var screen: Emulator

  init(_ program: String, store: String, size: Size) throws {
    screen = Emulator(size: size)
    terminal = try PseudoTerminal(
      running: program,
      [
        "console", "--store", store, "--device", "BOARD", "--lang", "en", "--clock",
        DemoFloor.opening,
      ],
      environment: ConsoleRun.environment("xterm"), size: size)
    drain(for: 1_000_000_000)
  }

  /// Types and waits for a word on the screen.
  func type(_ text: String, until word: String) throws {
    terminal.write(text)
    for _ in 0..<20 {
      drain(for: 250_000_000)
      if screen.frame.shows(word) { return }
    }
    throw Trouble("\(word) expected on:\n\(screen.frame.golden)")
  }

  /// Reads what is drawn for so many nanoseconds; from when to when.
  @discardableResult
  func drain(for time: Int64) -> Range<Int64> {
    let begin = Clock.now
    while Clock.now - begin < time {
      let left = Int((begin + time - Clock.now) / 1_000_000)
      guard let bytes = terminal.read(timeout: max(1, left)), !bytes.isEmpty else { continue }
      screen.feed(bytes)
      let replies = screen.takeReplies()
      if !replies.isEmpty { terminal.write(replies) }
    }
    return begin..<max(begin + 1, Clock.now)
  }

  /// Seconds of a processor the program has had, with the kernel's part.
  var processorSeconds: Double {
    guard let process = terminal.process,
      let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8),
      let end = text.lastIndex(of: ")")
    else { return 0 }
    let fields = text[text.index(after: end)...].split(separator: " ")
    guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
      return 0
    }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Ends the program as when its terminal goes.
  func end() {
    terminal.hangUp()
    _ = terminal.ending(timeout: 2000)
  }
}
