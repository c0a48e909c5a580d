/// A decimal number as a scan holds it: whole digits and where the point goes.
public struct ScannedDecimal: Hashable, Sendable {
  /// All the digits as a whole number.
  public let digits: Int
  /// How many of them stand behind the point.
  public let decimals: Int

  /// Makes the number `digits` divided by ten to the power of `decimals`.
  public init(digits: Int, decimals: Int) {
    self.digits = digits
    self.decimals = decimals
  }

  /// The same number times ten to the power of `places`.
  func shifted(_ places: Int) -> ScannedDecimal {
    var digits = digits
    var decimals = decimals - places
    while decimals < 0 {
      digits *= 10
      decimals += 1
    }
    while decimals > 0, digits % 10 == 0 {
      digits /= 10
      decimals -= 1
    }
    return ScannedDecimal(digits: digits, decimals: decimals)
  }
}

extension ScannedDecimal: CustomStringConvertible {
  /// The number with all its decimals, such as `0.195`.
  public var description: String {
    var bytes: [UInt8] = []
    append(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the number with all its decimals.
  func append(to bytes: inout [UInt8]) {
    var scale = 1
    for _ in 0..<max(0, decimals) { scale *= 10 }
    bytes.append(decimal: digits / scale)
    guard decimals > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(decimal: digits % scale, width: decimals)
  }
}
