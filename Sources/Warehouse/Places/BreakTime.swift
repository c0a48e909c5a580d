/// A break everybody takes, by the wall clock of the site.
public struct BreakTime: Hashable, Codable, Sendable {
  /// Minutes from midnight to its begin.
  public var start: Int
  /// How many minutes it lasts.
  public var minutes: Int

  /// Makes a break.
  public init(start: Int, minutes: Int) {
    self.start = start
    self.minutes = minutes
  }

  /// Reads `12:00-12:30`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let ends = text.split(separator: "-").map { end in
      let parts = end.split(separator: ":").map { Int($0.drop { $0 == " " }) }
      guard parts.count == 2, let hour = parts[0], let minute = parts[1],
        (0...24).contains(hour), (0...59).contains(minute)
      else { return nil as Int? }
      return hour * 60 + minute
    }
    guard ends.count == 2, let from = ends[0], let to = ends[1], from < to else { return nil }
    self.init(start: from, minutes: to - from)
  }

  /// The break as it is written: `12:00-12:30`.
  public var words: String {
    func clock(_ minutes: Int) -> String {
      let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
      return "\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }
    return clock(start) + "-" + clock(start + minutes)
  }
}
