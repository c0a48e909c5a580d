/// What the walk inside one block of one aisle means for the junctions below and above it.
struct BlockOutcome: Hashable {
  /// How often the walk meets the junction below: not, once, or twice (there and back).
  let low: Int
  /// How often it meets the junction above.
  let high: Int
  /// Whether it connects the two.
  let connects: Bool

  /// A number below `count`.
  var number: Int { low * 3 + high + (connects ? 9 : 0) }

  static let count = 18
}
