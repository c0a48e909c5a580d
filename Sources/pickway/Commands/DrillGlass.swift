import Drills
import Flows
import Foundation
import Station
import Storage
import Terminal

/// The terminal a drill is worked on.
struct DrillGlass {
  var glass: GlassOption
  var drill: Drill

  /// Lets a person work, from the beginning or on from somebody's recording.
  func work(branching: (recording: Recording, after: Int)? = nil) throws -> DrillFloor {
    guard isatty(0) == 1, isatty(1) == 1 else {
      throw Failure(.unavailable, "standard input and output: expected a terminal, or --auto")
    }
    let path = try DemoCommand.scratch()
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    defer { try? FileManager.default.removeItem(at: folder) }
    // A command runs on the main thread from its beginning: nothing is handed over.
    nonisolated(unsafe) let floor = try DrillFloor(drill, in: SQLiteStore.create(at: path))
    if let branching { try floor.branch(off: branching.recording, after: branching.after) }
    try onMain {
      try onDisplay(log: folder.path) { display, encoding, early, byLine in
        try DrillConsole(
          floor: floor, display: display, language: language, size: glass.fixedSize(),
          decoder: InputDecoder(
            profile: glass.profile(beside: folder.path, device: "drill"),
            escapeDelay: glass.escapeDelay, encoding: encoding, byLine: byLine)
        ).run(early: early)
      }
    }
    return floor
  }

  /// Shows a review.
  func show(_ review: Review) throws -> ReviewConsole.End {
    nonisolated(unsafe) let review = review
    let folder = URL(fileURLWithPath: try DemoCommand.scratch()).deletingLastPathComponent()
    defer { try? FileManager.default.removeItem(at: folder) }
    return try onMain {
      try onDisplay(log: folder.path) { display, _, _, _ in
        try ReviewConsole(
          review, display: display, language: language, size: glass.fixedSize()
        ).run()
      }
    }
  }

  /// The language of the screens and of what is said about them.
  var language: Language { glass.lang.flatMap { Language(rawValue: $0) } ?? drill.language }

  @MainActor
  private func onDisplay<T>(
    log folder: String,
    _ body: (any Display, TerminalEncoding, [UInt8], Bool) throws -> T
  ) throws -> T {
    let environment = ProcessInfo.processInfo.environment
    let encoding = try glass.encoding(in: TerminalLocale.set())
    let options = CursesDisplay.Options(
      name: environment["TERM"] ?? "vt100", color: (environment["NO_COLOR"] ?? "").isEmpty,
      flashes: environment["PICKWAY_FLASH"] != nil, encoding: encoding)
    guard let curses = CursesDisplay(options: options) else {
      let display = LineDisplay(output: 1, bell: true, encoding: encoding)
      defer { display.close() }
      return try body(display, encoding, [], true)
    }
    let log = folder + "/pickway.log"
    _ = StandardError.redirect(to: log)
    StandardError.guardTerminals(farewell: "pickway ended by a fault; see \(log)")
    defer {
      curses.close()
      StandardError.restore()
    }
    return try body(curses, encoding, curses.early, false)
  }
}
