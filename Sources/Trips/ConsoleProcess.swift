import Flows
import Foundation
import Glibc
import Terminal

/// One console of the real program: its process, its terminal and what the person sees on it.
final class ConsoleProcess {
  let size: Size
  let language: Language
  private let terminal: PseudoTerminal
  private var emulator: Emulator
  private var watch: ProcessWatch
  private var isOpen = true

  /// How long a program may take over one input before something is wrong.
  private static let limit = Duration.seconds(20)
  /// How long the output must be quiet where the program waited less often than it should, and where
  /// nothing is known of the process, in milliseconds.
  private static let doubtfulQuiet = 300
  private static let blindQuiet = 200

  /// Starts the program and waits for its first screen.
  init(
    _ program: String, _ arguments: [String], environment: [String: String], directory: String,
    size: Size, language: Language
  ) throws {
    self.size = size
    self.language = language
    terminal = try PseudoTerminal(
      running: program, arguments, environment: environment, directory: directory, size: size)
    emulator = Emulator(size: size)
    watch = ProcessWatch(process: terminal.process ?? 0)
    try settle { $0.isAlternate && !$0.frame.isBlank }
  }

  /// Bells heard so far.
  var bells: Int { emulator.bellCount }

  /// Types bytes and waits until all that follows from them can be seen.
  ///
  /// - Parameters:
  ///   - quiet: how long the output is quiet then at least, in milliseconds.
  ///   - waits: how often the program waits until it has taken them: twice where the first time is to
  ///     see whether more comes.
  func send(_ bytes: [UInt8], quietFor quiet: Int = 15, waits: Int = 1) throws {
    guard isOpen else { throw gone("expected the console to be there, it has ended") }
    watch.mark()
    terminal.write(bytes)
    try settle(quietFor: quiet, waits: waits)
    // A refusal rings three times, a little apart.
    let until = ContinuousClock.now + .seconds(1)
    while bells % 3 != 0, ContinuousClock.now < until, pump(20) != nil {}
  }

  /// What the person sees now, with what has come in meanwhile.
  func look() throws -> Frame {
    while isOpen, pump(0) == true {}
    guard isOpen else { throw gone("expected the console to be there, it has ended") }
    return emulator.frame
  }

  /// Ends the program as a power cut does.
  func kill() {
    terminal.signal(SIGKILL)
    _ = terminal.ending(timeout: 5000)
  }

  /// Closes the terminal: the program must end at once.
  func hangUp() throws {
    terminal.hangUp()
    guard terminal.ending(timeout: 5000) != nil else {
      throw StageTrouble("expected the console to end when its terminal hung up, it runs on")
    }
  }

  /// Asks the program to end, and waits until it has.
  func end() throws {
    terminal.signal(SIGTERM)
    guard terminal.ending(timeout: 5000) != nil else {
      throw StageTrouble("expected the console to end at SIGTERM, it runs on")
    }
  }

  /// Takes output until the program waits again and nothing more has come for a while.
  private func settle(
    quietFor quiet: Int = 15, waits wanted: Int = 1, until ready: (Emulator) -> Bool = { _ in true }
  ) throws {
    let until = ContinuousClock.now + Self.limit
    var since = ContinuousClock.now
    while ContinuousClock.now < until {
      // What was written before the program went to sleep is there when it is seen asleep.
      let waits = watch.waits
      guard let came = pump(waits ?? 0 > 0 ? 5 : 10) else {
        throw gone("expected the console to go on, it has ended")
      }
      if came {
        since = ContinuousClock.now
        continue
      }
      let least: Int
      switch waits {
      case nil: least = max(quiet, Self.blindQuiet)
      case 0?: continue
      case let waits?: least = waits < wanted ? Self.doubtfulQuiet : quiet
      }
      if ready(emulator), ContinuousClock.now - since >= .milliseconds(least) { return }
    }
    throw gone("expected the console to be done within \(Self.limit), it is not")
  }

  /// Takes output for some milliseconds; whether any came, nil when the program's end is closed.
  private func pump(_ milliseconds: Int) -> Bool? {
    guard let bytes = terminal.read(timeout: milliseconds) else {
      isOpen = false
      return nil
    }
    emulator.feed(bytes)
    let replies = emulator.takeReplies()
    if !replies.isEmpty { terminal.write(replies) }
    return !bytes.isEmpty
  }

  /// A trouble with the last thing the program said.
  private func gone(_ sentence: String) -> StageTrouble {
    let ending: String? =
      switch terminal.ending(timeout: 100) {
      case .exited(let status): "status \(status)"
      case .killed(let signal): "signal \(signal)"
      case nil: nil
      }
    let said = emulator.frame.lines.filter { !$0.isEmpty }.joined(separator: " / ")
    return StageTrouble(
      sentence + (ending.map { " (\($0))" } ?? "") + (said.isEmpty ? "" : ": \(said)"))
  }
}

extension Frame {
  /// Whether nothing stands on it.
  var isBlank: Bool { lines.allSatisfy(\.isEmpty) }
}
