import Warehouse

/// A shift made up by chance: who works, what comes when, and what goes wrong.
///
/// None of it is told to the forecaster, but for the breaks, which stand in the site.
struct ShiftPlan: Sendable {
  /// Somebody with a pace of their own.
  struct Person: Sendable {
    var badge: Code<Operator>
    var packs: Bool
    /// Times the usual time for walking, and for what hands do.
    var walking: Double
    var hands: Double
    /// Seconds after the begin of a break until this one goes, and beyond its end.
    var lag: Double
    var overrun: Double
    /// Moments at which the person is away, in seconds of the shift.
    var absences: [ClosedRange<Double>]

    /// The same person with other absences from a moment on.
    func drawnAnew(after now: Double, _ random: inout SeededGenerator) -> Person {
      var person = self
      person.absences.removeAll { $0.lowerBound > now }
      let first = random.number(in: 3_600...9_000)
      person.absences += Self.absences(from: now + Double(random.number(in: 0...first)), &random)
      return person
    }

    static func absences(
      from first: Double, _ random: inout SeededGenerator
    ) -> [ClosedRange<Double>] {
      var absences: [ClosedRange<Double>] = []
      var at = first
      while at < 30_000 {
        let length = Double(random.number(in: 120...540))
        absences.append(at...(at + length))
        at += Double(random.number(in: 3_600...9_000))
      }
      return absences
    }
  }

  /// A wave as it will be released.
  struct WavePlan: Sendable {
    var release: Double
    var cutOff: Double
    var orders: Int
    var isUrgent: Bool
  }

  let people: [Person]
  let waves: [WavePlan]
  let breaks: [BreakTime]
  /// Times at which no bench prints.
  let outages: [ClosedRange<Double>]
  let shortPercent: Int

  /// When shifts begin, in minutes from midnight.
  static let begin = 13 * 60

  /// Makes a shift up.
  ///
  /// - Parameters:
  ///   - seed: what chance is made of.
  ///   - size: how many orders there are.
  ///   - orders: how many orders a wave has in the mean.
  ///   - isCalm: whether nobody goes away outside the breaks and every bench prints, to see what
  ///     is left of the forecasts' error then.
  init(seed: UInt64, size: FixtureSize, orders mean: Int, isCalm: Bool = false) {
    var random = SeededGenerator(seed: seed, stream: 11)
    func pace(_ random: inout SeededGenerator) -> Double {
      Double(random.number(in: 72...140)) / 100
    }
    let pickers = random.number(in: 4...6)
    let packers = random.number(in: 4...5)
    var people: [Person] = []
    for number in 0..<(pickers + packers) {
      let first = Double(random.number(in: 600...7_200))
      let absences = Person.absences(from: first, &random)
      people.append(
        Person(
          badge: Code("S\(number < 9 ? "0" : "")\(number + 1)"), packs: number >= pickers,
          walking: pace(&random), hands: pace(&random),
          lag: Double(random.number(in: 0...180)), overrun: Double(random.number(in: 0...120)),
          absences: isCalm ? [] : absences))
    }
    self.people = people
    var waves: [WavePlan] = []
    var at = 0.0
    // What the crew can do in a minute, roughly: a line takes a picker half a minute.
    let load = Double(random.number(in: 80...112)) / 100
    let count = 11
    var left = size.orders
    var latest = 0.0
    for number in 0..<count where left > 20 {
      let orders = min(left, mean * random.number(in: 65...135) / 100)
      left -= orders
      let isUrgent = number > 1 && random.chance(percent: 15)
      let work = Double(orders) * 1.8 * 30 / Double(pickers)
      // Trucks leave one after the other, but for those of urgent waves.
      let room = (work + 900) * Double(random.number(in: 45...170)) / 100
      let cutOff = isUrgent ? at + room : max(latest + 300, at + room)
      if !isUrgent { latest = cutOff }
      waves.append(
        WavePlan(release: at, cutOff: cutOff, orders: orders, isUrgent: isUrgent))
      at += work / load * Double(random.number(in: 70...130)) / 100
    }
    self.waves = waves
    breaks = [
      BreakTime(start: 15 * 60, minutes: 15), BreakTime(start: 17 * 60 + 30, minutes: 30),
      BreakTime(start: 20 * 60, minutes: 15),
    ]
    // In two of five stretches of four hours.
    outages = [1_800, 16_200].filter { _ in random.chance(percent: 40) && !isCalm }.map {
      let from = Double(random.number(in: $0...$0 + 12_000))
      return from...from + Double(random.number(in: 240...720))
    }
    shortPercent = random.number(in: 1...3)
  }
}
