import ArgumentParser
import Exchange
import Foundation
import Station
import Storage
import Warehouse

/// Reports from the journal: the shift, and paths that lie.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "What the journal says of a shift.",
    subcommands: [Shift.self, Shorts.self, Walks.self, Paths.self])

  /// Which part of the journal, and how it is told.
  struct Scope: ParsableArguments {
    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption
    @Option(help: "Only the last hours; everything when absent.") var hours: Int?
    @Flag(help: "Print CSV.") var csv = false

    func report() throws -> FloorReport {
      let from =
        hours.map { Machine.now().adding(milliseconds: -Int64($0) * 3_600_000) }
        ?? Timestamp(milliseconds: 0)
      return try FloorReport(store.open(), from: from)
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

    func run() throws {
      try scope.tell(
        scope.report().people,
        [
          ("BADGE", \.badge), ("LINES", { String($0.lines) }), ("ORDERS", { String($0.orders) }),
          ("PIECES", { String($0.pieces) }), ("SHORTS", { String($0.shorts) }),
          ("REFUSED", { String($0.refused) }), ("MINUTES", { String($0.minutes) }),
          ("LINES/H", { String($0.minutes == 0 ? 0 : $0.lines * 60 / $0.minutes) }),
          ("ORDERS/H", { String($0.minutes == 0 ? 0 : $0.orders * 60 / $0.minutes) }),
        ], empty: "nobody did anything")
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
      abstract: "Paths that lie: bins that take unexplained time, aisles people stray in.",
      discussion: "Evidence are line numbers of the journal: pickway journal --after N --limit 1.")
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
      try scope.tell(
        slow + strays,
        [
          ("WHAT", \.what), ("PLACE", \.place), ("PICKS", { String($0.picks) }),
          ("FIGURE", \.figure), ("EVIDENCE", \.evidence),
        ], empty: "every path is as it is told")
    }
  }
}
