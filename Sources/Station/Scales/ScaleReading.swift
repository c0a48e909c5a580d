/// One line of a scale.
public enum ScaleReading: Hashable, Sendable {
  /// A weight in grams, below 0 where the pan was tared full, and whether the scale says it rests.
  case weight(grams: Int, isStable: Bool)
  /// There is more on it than it can weigh.
  case overload
  /// There is less on it than its zero.
  case underload
  /// A weight in a unit that is not read.
  case unit(String)
  /// Text that is no weight.
  case unreadable
}
