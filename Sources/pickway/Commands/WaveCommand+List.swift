import ArgumentParser
import Foundation
import Station
import Storage
import Warehouse

extension WaveCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List waves with their progress, rates and forecasts.",
      discussion: "Docs/Board.md says what each figure means.")

    @OptionGroup var store: StoreOption
    @OptionGroup var listing: ListingOption
    @Flag(help: "Waves whose orders all went to others, too: dissolved and merged ones.")
    var all = false
    @Flag(help: "One line that follows the floor until Ctrl-C.") var watch = false
    @Option(help: "Seconds between two looks of --watch.") var every = 2
    @Option(help: "Write the figures here as Prometheus text, with --watch at every look.")
    var prometheus: String?
    @Option(
      help: ArgumentHelp(
        "With --watch: serve the figures at GET /metrics on a loopback port or a unix socket.",
        valueName: "port|unix:path"))
    var metrics: String?

    func validate() throws {
      guard metrics == nil || watch else {
        throw ValidationError("--metrics: expected --watch with it")
      }
    }

    func run() throws {
      let opened = try store.open()
      let floor = FloorWatch(store: opened)
      guard watch else {
        let rows = try rows(opened, floor)
        if let prometheus { try PrometheusText.write(rows, to: prometheus) }
        return try tell(rows)
      }
      let server = try metrics.map { try MetricsServer(at: $0) }
      guard every > 0 else { throw Failure(.usage, "--every \(every): expected 1 or more") }
      while true {
        let rows = try rows(opened, floor)
        if let prometheus { try PrometheusText.write(rows, to: prometheus) }
        server?.show(PrometheusText.text(rows))
        let line = rows.filter { $0.state != "done" }.map(\.line).joined(separator: " | ")
        ProgressLine.show(status: line.isEmpty ? "no wave on the floor" : line)
        Thread.sleep(forTimeInterval: Double(every))
      }
    }

    private func rows(_ opened: any Store, _ floor: FloorWatch) throws -> [WaveRow] {
      try WaveRow.rows(opened, floor, at: Machine.now())
        .filter { all || $0.state != "done" || $0.orders + $0.lines > 0 }
    }

    private func tell(_ rows: [WaveRow]) throws {
      try listing.print(
        rows,
        columns: [
          ("WAVE", \.wave), ("CARRIER", \.carrier), ("CUT-OFF", \.cutOff), ("STATE", \.state),
          ("LINES", { "\($0.picked)/\($0.lines)" }), ("PACKED", { "\($0.packed)/\($0.orders)" }),
          ("LABELLED", { String($0.labelled) }), ("CAGED", { String($0.caged) }),
          ("HELD", { String($0.held) }),
          ("WAITING", { "\($0.waiting)/\($0.lists)" }), ("SHORT", { String($0.short) }),
          ("PEOPLE", { String($0.people.count) }), ("RATE/H", { String($0.linesPerHour) }),
          ("FINISH", \.finish),
          ("SLACK", { $0.forecast?.slackMinutes.map { String($0) } ?? "-" }),
          ("RISK", { $0.forecast?.risk ?? "-" }),
        ], empty: "no waves")
    }
  }
}

/// A wave as `wave list` tells it.
struct WaveRow: Encodable {
  struct Forecast: Encodable {
    /// The times are nil where nobody is at work who could finish it.
    var early: String?
    /// When its last list is set down; nil where nothing is left to pick.
    var picked: String?
    var finish: String?
    var late: String?
    var finishAt: Int64?
    var lateChance: Int
    var slackMinutes: Int?
    var risk: String
  }

  var wave: String
  var carrier: String
  var cutOff: String
  var cutOffAt: Int64
  var state: String
  var priority: Int
  var orders: Int
  var packed: Int
  var labelled: Int
  var caged: Int
  var shipped: Int
  var held: Int
  var lists: Int
  var waiting: Int
  var lines: Int
  var picked: Int
  var open: Int
  var short: Int
  var pickers: Int
  var people: [String]
  var linesPerHour: Int
  var ordersPerHour: Int
  var metresLeft: Int
  var forecast: Forecast?

  /// The middle finish with its interval.
  var finish: String {
    guard let forecast, let middle = forecast.finish, let early = forecast.early,
      let late = forecast.late
    else { return "-" }
    return "\(middle) (\(early)-\(late))"
  }

  /// The wave in a few words.
  var line: String {
    let told = forecast.map { forecast in
      let slack = forecast.slackMinutes.map { ($0 >= 0 ? " +" : " ") + "\($0)" } ?? ""
      return " \(forecast.finish ?? "-")\(slack) \(forecast.risk)"
    }
    return "\(wave) \(picked)/\(lines) \(packed)/\(orders)" + (told ?? " \(state)")
  }

  static func rows(
    _ store: any Store, _ floor: FloorWatch, at now: Timestamp
  ) throws -> [WaveRow] {
    let figures = try floor.figures(at: now)
    return try store.read { facts in
      let offset = try facts.site()?.utcOffset ?? 0
      let labelled = try facts.labelledOrders()
      return try facts.waveProgress().map { progress in
        let own = figures.first { $0.wave == progress.wave.code }
        return WaveRow(
          wave: progress.wave.code.rawValue, carrier: progress.wave.carrier.rawValue,
          cutOff: progress.wave.cutOff.clock(utcOffset: offset),
          cutOffAt: progress.wave.cutOff.milliseconds, state: progress.wave.state.rawValue,
          priority: progress.wave.priority, orders: progress.orders, packed: progress.packed,
          labelled: labelled[progress.wave.code] ?? 0, caged: progress.caged,
          shipped: progress.shipped, held: progress.held,
          lists: progress.lists, waiting: progress.waiting, lines: progress.lines,
          picked: progress.lines - progress.open, open: progress.open, short: progress.short,
          pickers: progress.pickers, people: own?.people.map(\.rawValue) ?? [],
          linesPerHour: own?.rate ?? 0, ordersPerHour: own?.packRate ?? 0,
          metresLeft: own?.metres ?? 0,
          forecast: own?.forecast.map { forecast in
            let isKnown = forecast.risk != .unstaffed
            func clock(_ time: Timestamp) -> String? {
              isKnown ? time.clock(utcOffset: offset) : nil
            }
            return Forecast(
              early: clock(forecast.early), picked: forecast.picked.flatMap(clock),
              finish: clock(forecast.middle),
              late: clock(forecast.late),
              finishAt: isKnown ? forecast.middle.milliseconds : nil,
              lateChance: forecast.lateChance, slackMinutes: isKnown ? forecast.slack : nil,
              risk: forecast.risk.rawValue)
          })
      }
    }
  }
}
