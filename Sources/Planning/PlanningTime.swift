/// How long planning may search for better carts.
///
/// By a count of looks at the clock, so that the same orders always make the same lists, or by a
/// real clock.
public struct PlanningTime: Sendable {
  /// The time allowed for each wave, in milliseconds.
  let milliseconds: Int
  /// Makes the clock of one search.
  let clock: @Sendable () -> () -> Duration

  /// So many looks at the clock: about 40 a second on a large wave, thousands on a small one.
  public static func looks(_ count: Int) -> PlanningTime {
    PlanningTime(milliseconds: count) {
      var looks = 0
      return {
        looks += 1
        return .milliseconds(looks)
      }
    }
  }

  /// So many milliseconds of a clock.
  public static func milliseconds(
    _ count: Int, of now: @escaping @Sendable () -> Duration
  ) -> PlanningTime {
    PlanningTime(milliseconds: count) { now }
  }
}
