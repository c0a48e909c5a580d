import Barcodes
import Flows
import Foundation
import Station
import Storage
import Terminal
import Testing
import Trips
import Warehouse

/// Whole lists over slow links: how many bytes each step sends to the terminal.
@MainActor
@Suite(.serialized)
struct SlowLinkTests {
  /// What a step of a list was.
  enum Kind: String, CaseIterable {
    case accepted, stop, refused
    /// The right scan after a refusal: its words are taken away as well.
    case corrected
  }

  /// The bytes of the steps of one glass.
  struct Tally {
    var bytes: [Kind: [Int]] = [:]

    func mean(_ kind: Kind) -> Int {
      let all = bytes[kind] ?? []
      return all.isEmpty ? 0 : all.reduce(0, +) / all.count
    }

    func most(_ kind: Kind) -> Int { bytes[kind]?.max() ?? 0 }
  }

  nonisolated static let names = ["vt100", "linux", "xterm-256color", "screen"]
  nonisolated static let sizes = [
    Size(columns: 20, rows: 4), Size(columns: 20, rows: 8), Size(columns: 20, rows: 16),
    Size(columns: 40, rows: 8), Size(columns: 26, rows: 20),
  ]

  /// Works both waves of the small floor to the end on a display, with a wrong scan at each step of
  /// the second.
  static func work(
    _ name: String, _ size: Size, _ language: Language, _ encoding: TerminalEncoding = .utf8
  ) throws -> Tally {
    setlocale(LC_ALL, "C.utf8")
    let store = MemoryStore()
    try SmallWorld.fill(store)
    try SmallWorld.release(store)
    let seeds = Counter("s")
    let handheld = try Handheld(
      store: store,
      setting: .init(device: "H1", now: { SmallWorld.start }, seed: { seeds.next() }))
    let console = try CursesGlass(name, encoding, size)
    defer { console.close() }
    let display = console.display
    let glass = Glass(size: size, language: language, charset: display.charset)
    var tally = Tally()

    func show(_ kind: Kind?) throws {
      let before = display.byteCount
      let frame = try glass.frame(of: handheld, at: SmallWorld.start)
      let seen = console.show(frame)
      #expect(seen == display.appearance(of: frame), "\(name) \(size)\n\(frame.golden)")
      if let kind { tally.bytes[kind, default: []].append(display.byteCount - before) }
    }
    func scan(_ code: String) throws {
      _ = try handheld.handle([.scan(Scan(text: code))])
    }
    for code in ["B003", "C01"] { try scan(code) }
    _ = try handheld.handle([.key(.enter), .key(.character("1"))])
    try show(nil)
    for errs in [false, true] {
      try workList(handheld, store, errs: errs, scan: scan, show: show)
    }
    #expect(try store.violations().isEmpty)
    return tally
  }

  /// One list from its offer to the drop.
  private static func workList(
    _ handheld: Handheld, _ store: any Store, errs: Bool, scan: (String) throws -> Void,
    show: (Kind?) throws -> Void
  ) throws {
    _ = try handheld.handle([.key(.enter)])
    try show(nil)
    let view = { () throws -> ListView? in
      guard case .list(let view) = try store.answer(.nextList("B003")) else { return nil }
      return view
    }
    var tote = try store.read { try $0.totes() }.filter { $0.order == nil && $0.list == nil }
    while let list = try view(), list.list.state == .picking {
      if list.list.slots.contains(where: { $0.tote == nil }) {
        try scan(tote.removeFirst().code.rawValue)
        try show(nil)
        continue
      }
      guard let next = list.lines.first(where: { $0.open > 0 }),
        case .bin(let bin) = next.from.holder
      else { break }
      let product = try #require(try store.read { try $0.product(next.from.sku) })
      let slot = list.list.slots.first { $0.number == next.slot }?.tote?.rawValue ?? ""
      if handheld.screen.prompt == .scan(ClusterPicking.scanBin) {
        if errs {
          try scan("A-02")
          try show(.refused)
        }
        try scan(bin.rawValue)
        try show(errs ? .corrected : .accepted)
      }
      if handheld.screen.prompt == .scan(ClusterPicking.scanItem) {
        if errs {
          try scan(bin == "C-03" ? "2000000000114" : "2000000000664")
          try show(.refused)
        }
        try scan(product.packagings[0].barcodes[0])
        try show(errs ? .corrected : .accepted)
      }
      if errs {
        try scan("T-08")
        try show(.refused)
      }
      try scan(slot)
      try show(errs ? .corrected : .stop)
    }
    _ = try handheld.handle([.key(.enter)])
    try show(nil)
  }

  @Test func aWholeListKeepsToItsBudget() throws {
    var table = "terminal size lang  accepted mean/most  stop mean/most  refusal mean/most\n"
    for name in Self.names {
      for size in Self.sizes {
        for language in Language.allCases {
          let tally = try Self.work(name, size, language)
          table += "\(name) \(size.columns)x\(size.rows) \(language.rawValue)"
          for kind in Kind.allCases { table += "  \(tally.mean(kind))/\(tally.most(kind))" }
          table += "\n"
          // The wider the glass the more words it has; the budget is that of a small one.
          guard size.columns <= 26 else { continue }
          #expect(tally.bytes[.accepted]?.isEmpty == false && tally.bytes[.stop]?.isEmpty == false)
          #expect(tally.mean(.accepted) <= 112, "\(name) \(size) \(language)")
          #expect(tally.most(.stop) <= 256, "\(name) \(size) \(language)")
          #expect(tally.most(.refused) <= 160, "\(name) \(size) \(language)")
          #expect(tally.most(.corrected) <= 256, "\(name) \(size) \(language)")
          guard size.rows == 4 else { continue }
          #expect(tally.most(.accepted) <= 96, "\(name) \(size) \(language)")
          #expect(tally.most(.refused) <= 96, "\(name) \(size) \(language)")
          #expect(tally.most(.stop) <= 96, "\(name) \(size) \(language)")
          #expect(tally.most(.corrected) <= 96, "\(name) \(size) \(language)")
        }
      }
    }
    if ProcessInfo.processInfo.environment["TRIPS_SHOW"] != nil { print(table) }
  }

  @Test(
    arguments: ["vt100", "vt220", "xterm-256color", "tmux", "no-such-terminal"],
    [TerminalEncoding.gbk, .gb18030, .ascii])
  func everyTerminalShowsEveryStepInEveryEncoding(
    _ name: String, _ encoding: TerminalEncoding
  ) throws {
    let language = encoding.showsChinese ? Language.zh : .en
    for size in [Size(columns: 20, rows: 8), Size(columns: 80, rows: 24)] {
      _ = try Self.work(name, size, language, encoding)
    }
  }
}
