/// A weight, size or volume of the item or the unit (AI 31nn to 36nn).
public struct ScannedMeasure: Hashable, Sendable {
  /// The identifier with its decimals, such as `3103`.
  public var ai: String { code.description }
  let code: AICode
  /// What is measured.
  public let quantity: Quantity
  /// Whether it is of the logistic unit with its packaging, not of the item.
  public let isLogistic: Bool
  /// How much.
  public let value: ScannedDecimal
  /// The unit: `kg`, `m`, `m2`, `l`, `m3`, `lb`, `in`, `ft`, `yd`, `ozt`, `floz`, `qt`, `gal`.
  public let unit: String

  /// What can be measured.
  public enum Quantity: String, Hashable, Sendable {
    case weight, length, width, height, area, volume, weightPerArea
  }

  /// The measure of an identifier; nil if it is none.
  init?(_ code: AICode, _ value: Span<UInt8>) {
    guard code.digits == 4, (3_100..<3_700).contains(code.value), let digits = value.number()
    else { return nil }
    let kind = code.value / 10 % 10
    let group = code.value / 100
    guard let (quantity, unit, isLogistic) = ScannedMeasure.kind(group: group, kind) else {
      return nil
    }
    self.code = code
    self.quantity = quantity
    self.unit = unit
    self.isLogistic = isLogistic
    self.value = ScannedDecimal(digits: digits, decimals: code.value % 10)
  }

  private static func kind(group: Int, _ kind: Int) -> (Quantity, String, Bool)? {
    switch group {
    case 31, 33:
      let kinds: [(Quantity, String)] = [
        (.weight, "kg"), (.length, "m"), (.width, "m"), (.height, "m"), (.area, "m2"),
        (.volume, "l"), (.volume, "m3"), (.weightPerArea, "kg/m2"),
      ]
      guard kinds.indices.contains(kind) else { return nil }
      return (kinds[kind].0, kinds[kind].1, group == 33 && kind < 7)
    case 32, 34:
      guard kind > 0 else { return (.weight, "lb", group == 34) }
      let quantities: [Quantity] = [.length, .width, .height]
      return (quantities[(kind - 1) / 3], ["in", "ft", "yd"][(kind - 1) % 3], group == 34)
    case 35:
      guard kind < 6 else {
        return kind == 6 ? (.weight, "ozt", false) : (.volume, "floz", false)
      }
      return (.area, ["in2", "ft2", "yd2"][kind % 3], kind >= 3)
    default:
      let units = ["qt", "gal", "qt", "gal", "in3", "ft3", "yd3", "in3", "ft3", "yd3"]
      return (.volume, units[kind], [2, 3, 7, 8, 9].contains(kind))
    }
  }

  /// The weight in grams, exact; nil unless it is in kilograms.
  public var grams: ScannedDecimal? {
    quantity == .weight && unit == "kg" ? value.shifted(3) : nil
  }
}

extension [ScannedMeasure] {
  /// The first weight in kilograms, in grams.
  func grams(logistic: Bool) -> ScannedDecimal? {
    for measure in self where measure.isLogistic == logistic {
      if let grams = measure.grams { return grams }
    }
    return nil
  }
}
