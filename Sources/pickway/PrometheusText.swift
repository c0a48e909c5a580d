import Foundation

/// Figures as Prometheus reads them: the text exposition format 0.0.4.
enum PrometheusText {
  /// The text of some waves.
  static func text(_ rows: [WaveRow]) -> String {
    func family(_ name: String, _ help: String, _ value: (WaveRow) -> Double?) -> String {
      let lines = rows.compactMap { row in
        value(row).map {
          "pickway_wave_\(name){wave=\"\(escaped(row.wave))\","
            + "carrier=\"\(escaped(row.carrier))\"} \($0)"
        }
      }
      return (["# HELP pickway_wave_\(name) \(help)", "# TYPE pickway_wave_\(name) gauge"] + lines)
        .joined(separator: "\n") + "\n"
    }
    return family("lines", "Pick lines of the wave.") { Double($0.lines) }
      + family("lines_picked", "Pick lines picked or decided.") { Double($0.picked) }
      + family("lines_short", "Pick lines that came out short.") { Double($0.short) }
      + family("orders", "Orders of the wave.") { Double($0.orders) }
      + family("orders_packed", "Orders packed.") { Double($0.packed) }
      + family("orders_labelled", "Orders whose label came out.") { Double($0.labelled) }
      + family("orders_caged", "Orders that stand in a cage.") { Double($0.caged) }
      + family("orders_shipped", "Orders handed over.") { Double($0.shipped) }
      + family("people", "People on it over the last minutes.") { Double($0.people.count) }
      + family("lines_per_hour", "Pick lines an hour over the last minutes.") {
        Double($0.linesPerHour)
      }
      + family("cut_off_seconds", "When the truck leaves, in Unix time.") {
        Double($0.cutOffAt) / 1000
      }
      + family("finish_seconds", "When it will be labelled, in Unix time.") {
        $0.forecast?.finishAt.map { Double($0) / 1000 }
      }
      + family("slack_minutes", "Minutes from the finish to the cut-off.") {
        $0.forecast?.slackMinutes.map { Double($0) }
      }
      + family("late_chance", "The chance that it misses the cut-off, 0 to 1.") {
        $0.forecast.map { Double($0.lateChance) / 100 }
      }
  }

  /// Writes the text whole: who reads the file never sees half of it.
  static func write(_ rows: [WaveRow], to path: String) throws {
    do {
      try Data(text(rows).utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Failure(.cannotCreate, "\(path): \(error.localizedDescription)")
    }
  }

  private static func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "\\", with: "\\\\")
      .replacingOccurrences(of: "\"", with: "\\\"").replacingOccurrences(of: "\n", with: "\\n")
  }
}
