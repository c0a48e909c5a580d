/// Exponentials from the four basic operations alone: the same bits on every machine.
enum BatchNumerics {
  private static let ln2 = 0.693_147_180_559_945_3

  /// e to the power x; beyond -700 and 700 that of those.
  static func exp(_ x: Double) -> Double {
    let x = max(-700, min(700, x))
    let power = (x / ln2).rounded()
    let rest = x - power * ln2
    var term = 1.0
    var sum = 1.0
    for n in 1...16 {
      term *= rest / Double(n)
      sum += term
    }
    return Double(sign: .plus, exponent: Int(power), significand: sum)
  }

  /// The natural logarithm of a positive number.
  static func log(_ x: Double) -> Double {
    let ratio = (x.significand - 1) / (x.significand + 1)
    var power = ratio
    var sum = 0.0
    for n in stride(from: 1, through: 41, by: 2) {
      sum += power / Double(n)
      power *= ratio * ratio
    }
    return 2 * sum + Double(x.exponent) * ln2
  }

  /// -log of evenly spread numbers between 0 and 1: an exponential distribution to draw from.
  static let exponential: [Double] = (0..<4096).map { -log((Double($0) + 0.5) / 4096) }
}
