extension Record {
  /// Reads a whole number within `range`; `5.0` is one, `1,000` and `1E3` are not.
  public func integer(
    _ name: FieldName, in range: ClosedRange<Int>, required: Bool = true,
    _ problems: inout ImportProblems
  ) -> Int? {
    units(name, scale: 0, in: range, required: required, &problems)
  }

  /// Reads a whole number of at least the lower bound of `range`.
  public func integer(
    _ name: FieldName, in range: PartialRangeFrom<Int>, required: Bool = true,
    _ problems: inout ImportProblems
  ) -> Int? {
    integer(name, in: range.lowerBound...Int.max, required: required, &problems)
  }

  /// Reads a decimal number as whole units: `1.25` kg with scale 3 are 1,250 g.
  ///
  /// `range` is in units. A digit too fine for the scale is a problem, not rounded away.
  public func units(
    _ name: FieldName, scale: Int, in range: ClosedRange<Int> = 0...Int.max,
    required: Bool = true, _ problems: inout ImportProblems
  ) -> Int? {
    let expected = Self.expected(scale: scale, in: range)
    return scalar(name, required: required, expected: expected, &problems) { text in
      Digits.units(text, scale: scale).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  private static func expected(scale: Int, in range: ClosedRange<Int>) -> Expectation {
    let low = decimal(range.lowerBound, scale: scale)
    let high = decimal(range.upperBound, scale: scale)
    let kind =
      scale == 0
      ? (en: "a whole number", zh: "整数")
      : (en: "a number with at most \(scale) decimals", zh: "至多 \(scale) 位小数的数")
    switch (range.lowerBound == Int.min, range.upperBound == Int.max) {
    case (true, true): return Expectation(en: kind.en, zh: kind.zh)
    case (false, true):
      return Expectation(en: "\(kind.en) of \(low) or more", zh: "不小于 \(low) 的\(kind.zh)")
    case (true, false):
      return Expectation(en: "\(kind.en) of \(high) or less", zh: "不大于 \(high) 的\(kind.zh)")
    case (false, false):
      return Expectation(
        en: "\(kind.en) from \(low) to \(high)", zh: "\(low) 至 \(high) 的\(kind.zh)")
    }
  }

  /// The units written as a decimal number, without needless zeros.
  static func decimal(_ units: Int, scale: Int) -> String {
    var digits = String(units.magnitude)
    guard scale > 0 else { return units < 0 ? "-" + digits : digits }
    digits = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
    var fraction = digits.suffix(scale)
    while fraction.last == "0" { fraction.removeLast() }
    let whole = (units < 0 ? "-" : "") + digits.dropLast(scale)
    return fraction.isEmpty ? whole : "\(whole).\(fraction)"
  }
}
