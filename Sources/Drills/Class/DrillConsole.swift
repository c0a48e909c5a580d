import Barcodes
public import Flows
import Simulation
public import Station
public import Terminal
import Warehouse

/// A drill on a real terminal: the ordinary handheld, with the world beside it.
///
/// Everything the handheld takes is typed or scanned as on the floor. The world has commands of
/// its own, each with Enter: `#3` pulls the trigger at the third thing in view, `!3` uses the hand
/// on it (takes goods, moves a carton, sets a tote or a piece aside, refills the printer, sticks a
/// label), `?3` does the other thing one can do (tears a label up, puts a piece in without a scan),
/// `@A-03` walks there. F1 asks the coach, F2 shows the world on a small glass. Ctrl-D stops working.
@MainActor
public final class DrillConsole {
  private let floor: DrillFloor
  private let display: any Display
  private let language: Language
  private let fixedSize: Size?
  private var decoder: InputDecoder
  /// The moment of the clock at which the drill began; earlier where somebody tries again.
  private let began: Int64
  /// A command of the world that is being typed.
  private var command: String?
  /// The page of the world that is shown in place of the handheld; nil for the handheld.
  private var page: Int?
  /// The screen at which the person asked the coach.
  private var asked: Screen?

  /// The word that stands on every screen of a drill.
  public static let mark = Text(zh: "演练", en: "DRILL")

  /// Makes a console on a drill's floor.
  public init(
    floor: DrillFloor, display: any Display, language: Language, size: Size?,
    decoder: InputDecoder
  ) {
    self.floor = floor
    self.display = display
    self.language = language
    fixedSize = size
    self.decoder = decoder
    began = Poller.now - floor.elapsed
  }

  /// Runs until the person stops working or the terminal goes.
  public func run(early: [UInt8] = []) throws {
    let poller = Poller(input: 0)
    defer { poller.stop() }
    try arrive()
    paint()
    var inputs = decoder.feed(early, at: Poller.now)
    while !floor.isOver {
      var ended = false
      for wakeup in poller.wait(timeout: inputs.isEmpty ? timeout : 0) {
        switch wakeup {
        case .input(let bytes): inputs += decoder.feed(bytes, at: Poller.now)
        case .signal(.resized), .signal(.resume): _ = display.resize()
        case .signal(.suspend): display.suspend()
        case .signal(.terminate), .signal(.hangup), .hangup: ended = true
        case .extra: break
        }
      }
      inputs += decoder.expire(at: Poller.now)
      for input in inputs { try take(input) }
      inputs = []
      if ended { try floor.perform(.leave, at: now) }
      display.ringIfDue()
      paint()
    }
  }

  private var now: Int64 { Poller.now - began }

  private var timeout: Int64 {
    let deadlines = [decoder.deadline, display.bellDue].compactMap { $0 }
    return deadlines.min().map { max(0, $0 - Poller.now) } ?? 5_000
  }

  private func take(_ input: Input) throws {
    switch input {
    case .key(.control("c")), .key(.control("d")): try floor.perform(.leave, at: now)
    case .key(.control("l")): display.redraw()
    case .key(.function(1)): asked = floor.screen
    case .key(.function(2)): page = page.map { $0 + 1 } ?? 0
    case .key(let key):
      if try !takes(key) { try key == .enter ? sent() : act(.key(key)) }
    case .scan(let scan): try scanned(scan.text)
    case .changed, .idle: break
    }
  }

  /// Letters of a world command go no further.
  private func takes(_ key: Key) throws -> Bool {
    guard var typed = command else {
      guard case .character(let first) = key, "#!?@".contains(first),
        floor.conversation.entry.typed.isEmpty
      else { return false }
      command = String(first)
      return true
    }
    if key == .enter {
      command = nil
      try carryOut(typed)
      return true
    }
    if case .character(let character) = key {
      typed.append(character)
    } else if key == .backspace || key == .delete {
      typed.removeLast()
    } else {
      typed = ""
    }
    command = typed.isEmpty ? nil : typed
    return true
  }

  private func carryOut(_ typed: String) throws {
    let rest = String(typed.dropFirst())
    if typed.first == "@" { return try act(.go(rest.uppercased())) }
    let things = floor.view.things
    guard let number = Int(rest), things.indices.contains(number - 1) else { return }
    let id = things[number - 1].id
    switch typed.first {
    case "#": try act(.scan(id))
    case "!": try act(.hand(id))
    case "?": try act(.other(id))
    case nil, .some: break
    }
  }

  /// Enter: whoever types a bin's code goes there.
  private func sent() throws {
    try walk(to: floor.conversation.entry.typed)
    try act(.key(.enter))
  }

  private func scanned(_ code: String) throws {
    // Fast fingers are taken for a scanner.
    if command == nil, isCommand(code) { return try carryOut(code) }
    try walk(to: code)
    // What a scanner sends of a GS1 code has no brackets.
    let plain = Self.plain(code)
    let thing = floor.view.things.first { $0.code.map(Self.plain) == plain }
    try act(thing.map { .scan($0.id) } ?? .code(code))
  }

  private static func plain(_ code: String) -> String {
    code.filter { !"()\u{1D}".contains($0) }
  }

  /// Whether a text is a command of the world, and no code.
  private func isCommand(_ text: String) -> Bool {
    guard let first = text.first else { return false }
    let rest = text.dropFirst()
    return first == "@"
      ? floor.world.shelves[rest.uppercased()] != nil : "#!?".contains(first) && Int(rest) != nil
  }

  private func walk(to code: String) throws {
    guard floor.asksForPlace, floor.world.shelves[code] != nil, floor.view.bin != code else {
      return
    }
    try floor.perform(.go(code), at: now)
  }

  private func act(_ act: Act) throws {
    try floor.perform(act, at: now)
    if floor.tally.wasRefused { display.sound(.bad) }
    try arrive()
  }

  /// Whoever is told to go to a bin stands before it, and sees what is there.
  private func arrive() throws {
    guard floor.screen.prompt == .scan(ClusterPicking.scanBin), let bin = floor.screen.headline
    else { return }
    try walk(to: bin)
  }

  /// From so many columns on there is room for what hands can do.
  private static let roomy = 120

  /// What hands can do, on a glass with room for little.
  private static let brief = [
    Fact(Text(zh: "#扫 !动手 ?另一手", en: "#scan !hand ?other"), weight: .dim, rank: 9),
    Fact(Text(zh: "@走 F1教练 ^D收工", en: "@go F1coach ^D end"), weight: .dim, rank: 9),
  ]

  /// What hands can do, in a pane beside the world.
  private var hands: Pane {
    func row(_ key: String, _ zh: String, _ en: String) -> Fact {
      Fact(Text(key), trailing: Text(zh: zh, en: en))
    }
    return .list(
      Text(zh: "动手", en: "Hands"),
      [
        row("#3", "扫第3样", "scan the third thing"),
        row("!3", "动手: 拿 移 拆 换纸 贴单", "use the hand on it"),
        row("?3", "另一手: 撕单 不扫就放", "the other thing: tear, put in"),
        row("@A-03", "走到那里", "walk there"), row("F1", "问教练", "ask the coach"),
        row("Ctrl-D", "做完收工, 看分数", "stop working: the score"),
      ])
  }

  private func paint() {
    let size = fixedSize ?? floor.drill.size.within(display.size)
    var screen = floor.screen
    var view = floor.view
    if asked == screen {
      view.hint =
        floor.hint(view, isAsked: true) ?? Text(zh: "教练: 这里没有提示", en: "Coach: no hint here")
    }
    let person = floor.conversation.language ?? language
    let pages = page == nil ? [] : view.pages(size, language: person)
    if let shown = page, !pages.indices.contains(shown) { page = nil }
    if let page {
      let isLast = page == pages.count - 1
      screen = Screen(
        title: view.place, body: (pages[page] + (isLast ? Self.brief : [])).map { .fact($0) },
        prompt: .read(
          isLast
            ? Text(zh: "F2 回手持", en: "F2: back")
            : Text(
              zh: "F2 下页 \(page + 1)/\(pages.count)",
              en: "F2: more \(page + 1)/\(pages.count)")))
    } else {
      // The world takes the map's place: on the floor nobody has one either.
      screen.panes = [view.pane] + (size.columns >= Self.roomy ? [hands] : [])
      if size.columns < Renderer.wide.columns, screen.banner == nil {
        screen.banner = Text(zh: "F2看眼前", en: "F2: look")
      }
    }
    if let command { screen.banner = Text("> \(command)") }
    let surroundings = Surroundings(
      site: Text(floor.site.name), person: Text(zh: "学员", en: "Trainee"),
      clock: floor.clock.now.clock(utcOffset: floor.site.utcOffset), job: screen.job,
      mark: Self.mark, lastScan: floor.conversation.lastScan.map { Text($0) },
      glass: floor.drill.size.columns < Renderer.wide.columns ? floor.drill.size : nil)
    display.show(
      Renderer().frame(
        for: screen, entry: page != nil ? Entry() : floor.conversation.entry,
        surroundings: surroundings, size: size, language: person, charset: display.charset))
  }
}

extension Size {
  /// What a glass of this size takes of a terminal: a handheld has the world beside it, a console
  /// is as large as it is meant to be.
  func within(_ terminal: Size) -> Size {
    guard columns >= Renderer.wide.columns else { return terminal }
    return Size(columns: min(columns, terminal.columns), rows: min(rows, terminal.rows))
  }
}
