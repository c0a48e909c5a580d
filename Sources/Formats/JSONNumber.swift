/// A decimal number as it was written: `digits * 10^exponent`, exact up to 18 digits.
///
/// Binary fractions never come in: 0.1 is one tenth.
struct JSONNumber: Hashable, Sendable {
  /// The first 18 significant digits, with the sign; further digits are dropped.
  let digits: Int
  /// The power of ten.
  let exponent: Int

  /// The number times `10^places`, rounded half away from zero; nil where an Int cannot hold it.
  func scaled(places: Int) -> Int? {
    var rest = exponent + places
    var value = digits
    if value == 0 { return 0 }
    while rest > 0 {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
      rest -= 1
    }
    if rest == 0 { return value }
    if rest < -19 { return 0 }
    while rest < -1 {
      value /= 10
      rest += 1
    }
    let last = value % 10
    return value / 10 + (last >= 5 ? 1 : last <= -5 ? -1 : 0)
  }

  /// The number as an integer, nil where it is none or too large.
  var integer: Int? {
    guard let value = scaled(places: 0) else { return nil }
    guard exponent < 0 else { return value }
    var divisor = 1
    for _ in 0..<min(-exponent, 18) { divisor *= 10 }
    return exponent >= -18 && digits % divisor == 0 ? value : (digits == 0 ? 0 : nil)
  }
}
