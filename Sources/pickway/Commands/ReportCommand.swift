import ArgumentParser
import Exchange
import Flows
import Foundation
import Station
import Storage
import Warehouse

/// Reports from the journal: the shift, and paths that lie.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "What the journal says of a shift.",
    subcommands: [Shift.self, Wave.self, Shorts.self, Walks.self, Paths.self])

  /// Which part of the journal, and how it is told.
  struct Scope: ParsableArguments {
    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption
    @Option(help: "Only the last hours; everything when absent.") var hours: Int?
    @Flag(help: "Print CSV.") var csv = false

    func report(quietly: Bool = false) throws -> FloorReport {
      let from =
        hours.map { Machine.now().adding(milliseconds: -Int64($0) * 3_600_000) }
        ?? Timestamp(milliseconds: 0)
      let line = ProgressLine()
      let began = ContinuousClock.now
      defer { line.clear() }
      return try FloorReport(store.open(), from: from) { done, all in
        guard !quietly else { return }
        line.show("\(done) of \(all) lines of the journal", after: .now - began)
      }
    }

    /// The report as a PDF of plots.
    func write(_ report: FloorReport, _ paper: PaperChoice, only wave: String? = nil) throws {
      guard let file = paper.pdf else { return }
      let site = try store.open().read { try $0.site() }
      let bytes = try ReportPaper(
        report, site: site, language: try paper.language(), wave: wave, at: Machine.now()
      ).pdf()
      do {
        try Data(bytes).write(to: URL(fileURLWithPath: file), options: .atomic)
      } catch {
        throw Failure(.cannotCreate, "\(file): \(error.localizedDescription)")
      }
      print("wrote \(file)")
    }

    func tell<Row: Encodable>(
      _ rows: [Row], _ columns: [(title: String, value: (Row) -> String)], empty: String
    ) throws {
      guard csv else { return try listing.print(rows, columns: columns, empty: empty) }
      var writer = CSVWriter(MemorySink(), byteOrderMark: false)
      try writer.write(columns.map { .text($0.title.lowercased()) })
      for row in rows {
        try writer.write(
          columns.map { column in
            let text = column.value(row)
            return Int(text).map { CSVCell.integer($0) } ?? .text(text)
          })
      }
      try writer.finish()
      FileHandle.standardOutput.write(Data(writer.sink.bytes))
    }
  }

  struct Shift: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Everybody's work.")
    @OptionGroup var scope: Scope
    @OptionGroup var paper: PaperChoice
    @Flag(help: "One line that follows the shift until Ctrl-C.") var watch = false
    @Option(help: "Seconds between two looks of --watch.") var every = 10

    func run() throws {
      guard every > 0 else { throw Failure(.usage, "--every \(every): expected 1 or more") }
      while watch {
        ProgressLine.show(status: line(try scope.report(quietly: true)))
        Thread.sleep(forTimeInterval: Double(every))
      }
      let report = try scope.report()
      guard paper.pdf == nil else { return try scope.write(report, paper) }
      try scope.tell(
        report.people,
        [
          ("BADGE", \.badge), ("LINES", { String($0.lines) }), ("ORDERS", { String($0.orders) }),
          ("PIECES", { String($0.pieces) }), ("SHORTS", { String($0.shorts) }),
          ("REFUSED", { String($0.refused) }), ("MINUTES", { String($0.minutes) }),
          ("LINES/H", { String($0.minutes == 0 ? 0 : $0.lines * 60 / $0.minutes) }),
          ("ORDERS/H", { String($0.minutes == 0 ? 0 : $0.orders * 60 / $0.minutes) }),
        ], empty: "nobody did anything")
    }

    /// The shift so far in one line.
    private func line(_ report: FloorReport) -> String {
      let lines = report.people.reduce(0) { $0 + $1.lines }
      let orders = report.people.reduce(0) { $0 + $1.orders }
      let last = report.stretches.last
      let shorts = report.shorts.reduce(0) { $0 + $1.count }
      return "lines \(lines) (\((last?.lines ?? 0) * 4)/h)  orders \(orders) "
        + "(\((last?.orders ?? 0) * 4)/h)  shorts \(shorts)  people \(report.people.count)  "
        + "walked \(report.walks.reduce(0) { $0 + $1.metres }) m, shortest "
        + "\(report.walks.reduce(0) { $0 + $1.shortest }) m"
    }
  }

  /// Where the report goes as paper, and in which language.
  struct PaperChoice: ParsableArguments {
    @Option(help: "Write it as a PDF with plots.") var pdf: String?
    @Option(help: "The language of the PDF: zh or en.") var lang: String?

    func language() throws -> Language {
      guard let lang else { return .en }
      guard let language = Language(rawValue: lang) else {
        throw Failure(.usage, "--lang \(lang): expected zh or en")
      }
      return language
    }
  }

  struct Wave: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "What was done on each wave, or on one: progress, rate, people, metres.")
    @OptionGroup var scope: Scope
    @OptionGroup var paper: PaperChoice
    @Argument(help: "Only this wave.") var wave: String?

    func run() throws {
      var report = try scope.report()
      if let wave {
        report.waves.removeAll { $0.wave != wave }
        guard !report.waves.isEmpty else {
          throw Failure(.data, "no work on wave \(wave) in that time")
        }
      }
      guard paper.pdf == nil else { return try scope.write(report, paper, only: wave) }
      let clock = try LocalClock(scope.store.open())
      try scope.tell(
        report.waves,
        [
          ("WAVE", \.wave), ("CARRIER", \.carrier), ("CUT-OFF", { clock.text($0.cutOff) }),
          ("STATE", \.state), ("ORDERS", { String($0.orders) }),
          ("PACKED", { String($0.packed) }), ("LINES", { String($0.lines) }),
          ("PICKED", { String($0.picked) }), ("SHORTS", { String($0.shorts) }),
          ("PEOPLE", { String($0.people.count) }),
          ("FROM", { $0.began.map(clock.text) ?? "-" }),
          ("TO", { $0.ended.map(clock.text) ?? "-" }),
          ("LINES/H", { String($0.linesPerHour) }), ("METRES", { String($0.metres) }),
          ("SHORTEST", { String($0.shortest) }), ("BY-CODE", { String($0.byCode) }),
        ], empty: "no wave was worked on")
    }
  }

  struct Shorts: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Shorts by bin and reason.")
    @OptionGroup var scope: Scope

    func run() throws {
      try scope.tell(
        scope.report().shorts,
        [
          ("BIN", \.bin), ("SKU", \.sku), ("REASON", \.reason), ("COUNT", { String($0.count) }),
        ], empty: "no shorts")
    }
  }

  struct Walks: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "The walks of finished lists against the shortest.")
    @OptionGroup var scope: Scope

    func run() throws {
      try scope.tell(
        scope.report().walks,
        [
          ("LIST", \.list), ("WAVE", \.wave), ("BADGE", \.badge),
          ("METRES", { String($0.metres) }), ("SHORTEST", { String($0.shortest) }),
          ("BY-CODE", { String($0.byCode) }),
        ], empty: "no list is finished")
    }
  }

  struct Paths: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: """
        Paths that lie: bins that take unexplained time, aisles people stray in, products others \
        are scanned for.
        """,
      discussion: "Evidence are line numbers of the journal: pickway journal --after N-1 --limit 1."
    )
    @OptionGroup var scope: Scope

    struct Row: Encodable {
      var what: String
      var place: String
      var picks: Int
      var figure: String
      var evidence: String
    }

    func run() throws {
      let report = try scope.report()
      func lines(_ numbers: [Int]) -> String {
        numbers.prefix(3).map(String.init).joined(separator: " ")
      }
      let slow = report.slow.prefix(20).map { bin in
        Row(
          what: "slow bin", place: bin.bin, picks: bin.picks,
          figure: "\(bin.seconds) s over the pace, \(bin.people) people",
          evidence: lines(bin.evidence))
      }
      let strays = report.strays.prefix(20).map { aisle in
        Row(
          what: "strayed aisle", place: String(aisle.aisle + 1), picks: aisle.picks,
          figure: "\(aisle.strays) out of the walk's order", evidence: lines(aisle.evidence))
      }
      let misscans = report.misscans.prefix(20).map { product in
        Row(
          what: "mis-scanned", place: product.sku, picks: product.picks,
          figure: "\(product.misscans) other scans by \(product.people) people: "
            + product.instead.prefix(3).joined(separator: " "),
          evidence: lines(product.evidence))
      }
      try scope.tell(
        slow + strays + misscans,
        [
          ("WHAT", \.what), ("PLACE", \.place), ("PICKS", { String($0.picks) }),
          ("FIGURE", \.figure), ("EVIDENCE", \.evidence),
        ], empty: "every path is as it is told")
    }
  }
}
