/// How a carrier rounds a weight before it is charged: whole grams in, whole grams out.
public struct Rounding: Hashable, Codable, Sendable {
  /// Which way a weight between two steps goes.
  public enum Mode: String, Hashable, Codable, Sendable, CaseIterable {
    /// To the next step.
    case up
    /// To the step before.
    case down
    /// To the nearer step; up from the middle.
    case nearest
  }

  /// The step in grams.
  public var step: Int
  /// Which way.
  public var mode: Mode
  /// How many grams above a step are forgiven when rounding up: fewer than that round down.
  public var grace: Int
  /// The least that is charged, in grams.
  public var least: Int

  /// Makes a rule.
  public init(step: Int, mode: Mode = .up, grace: Int = 0, least: Int = 0) {
    self.step = step
    self.mode = mode
    self.grace = grace
    self.least = least
  }

  /// Every gram counts.
  public static let none = Rounding(step: 1)
  /// Whole kilograms, begun ones charged.
  public static let kilograms = Rounding(step: 1000, least: 1000)
  /// SF: half kilograms, the first fifty grams above one forgiven, at least one kilogram.
  public static let sf = Rounding(step: 500, grace: 50, least: 1000)

  /// The charged weight of `grams`.
  ///
  /// It never falls when the weight rises. O(1).
  public func round(_ grams: Int) -> Int {
    guard grams > least, step > 1 else { return max(grams, least) }
    let over = grams % step
    let below = grams - over
    let rounded =
      switch mode {
      case .up: over == 0 || over < grace ? below : below + step
      case .down: below
      case .nearest: over * 2 < step ? below : below + step
      }
    return max(rounded, least)
  }
}
