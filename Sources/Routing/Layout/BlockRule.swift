/// What is forbidden in one block of one aisle, between two junctions.
///
/// A junction is always a place to turn: a stretch without turning that goes on behind it counts as
/// two. And a closed stretch of an aisle does not close the cross-aisles that meet it.
struct BlockRule: Hashable, Sendable {
  /// A stretch, `from` less than `to`.
  struct Stretch: Hashable, Sendable {
    var from: Int
    var to: Int

    func holdsInside(_ y: Int) -> Bool { from < y && y < to }
  }

  /// The y of the junctions below and above.
  let low: Int
  let high: Int
  /// The stretches where nobody walks, ascending, none overlapping another.
  let closed: [Stretch]
  /// The stretches inside which nobody turns round, likewise; one may at their ends.
  let noTurn: [Stretch]

  /// Whether the block can be walked from end to end.
  var isThrough: Bool { closed.isEmpty }
  /// How far up one gets from the junction below.
  var reachFromLow: Int { closed.first?.from ?? high }
  /// How far down one gets from the junction above.
  var reachFromHigh: Int { closed.last?.to ?? low }

  /// Whether one may turn round at a y.
  func mayTurn(at y: Int) -> Bool { !noTurn.contains { $0.holdsInside(y) } }

  /// The lowest place at or above a y where one may turn.
  func turn(above y: Int) -> Int { noTurn.first { $0.holdsInside(y) }?.to ?? y }

  /// The highest place at or below a y where one may turn.
  func turn(below y: Int) -> Int { noTurn.first { $0.holdsInside(y) }?.from ?? y }

  /// The part of the block that can be walked from a y on without touching a closed stretch; nil
  /// where the y lies inside one.
  func open(around y: Int) -> Stretch? {
    if closed.contains(where: { $0.holdsInside(y) }) { return nil }
    return Stretch(
      from: closed.last { $0.to <= y }?.to ?? low, to: closed.first { $0.from >= y }?.from ?? high)
  }
}
