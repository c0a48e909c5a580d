/// Units for each aisle as an exact fraction: compared without rounding.
public struct WaveRatio: Comparable, Hashable, Sendable, CustomStringConvertible {
  /// Units, 0 or more.
  public let units: Int
  /// Aisles, 1 or more.
  public let aisles: Int

  /// Units for each aisle; the value is held in lowest terms, so equal ratios are equal values.
  ///
  /// Less than one aisle counts as one, less than no units as none.
  public init(units: Int, aisles: Int) {
    let units = max(units, 0)
    let aisles = max(aisles, 1)
    var (divisor, rest) = (aisles, units)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    self.units = units / divisor
    self.aisles = aisles / divisor
  }

  /// The ratio as a decimal.
  public var value: Double { Double(units) / Double(aisles) }

  /// The fraction, as in "15/2".
  public var description: String { "\(units)/\(aisles)" }

  /// Whether the left ratio is smaller, by cross-multiplication.
  public static func < (left: WaveRatio, right: WaveRatio) -> Bool {
    let (one, other) = (
      left.units.multipliedFullWidth(by: right.aisles),
      right.units.multipliedFullWidth(by: left.aisles)
    )
    return one.high != other.high ? one.high < other.high : one.low < other.low
  }
}
