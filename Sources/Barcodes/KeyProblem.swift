/// Why a text is not the GS1 key it should be.
public enum KeyProblem: Error, Hashable, Sendable {
  /// Something other than the digits 0 to 9 is in it.
  case notDigits
  /// It has `found` digits instead of one of the `expected` counts.
  case length(found: Int, expected: [Int])
  /// Its last digit is `found`, but the others ask for `expected`.
  case checkDigit(found: Int, expected: Int)
}

extension KeyProblem: CustomStringConvertible {
  /// What was found and what was expected, in English.
  public var description: String {
    switch self {
    case .notDigits:
      return "expected digits only"
    case .length(let found, let expected):
      let choices = expected.map(String.init)
      let counts =
        choices.count < 2
        ? choices.joined()
        : choices.dropLast().joined(separator: ", ") + " or " + (choices.last ?? "")
      return "expected \(counts) digits, found \(found)"
    case .checkDigit(let found, let expected):
      return "expected check digit \(expected), found \(found)"
    }
  }
}
