import ArgumentParser
import Foundation
import Simulation
import Storage

/// Forecasts: how good they are.
struct ForecastCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast", abstract: "Measure the forecasts of the wave board.",
    subcommands: [Measure.self])

  struct Measure: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Work simulated shifts whose forecaster sees only the journal.",
      discussion: "Docs/Forecast.md says what is measured, and has the table.")

    @Option(help: "How many shifts.") var seeds = 20
    @Option(help: "The first shift's seed.") var from = 1
    @Option(help: "How many orders a wave has in the mean: 220 take 5 people about 40 minutes.")
    var orders = 220
    @Option(help: "Also work each wave on so often with other chances: the best one could say.")
    var branches = 0
    @Flag(help: "Nobody goes away outside the breaks, every bench prints: what is left then.")
    var calm = false
    @Flag(help: "Instead tell how long a forecast takes: 40 people, 20,000 open lines.")
    var speed = false
    @Flag(help: "Print the figures as JSON.") var json = false
    @Flag(help: "Print a line for each wave.") var verbose = false

    func run() throws {
      guard seeds > 0, from > 0 else {
        throw Failure(.usage, "--seeds \(seeds) --from \(from): expected numbers from 1")
      }
      guard (20...2_000).contains(orders) else {
        throw Failure(.usage, "--orders \(orders): expected 20 to 2000")
      }
      if speed { return try tellSpeed() }
      let started = Date()
      let result = try ForecastMeasure.run(
        seeds: from...(from + seeds - 1), orders: orders, branches: branches, isCalm: calm
      ) { wave in
        if verbose { print(line(wave)) }
      }
      if json {
        print(try jsonText(result))
        return
      }
      func share(_ part: Int, _ whole: Int) -> String {
        whole == 0 ? "-" : String(format: "%.1f %%", 100 * Double(part) / Double(whole))
      }
      let seconds = String(format: "%.1f", Date().timeIntervalSince(started))
      print(
        """
        shifts                          \(result.seeds), \(result.waves) waves, in \(seconds) s
        at 30 % of the lines            \(result.measured) forecasts
          within 10 % of the duration   \(share(result.within, result.measured))   (wanted 90 %)
          of the time from release      \(share(result.withinRelease, result.measured))
          who knew every pace           \(share(result.possible, result.branched))
          inside the 10-90 interval     \(share(result.inside, result.measured))
          median error                  \(Double(result.medianOff) / 10) % of the duration
          bias                          \(Double(result.bias) / 10) % of the duration
            until the last list         \(Double(result.pickBias) / 10) %
            from there to the label     \(Double(result.packBias) / 10) %
        late                            \(result.late) waves, \(result.foreseeable) foreseeable
          called late 20 minutes early  \(share(result.flagged, result.foreseeable))   (wanted 95 %)
        called late                     \(result.flags) waves
          in time after all             \(share(result.falseFlags, result.flags))   (at most 10 %)
        """)
    }

    private func tellSpeed() throws {
      let path = try DemoCommand.scratch()
      let speed = try ForecastSpeed.run(on: SQLiteStore.create(at: path))
      if json { return print(try jsonText(speed)) }
      func told(_ milliseconds: Double) -> String { String(format: "%.0f ms", milliseconds) }
      print(
        """
        floor         \(speed.people) people, \(speed.openLines) open lines on \(speed.lists) lists \
        in \(speed.waves) waves
        first look    \(told(speed.first))
        after an act  \(told(speed.middle)) in the middle, \(told(speed.worst)) at worst, \
        of \(speed.acts)
        """)
    }

    private func line(_ wave: ShiftMeasure) -> String {
      func minutes(_ seconds: Double?) -> String {
        seconds.map { String(format: "%.0f", $0 / 60) } ?? "-"
      }
      let third = wave.third.map { "\(minutes($0.at)): \(minutes($0.middle))" } ?? "-"
      let last = wave.probes.last { $0.at <= wave.cutOff - 1_200 }
      let flagged = wave.probes.first { $0.isLate }
      return "\(wave.seed) \(wave.wave) release \(minutes(wave.release)) begin "
        + "\(minutes(wave.begin)) cut-off \(minutes(wave.cutOff)) end \(minutes(wave.finish)) "
        + "last list \(minutes(wave.picked)) foreseen \(minutes(wave.third?.picked)) "
        + "at 30 % \(third) 20 min before \(minutes(last?.middle)) \(last?.isLate == true) "
        + "first called late \(minutes(flagged?.at)) surprise \(minutes(wave.surprises))"
        + (wave.isUrgent ? " urgent" : "")
    }
  }
}
