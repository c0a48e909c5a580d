import ArgumentParser
import Flows
import Foundation
import Station
import Storage
import Terminal
import Warehouse

/// Plays what handhelds showed from the journal.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay", abstract: "Play any handheld session or minute of the floor again.",
    discussion: """
      Screens are rebuilt from the journal, cell for cell. In a terminal: Space stops and goes on, \
      n and p step, + and - change the speed, j and a time jumps, Tab looks at one handheld after \
      the other or at all, q ends. Without a terminal, or with --text, every screen is printed. \
      Times are of the site, such as 14:05 (of the journal's last day) or '2026-11-22 14:05'.
      """)

  @OptionGroup var store: StoreOption
  @Flag(help: "List the recorded sessions.") var list = false
  @OptionGroup var listing: ListingOption
  @Option(help: "A handheld, a badge or a session; everybody when absent.") var session: String?
  @Option(help: "The first moment.") var from: String?
  @Option(help: "The last moment.") var to: String?
  @Option(help: "So many times faster than it happened.") var speed = 1.0
  @Flag(help: "Begin stopped, to go on step by step.") var step = false
  @Flag(help: "Print every screen as text.") var text = false
  @Option(help: "Write an asciicast of version 2 (asciinema) to a file.") var cast: String?
  @Option(help: "Columns x rows of an asciicast; those of the handheld when absent.")
  var size: String?
  @Option(help: "zh or en: the language of headings; as the locale says when absent.")
  var lang: String?
  @Flag(help: "Rebuild every screen, show none, and tell how fast.") var bench = false

  func run() throws {
    let opened = try store.open()
    if list { return try printList(opened) }
    let replay = try FloorReplay(opened, choice: choice(opened))
    if bench { return try measure(replay) }
    if let cast { return try write(replay, to: cast) }
    guard !text, isatty(0) == 1, isatty(1) == 1 else { return try print(replay) }
    try onMain { try play(replay, language(in: TerminalLocale.set())) }
  }

  private func language(in locale: TerminalLocale) throws -> Language {
    try GlassOption.language(lang, in: locale)
  }

  /// Moments as people write them: of the journal's last day where they name none.
  static func moments(
    from: String?, to: String?, of store: any Store
  ) throws -> (from: Timestamp?, to: Timestamp?) {
    let offset = try store.read { try $0.site()?.utcOffset ?? 0 }
    let head = try store.head()
    let last = try store.entries(after: max(0, head - 1), limit: 1).last?.at
    func time(_ name: String, _ text: String?) throws -> Timestamp? {
      guard let text else { return nil }
      guard let time = ReplayTime(text), let last else {
        throw Failure(.usage, "--\(name) \(text): expected a time such as 14:05")
      }
      return time.on(last, utcOffset: offset)
    }
    return (try time("from", from), try time("to", to))
  }

  private func choice(_ store: any Store) throws -> FloorReplay.Choice {
    let moments = try Self.moments(from: from, to: to, of: store)
    if let session, try !known(session, store) {
      throw Failure(.data, "--session \(session): expected one of `pickway replay --list`")
    }
    return FloorReplay.Choice(
      name: session, from: moments.from, to: moments.to)
  }

  private func known(_ name: String, _ store: any Store) throws -> Bool {
    try RecordedSession.all(of: store)
      .contains { [$0.session, $0.badge, $0.device].contains(name) }
  }

  private func printList(_ store: any Store) throws {
    let offset = try store.read { try $0.site()?.utcOffset ?? 0 }
    func clock(_ time: Timestamp) -> String {
      "\(time.day(utcOffset: offset)) \(ReplayTime.clock(time, utcOffset: offset))"
    }
    try listing.print(
      RecordedSession.all(of: store),
      columns: [
        ("session", { $0.session }), ("badge", { $0.badge }), ("handheld", { $0.device }),
        ("from", { clock($0.from) }), ("to", { clock($0.to) }), ("lines", { "\($0.lines)" }),
        ("exact", { $0.isExact ? "yes" : "older journal" }),
      ], empty: "no sessions yet")
  }

  private func print(_ replay: FloorReplay) throws {
    var replay = replay
    var count = 0
    while let moment = try replay.next() {
      count += 1
      let at = ReplayTime.clock(moment.at, utcOffset: replay.utcOffset)
      Swift.print(
        "\(at) \(moment.device) \(moment.session?.badge.rawValue ?? "-") #\(moment.number)"
          + (moment.isReconstructed ? " (not recorded before power loss)" : "")
          + (moment.replica.doubt.map { " (may differ: \($0.rawValue))" } ?? ""))
      for line in moment.frame.lines { Swift.print(line.isEmpty ? "|" : "|" + line) }
    }
    if count == 0 { Swift.print("nothing was shown then") }
  }

  private func write(_ replay: FloorReplay, to path: String) throws {
    let fixed = try fixedSize()
    var scout = replay
    var size = Size(columns: 20, rows: 4)
    var devices: Set<Code<Device>> = []
    let progress = ReplayProgress(utcOffset: replay.utcOffset)
    defer { progress.line.clear() }
    while let moment = try scout.next() {
      progress.show(moment.at)
      devices.insert(moment.device)
      size.columns = max(size.columns, moment.frame.size.columns)
      size.rows = max(size.rows, moment.frame.size.rows)
    }
    guard !devices.isEmpty else { throw Failure(.data, "nothing was shown then") }
    let isOne = devices.count == 1
    size = fixed ?? (isOne ? size : Size(columns: 120, rows: 40))
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw Failure(.cannotCreate, "\(path): expected a file that can be written") }
    var tape = try ReplayTape(replay)
    var writer = CastWriter(size: size)
    let picture = ReplayPicture(size: size, language: lang.flatMap(Language.init) ?? .en)
    var events = 0
    while try tape.forward() {
      if events == 0 {
        file.write(
          Data((writer.header(start: tape.at, title: "pickway \(session ?? "floor")") + "\n").utf8))
      }
      let status = isOne ? nil : " " + ReplayTime.clock(tape.at, utcOffset: replay.utcOffset)
      let frame = picture.frame(tape.shown, status: status, by: tape.replay)
      file.write(Data((writer.event(frame, at: tape.at, speed: speed) + "\n").utf8))
      events += 1
      progress.show(tape.at)
    }
    try file.close()
    Swift.print("\(path): \(events) screens, \(size.columns)x\(size.rows)")
  }

  private func fixedSize() throws -> Size? {
    var glass = GlassOption()
    glass.size = size
    return try glass.fixedSize()
  }

  private func measure(_ replay: FloorReplay) throws {
    struct Result: Encodable {
      var lines = 0
      var screens = 0
      var handhelds = 0
      var inexact = 0
      var floorSeconds = 0.0
      var seconds = 0.0
      var timesFaster = 0.0
    }
    var replay = replay
    var result = Result()
    var first: Timestamp?
    let began = Date()
    let progress = ReplayProgress(utcOffset: replay.utcOffset)
    while let moment = try replay.next() {
      progress.show(moment.at)
      first = first ?? moment.at
      result.screens += 1
    }
    result.seconds = Date().timeIntervalSince(began)
    progress.line.clear()
    result.lines = replay.lines
    result.handhelds = replay.replicas.count
    result.inexact = replay.doubts.count
    result.floorSeconds =
      Double(replay.now.milliseconds - (first ?? replay.now).milliseconds) / 1000
    result.timesFaster = result.floorSeconds / max(result.seconds, 0.001)
    if listing.json { return Swift.print(try jsonText(result)) }
    Swift.print(
      """
      lines      \(result.lines)
      handhelds  \(result.handhelds), \(result.inexact) of them not exact
      screens    \(result.screens) rebuilt, cell for cell
      floor      \(ReplayDuration.text(result.floorSeconds))
      replay     \(String(format: "%.2f", result.seconds)) s
      speed      \(Int(result.timesFaster)) times faster than it happened
      """)
  }

  @MainActor
  private func play(_ replay: FloorReplay, _ language: Language) throws {
    let environment = ProcessInfo.processInfo.environment
    guard
      let display = CursesDisplay(
        options: CursesDisplay.Options(
          name: environment["TERM"] ?? "vt100", color: (environment["NO_COLOR"] ?? "").isEmpty))
    else { return try print(replay) }
    defer { display.close() }
    try ReplayPlayer(
      ReplayTape(replay), display: display, language: language, speed: max(0.125, speed),
      isPlaying: !step
    ).run()
  }
}

/// Says to which moment a replay has come while it is worked out.
private struct ReplayProgress {
  let line = ProgressLine()
  let began = ContinuousClock.now
  let utcOffset: Int

  func show(_ time: Timestamp) {
    line.show("at " + ReplayTime.clock(time, utcOffset: utcOffset), after: .now - began)
  }
}

/// A stretch of time in words.
enum ReplayDuration {
  static func text(_ seconds: Double) -> String {
    "\(Int(seconds) / 3600) h \(Int(seconds) / 60 % 60) min \(Int(seconds) % 60) s"
  }
}
