/// How often people are away from their work, and for how long.
public struct Absences: Hashable, Sendable {
  /// Seconds of absences: some that are believed, then those seen, the newest only.
  public private(set) var lengths: [Double] = [120, 240, 420, 600]
  private var count = 1.0
  private var worked = 7_200.0

  /// Makes what is believed before anything was seen: one in two hours.
  public init() {}

  /// Nobody is ever away.
  public static var none: Absences {
    var none = Absences()
    none.count = 0
    return none
  }

  /// How many begin in a second of work.
  public var perSecond: Double { count / worked }

  /// Takes some seconds of work in, and the seconds somebody was away in them.
  public mutating func learn(worked seconds: Double, away: Double?) {
    worked += seconds
    guard let away else { return }
    count += 1
    lengths.append(away)
    if lengths.count > 200 { lengths.removeFirst(100) }
  }
}
