import ArgumentParser
import Planning
import Station
import Storage
import Warehouse

/// How many pieces a release may have: `200-400`.
struct UnitsOption: ExpressibleByArgument {
  let range: ClosedRange<Int>

  init?(argument: String) {
    let ends = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard ends.count == 2, let least = ends[0], let most = ends[1], least >= 0, least <= most
    else { return nil }
    range = least...most
  }
}

extension WaveCommand.Plan {
  /// The orders with most pieces for each aisle; says what was chosen.
  func choice(
    _ desk: FloorDesk, _ units: ClosedRange<Int>, _ store: any Store
  ) throws -> Set<Code<Order>> {
    let clock = ContinuousClock()
    let start = clock.now
    let chooser = WaveChooser(
      units: units,
      mustBefore: try mustBefore.map { try LocalClock(store).time($0, "--must-before") })
    let line = ProgressLine()
    let choice: WaveChooser.Choice
    do {
      choice = try desk.choose(chooser, limit: .milliseconds(milliseconds ?? 2000)) {
        let spent = start.duration(to: clock.now)
        line.show("choosing orders", after: spent)
        return spent
      }
      line.clear()
    } catch let trouble as WaveChooser.Trouble {
      throw Failure(.data, trouble.sentence)
    }
    guard !choice.orders.isEmpty else { return [] }
    let ratio = Double(choice.units) / Double(choice.aisles)
    print(
      "chosen: \(choice.orders.count) orders, \(choice.units) pieces in \(choice.aisles) aisles, "
        + "\(tenths(ratio)) an aisle; "
        + (choice.proven ? "proven the most" : "none has more than \(tenths(choice.bound))"))
    return choice.orders
  }

  private func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
