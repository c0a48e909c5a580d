public import Flows
import Foundation
public import Storage
public import Terminal
public import Warehouse

/// The stage that is the real thing: the program in a pseudo-terminal for each person, on one
/// store file that the trip looks into from outside.
///
/// A scan is written as its bytes and CR in one go, as a scanner in keyboard mode sends it; what
/// is typed comes character by character, slowly enough not to be taken for a scan. The screen is
/// what a terminal would make of the bytes that come back. A clock that moves starts every console
/// again with the new time, whole minutes rounded up: each comes back to its step, with the banner
/// that says so.
public final class TerminalStage: Stage {
  /// The store, opened a second time.
  public let store: any Store
  /// The folder of the store's file.
  public let folder: String
  /// The trip's time.
  public private(set) var now: Timestamp
  /// Makes texts that were never made before.
  public let seed: @Sendable () -> String
  /// Others and printers have this long, in milliseconds.
  public let patience: Int
  /// The program rings for refusals only.
  public let hearsGood = false
  private let program: String
  private let file: String
  private let environment: [String: String]
  private let utcOffset: Int
  private var consoles: [String: ConsoleProcess] = [:]

  /// Makes a stage.
  ///
  /// - Parameters:
  ///   - program: the path of the built `pickway`.
  ///   - file: the store's file, ready to work on.
  ///   - store: the same store, as this process has it open.
  ///   - start: the time the trip begins; whole minutes.
  ///   - seed: makes texts that were never made before, not even by an earlier stage on the store.
  ///   - patience: how long others and printers may take, in milliseconds.
  ///   - environment: what the program finds in its environment besides the terminal's.
  public init(
    program: String, file: String, store: any Store, start: Timestamp,
    seed: @escaping @Sendable () -> String, patience: Int = 5000,
    environment: [String: String] = [:]
  ) throws {
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw StageTrouble("\(program): expected the built program")
    }
    self.program = URL(fileURLWithPath: program).standardizedFileURL.path
    self.file = URL(fileURLWithPath: file).standardizedFileURL.path
    folder = URL(fileURLWithPath: file).standardizedFileURL.deletingLastPathComponent().path
    self.store = store
    now = start
    self.seed = seed
    self.patience = patience
    utcOffset = try store.read { try $0.site()?.utcOffset ?? 0 }
    let own = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
      // A program that crashes ends, and asks nobody anything.
      "SWIFT_BACKTRACE": "interactive=no,color=no",
    ]
    self.environment = own.merging(environment) { $1 }
  }

  /// Starts a person's console, or starts it again on another glass.
  public func powerOn(_ person: String, _ size: Size, _ language: Language) throws {
    try consoles.removeValue(forKey: person)?.end()
    consoles[person] = try console(person, size, language)
  }

  /// Makes a gesture and gives the last tone that followed.
  public func give(_ gesture: Gesture, to person: String) throws -> Heard {
    let console = try lit(person)
    let bells = console.bells
    switch gesture {
    case .scan(let codes):
      try console.send(codes.flatMap { Array($0.utf8) + [0x0D] })
    case .key(let key): try Self.press(key, on: console)
    case .type(let text):
      for character in text { try Self.press(.character(character), on: console) }
      try console.send(Key.enter.bytes)
    }
    return console.bells > bells ? .bad : .nothing
  }

  /// What a person sees now.
  public func frame(of person: String) throws -> Frame {
    try lit(person).look()
  }

  /// Kills a person's console, which no program can see coming, and starts it again.
  public func kill(_ person: String) throws {
    let console = try lit(person)
    console.kill()
    consoles[person] = try self.console(person, console.size, console.language)
  }

  /// Closes a person's terminal, which must end the console at once, and opens another.
  public func hangUp(_ person: String) throws {
    let console = try lit(person)
    try console.hangUp()
    consoles[person] = try self.console(person, console.size, console.language)
  }

  /// Moves the clock forward: every console starts again with the new time.
  public func advance(to time: Timestamp) throws {
    guard time > now else { return }
    now = time
    for (person, console) in consoles.sorted(by: { $0.key < $1.key }) {
      try console.end()
      consoles[person] = try self.console(person, console.size, console.language)
    }
  }

  /// Lets some milliseconds pass.
  public func rest(milliseconds: Int) {
    Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
  }

  /// Real lines lead to the scales.
  public var scales: TripScales? { nil }

  /// The consoles see by themselves.
  public func follow() throws {}

  /// Ends every console.
  public func close() {
    for console in consoles.values { try? console.end() }
    consoles = [:]
  }

  private func lit(_ person: String) throws -> ConsoleProcess {
    guard let console = consoles[person] else {
      throw StageTrouble("the handheld of \(person) is not on")
    }
    return console
  }

  private func console(
    _ person: String, _ size: Size, _ language: Language
  ) throws -> ConsoleProcess {
    let minute: Int64 = 60_000
    let clock = Timestamp(milliseconds: (now.milliseconds + minute - 1) / minute * minute)
    let arguments = [
      "console", "--store", file, "--device", person, "--size", "\(size.columns)x\(size.rows)",
      "--lang", language.rawValue, "--clock",
      "\(clock.day(utcOffset: utcOffset)) \(clock.clock(utcOffset: utcOffset))", "--clock-stands",
    ]
    return try ConsoleProcess(
      program, arguments, environment: environment, directory: folder, size: size,
      language: language)
  }

  private static func press(_ key: Key, on console: ConsoleProcess) throws {
    let (quiet, waits) = patience(after: key)
    try console.send(key.bytes, quietFor: quiet, waits: waits)
  }

  /// A character could be the first of a scan, and Esc the first of a key: so long nobody knows, and
  /// the program waits once to see.
  private static func patience(after key: Key) -> (quiet: Int, waits: Int) {
    switch key {
    case .character: (75, 2)
    case .escape: (60, 2)
    case .function, .enter, .backspace, .delete, .tab, .up, .down, .left, .right, .pageUp,
      .pageDown, .home, .end, .control:
      (15, 1)
    }
  }
}
