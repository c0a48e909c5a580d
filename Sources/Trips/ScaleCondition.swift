/// What can happen to a scale.
public enum ScaleCondition: String, Hashable, Sendable, CaseIterable {
  /// It works again, with nothing on it.
  case mended
  /// Its line is cut.
  case off
  /// It sends nothing.
  case silent
  /// It does not come to rest.
  case unstable
  /// There is too much on it.
  case overload
  /// It shows less than nothing.
  case negative
  /// It weighs in pounds.
  case pounds
}
