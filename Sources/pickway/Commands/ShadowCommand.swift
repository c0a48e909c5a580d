import ArgumentParser
import Flows
import Foundation
import Station
import Storage
import Terminal
import Warehouse

/// Follows a handheld's screen live.
struct ShadowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shadow", abstract: "Watch a handheld's screen live, read-only.",
    discussion: """
      Nothing is written but one line of the journal that says who was watched; the handheld is \
      never delayed. Esc or q ends. Without a terminal the present screen is printed.
      """)

  @Argument(help: "A badge or a handheld.") var name: String
  @OptionGroup var store: StoreOption
  @Option(help: "zh or en: the language of headings; as the locale says when absent.")
  var lang: String?

  func run() throws {
    let opened = try store.open()
    guard let device = try ShadowFeed.device(of: name, in: opened) else {
      throw Failure(.data, "\(name): expected a badge or a handheld that is at work now")
    }
    let by = ProcessInfo.processInfo.environment["USER"] ?? ""
    try ShadowAudit.write(device, by: by, to: opened, seed: Machine.seed(), at: Machine.now())
    let feed = try ShadowFeed(device, in: opened, now: Machine.now)
    let offset = try opened.read { try $0.site()?.utcOffset ?? 0 }
    guard isatty(0) == 1, isatty(1) == 1 else {
      return printOnce(try ShadowFrames(opened).frame(of: feed.replica, at: Machine.now()))
    }
    try onMain {
      let language = try GlassOption.language(lang, in: TerminalLocale.set())
      let environment = ProcessInfo.processInfo.environment
      guard
        let display = CursesDisplay(
          options: CursesDisplay.Options(
            name: environment["TERM"] ?? "vt100", color: (environment["NO_COLOR"] ?? "").isEmpty))
      else { throw Failure(.unavailable, "standard output: expected a terminal") }
      defer { display.close() }
      try ShadowWatch(
        feed, frames: ShadowFrames(opened), display: display, language: language,
        now: Machine.now, utcOffset: offset
      ).run()
    }
  }

  private func printOnce(_ frame: Frame?) {
    for line in frame?.lines ?? [] { print(line) }
  }
}
