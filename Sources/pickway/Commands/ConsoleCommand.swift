import ArgumentParser
import Barcodes
import Flows
import Foundation
import Station
import Storage
import Terminal
import Warehouse

/// Opens the console of one handheld in this terminal.
struct ConsoleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console", abstract: "Open a handheld's console in this terminal.",
    discussion: """
      The handheld's code is --device, PICKWAY_DEVICE, the address an ssh login comes from, or made \
      from the terminal's name; the same code comes back to the exact step after a power cut. Where \
      several consoles come by one code, the second is CODE#2, and a badge says whose work it goes \
      on with. Ctrl-C leaves; nothing is lost by it.
      """)

  @OptionGroup var store: StoreOption
  @OptionGroup var glass: GlassOption
  @Option(help: "The handheld's code.") var device: String?
  @Flag(help: "Leave printing to other processes.") var noPrint = false
  @Flag(help: "Leave asking carriers for waybills to other processes.") var noCarriers = false

  func run() throws {
    let opened = try store.open()
    guard try opened.read({ try $0.site() }) != nil else {
      throw Failure(.data, "\(store.path): no site yet, expected `pickway import site FILE` first")
    }
    let options = ConsoleRun(
      store: opened, folder: store.folder, device: device ?? Self.device(), glass: glass,
      hints: [], mark: nil, prints: !noPrint,
      carriers: noCarriers ? nil : try CarrierConnection.found(for: opened))
    try onMain { try options.run() }
  }

  /// The code of the handheld this terminal is.
  static func device() -> String {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["PICKWAY_DEVICE"], !named.isEmpty { return named }
    let name = ttyname(0).map { String(cString: $0) } ?? "none"
    // A login over ssh has another terminal each time, but comes from where it came from. What runs
    // inside it on a terminal of its own, as under tmux, is named by that.
    if environment["SSH_TTY"] == name,
      let client = environment["SSH_CONNECTION"]?.split(separator: " ").first
    {
      return String(client)
    }
    return "tty"
      + name.replacingOccurrences(of: "/dev/", with: "-")
      .replacingOccurrences(of: "/", with: "-")
  }
}

/// Runs what belongs to the main thread, where a command always runs.
func onMain<T: Sendable>(_ body: @MainActor () throws -> T) rethrows -> T {
  try MainActor.assumeIsolated(body)
}

/// How a glass looks, as the command line says.
struct GlassOption: ParsableArguments {
  @Option(help: "Columns x rows, such as 20x16; the terminal's own when absent.") var size: String?
  @Option(help: "zh or en; as the locale says when absent.") var lang: String?
  @Option(help: "The moment the clock starts at, such as '2026-11-22 14:00' of the site.")
  var clock: String?
  @Flag(help: "The clock stands still.") var clockStands = false
  @Option(help: "How long a lone Esc waits for the rest of a key, in milliseconds.")
  var escapeDelay: Int64 = 25
  @Option(help: "The same scan again within so many milliseconds is ignored; 0 takes every scan.")
  var repeatWindow: Int64 = 400
  @Option(
    help: "utf-8, gbk, gb18030 or ascii; PICKWAY_ENCODING or the locale's charset when absent.")
  var encoding: String?
  @Option(help: "The file of the scanner's profile, as `pickway scan check` writes it.")
  var scanProfile: String?
  @Option(help: "What the scanner sends before a code, as hexadecimal bytes such as 02.")
  var scanPrefix: String?

  /// How characters go out and come in: the option, `PICKWAY_ENCODING`, or the locale's charset,
  /// which need not be installed.
  func encoding(in locale: TerminalLocale) throws -> TerminalEncoding {
    let environment = ProcessInfo.processInfo.environment
    if let name = encoding ?? environment["PICKWAY_ENCODING"].flatMap({ $0.isEmpty ? nil : $0 }) {
      guard let encoding = TerminalEncoding(name: name) else {
        throw Failure(.usage, "--encoding \(name): expected utf-8, gbk, gb18030 or ascii")
      }
      return encoding
    }
    let name =
      ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    if let named = TerminalEncoding(locale: name) { return named }
    if name == "C" || name == "POSIX" { return .ascii }
    switch locale {
    case .utf8: return .utf8
    case .gb: return .gb18030
    case .other: return .ascii
    }
  }

  func language(showsChinese: Bool) throws -> Language {
    if let lang {
      guard let language = Language(rawValue: lang) else {
        throw Failure(.usage, "--lang \(lang): expected zh or en")
      }
      return language
    }
    guard showsChinese else { return .en }
    let environment = ProcessInfo.processInfo.environment
    let name =
      ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    // A locale that names a language decides; one that names none speaks the house's first.
    return name.isEmpty || name.hasPrefix("zh") || name.hasPrefix("C") || name == "POSIX"
      ? .zh : .en
  }

  /// The language for a command that has only `--lang` of these options.
  static func language(_ lang: String?, in locale: TerminalLocale) throws -> Language {
    var glass = GlassOption()
    glass.lang = lang
    glass.encoding = nil
    return try glass.language(showsChinese: glass.encoding(in: locale).showsChinese)
  }

  func fixedSize() throws -> Size? {
    guard let size else { return nil }
    let parts = size.lowercased().split(separator: "x").map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1],
      (Renderer.smallest.columns...500).contains(columns),
      (Renderer.smallest.rows...200).contains(rows)
    else {
      throw Failure(.usage, "--size \(size): expected columns x rows from 20x4 up, such as 20x16")
    }
    return Size(columns: columns, rows: rows)
  }

  func now(utcOffset: Int) throws -> @Sendable () -> Timestamp {
    guard let clock else { return Machine.now }
    let parts = clock.split(separator: " ")
    let time = parts.last?.split(separator: ":").compactMap { Int($0) } ?? []
    guard parts.count == 2, let day = Day(parts[0]), time.count == 2, (0..<24).contains(time[0]),
      (0..<60).contains(time[1])
    else {
      throw Failure(.usage, "--clock \(clock): expected a moment such as '2026-11-22 14:00'")
    }
    let start = Timestamp(day, minutes: time[0] * 60 + time[1], utcOffset: utcOffset)
    if clockStands { return { start } }
    let began = Machine.now()
    return { start.adding(milliseconds: Machine.now().milliseconds - began.milliseconds) }
  }

  /// The scanner's profile: the file named, or the device's own beside the store, or the store's
  /// default, or that of a scanner that sends the data and CR.
  func profile(beside folder: String, device: String) throws -> ScannerProfile {
    if let scanPrefix {
      guard let bytes = Hexadecimal.bytes(scanPrefix), !bytes.isEmpty else {
        throw Failure(.usage, "--scan-prefix \(scanPrefix): expected hexadecimal bytes such as 02")
      }
      return ScannerProfile(prefix: bytes)
    }
    let own = [ScannerFile.path(folder, device), ScannerFile.path(folder, "default")]
      .first { FileManager.default.fileExists(atPath: $0) }
    guard let path = scanProfile ?? own else { return ScannerProfile() }
    return try ScannerFile.read(path)
  }
}

/// One console from opening the terminal to giving it back.
struct ConsoleRun {
  var store: SQLiteStore
  var folder: String
  var device: String
  var glass: GlassOption
  var hints: [Text]
  var mark: Text?
  var prints: Bool
  /// Who speaks for carriers that give waybill numbers themselves; nil leaves them to others.
  var carriers: WaybillWorker.Connections?

  @MainActor
  func run() throws {
    guard isatty(0) == 1, isatty(1) == 1 else {
      throw Failure(.unavailable, "standard input and output: expected a terminal")
    }
    let environment = ProcessInfo.processInfo.environment
    let locale = TerminalLocale.set()
    let encoding = try glass.encoding(in: locale)
    let language = try glass.language(showsChinese: encoding.showsChinese)
    let size = try glass.fixedSize()
    let profile = try glass.profile(beside: folder, device: device)
    let now = try glass.now(utcOffset: store.read { try $0.site()?.utcOffset ?? 0 })
    let scale = ScaleFeed()
    defer { scale.stop() }
    let claim = DeviceClaim(
      device, in: folder + "/handhelds", sessions: try store.read { try $0.sessions() })
    // Where the clock stands, everything happens at once and nothing is a repeat.
    let handheld = try Handheld(
      store: store,
      setting: Handheld.Setting(
        device: claim.device, now: now, seed: Machine.seed, hints: hints,
        repeatWindow: glass.clockStands ? 0 : glass.repeatWindow, scales: scale))
    if claim.isShared { _ = try handheld.handle([.idle]) }

    let log = folder + "/pickway.log"
    let options = CursesDisplay.Options(
      name: environment["TERM"] ?? "vt100", color: (environment["NO_COLOR"] ?? "").isEmpty,
      flashes: environment["PICKWAY_FLASH"] != nil, encoding: encoding)
    let display: any Display
    var early: [UInt8] = []
    var byLine = false
    if let curses = CursesDisplay(options: options) {
      display = curses
      early = curses.early
      _ = StandardError.redirect(to: log)
      StandardError.guardTerminals(farewell: "pickway ended by a fault; see \(log)")
    } else {
      display = LineDisplay(output: 1, bell: true, encoding: encoding)
      byLine = true
    }
    let printing =
      prints
      ? PrintLoop(
        store: store, claimant: "\(device)-\(Machine.seed())", folder: folder, now: now) : nil
    let asking = carriers.map { carriers in
      WaybillLoop(
        store: store, claimant: "\(device)-\(Machine.seed())", connections: carriers, now: now,
        log: { FileHandle.standardError.write(Data("\($0)\n".utf8)) },
        settled: { printing?.wake() })
    }
    defer {
      asking?.stop()
      printing?.stop()
      display.close()
      StandardError.restore()
      withExtendedLifetime(claim) {}
    }
    try Console(
      handheld: handheld, store: store, display: display,
      glass: Glass(
        size: size ?? display.size, language: language, charset: display.charset, mark: mark,
        only: encoding.showsChinese ? nil : .en),
      fixedSize: size != nil,
      decoder: InputDecoder(
        profile: profile, escapeDelay: glass.escapeDelay, encoding: encoding, byLine: byLine),
      printing: printing, now: now
    ).run(early: early)
  }
}
