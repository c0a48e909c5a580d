import Flows
import Foundation
import Storage
import Terminal
import Trips
import Warehouse

/// The real program on a pseudo-terminal whose power goes where a ``CutBook`` says.
///
/// It goes at any time, also between two gestures. The program is switched on again at once, ten minutes later by its clock, when every
/// claim of the dead one has run out; the person does again what the glass shows was not done.
final class CrashStage: ForwardingStage {
  let store: any Store
  let folder: String
  let seed: @Sendable () -> String
  let patience = 10_000
  let hearsGood = false
  /// How often the power went.
  private(set) var kills = 0
  private let file: String
  private let environment: [String: String]
  private let book: CutBook
  private var cuts: [CutBook.Cut]
  private(set) var stage: any Stage
  private var glass = (size: Size(columns: 20, rows: 16), language: Language.en)
  private var rested = 0
  private var isOn = false

  init(
    _ ground: World.Ground, cuts: [CutBook.Cut], environment: [String: String],
    seed: @escaping @Sendable () -> String
  ) throws {
    store = ground.store
    folder = ground.folder
    file = ground.file ?? ""
    self.seed = seed
    self.cuts = cuts
    book = try CutBook(in: folder)
    self.environment = environment
    stage = try Self.stage(store, file, SmallWorld.start, environment, seed)
  }

  var count: Int { book.count }
  var summary: String { book.summary }

  /// The library that takes the power away; nil when it is not built.
  static let library: String? = Floors.program.flatMap { program in
    let folders = [program, CommandLine.arguments[0]]
      .map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
    return folders.map { $0.appendingPathComponent("libPowerCut.so").path }
      .first { FileManager.default.fileExists(atPath: $0) }
  }

  private static func stage(
    _ store: any Store, _ file: String, _ start: Timestamp, _ environment: [String: String],
    _ seed: @escaping @Sendable () -> String
  ) throws -> TerminalStage {
    try TerminalStage(
      program: Floors.program ?? "", file: file, store: store, start: start, seed: seed,
      patience: 10_000, environment: environment)
  }

  // MARK: - Stage

  func powerOn(_ person: String, _ size: Size, _ language: Language) throws {
    glass = (size, language)
    // The next trip goes on at the same console.
    guard !isOn else { return }
    isOn = true
    try start(person, at: now)
  }

  func give(_ gesture: Gesture, to person: String) throws -> Heard {
    let before = try frame(of: person)
    while try unstruck(person, { try stage.give(gesture, to: person) }) == nil {
      let after = try frame(of: person)
      guard before.lines[0] == after.lines[0], before.cursor == after.cursor else {
        return .nothing
      }
      // Two pages of a menu have one title: whoever pressed a digit looks at the words.
      if case .key = gesture, before.lines[0].contains("Menu"),
        Self.words(of: before) != Self.words(of: after)
      {
        return .nothing
      }
    }
    return .nothing
  }

  /// The words of a glass, without the banner that says that work was resumed.
  private static func words(of frame: Frame) -> [String] {
    frame.lines.filter { !$0.contains("Resumed") }.map { $0.filter(\.isLetter) }
      .filter { !$0.isEmpty }
  }

  func frame(of person: String) throws -> Frame {
    while true {
      if let frame = try unstruck(person, { try stage.frame(of: person) }) { return frame }
    }
  }

  func rest(milliseconds: Int) {
    stage.rest(milliseconds: milliseconds)
    rested += milliseconds
    do {
      _ = try frame(of: CrashFloor.person)
      // What the dead one had claimed, or a printer that needs a rest, takes its time by the clock.
      guard rested >= 1000, kills > 0, cuts.isEmpty else { return }
      stage.close()
      try start(CrashFloor.person, at: later)
    } catch {
      // It shows at the next look.
    }
  }

  // MARK: - Power

  private var later: Timestamp { now.adding(milliseconds: 600_000) }

  /// What is done while the power is on; nil where it went meanwhile, and is back.
  private func unstruck<T>(_ person: String, _ body: () throws -> T) throws -> T? {
    do {
      let result = try body()
      // A program that is dying still looks as if it waited.
      guard book.isStruck else { return result }
    } catch {
      guard book.isStruck else { throw error }
    }
    try revive(person)
    return nil
  }

  private func revive(_ person: String) throws {
    guard kills < 20 else { throw StageTrouble("the power goes without end") }
    kills += 1
    try start(person, at: later)
  }

  /// Starts the program with the next cut, over and over when that is before its first screen.
  private func start(_ person: String, at time: Timestamp) throws {
    rested = 0
    var time = time
    while true {
      let cut = cuts.isEmpty ? .never : cuts.removeFirst()
      book.set(cut)
      var environment = environment
      environment["PICKWAY_CUT_BOOK"] = book.path
      environment["LD_PRELOAD"] = Self.library ?? ""
      stage = try Self.stage(store, file, time, environment, seed)
      do {
        try stage.powerOn(person, glass.size, glass.language)
        book.arm()
        return
      } catch {
        guard book.isStruck else { throw error }
        kills += 1
        time = time.adding(milliseconds: 600_000)
      }
    }
  }
}
