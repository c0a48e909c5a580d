public import Storage

/// A scripted person works through a drill.
public enum DrillRun {
  /// Runs a drill to its end.
  ///
  /// - Returns: the floor as it was left, with score and recording.
  public static func run(
    _ drill: Drill, by habit: Habit, in store: any Store = MemoryStore(), limit: Int = 5_000
  ) throws -> DrillFloor {
    let floor = try DrillFloor(drill, in: store)
    try finish(floor, by: habit, limit: limit)
    return floor
  }

  /// Works on a floor to its end, from wherever somebody has left it.
  public static func finish(
    _ floor: DrillFloor, by habit: Habit, limit: Int = 5_000
  ) throws {
    var person = ScriptedPerson(habit: habit, job: floor.drill.job, seed: floor.drill.seed)
    var acts = 0
    while acts < limit, let act = try person.act(on: floor.screen, seeing: floor.view) {
      try floor.perform(act)
      if habit == .slow { floor.spend(12_000) }
      acts += 1
    }
    try floor.perform(.leave)
  }
}
