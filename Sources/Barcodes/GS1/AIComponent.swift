/// One part of a value: how long, of which characters, checked how.
struct AIComponent: Sendable {
  /// The characters allowed.
  let characters: CharacterSet
  let minimum: Int
  let maximum: Int
  /// Whether it may be absent.
  let isOptional: Bool
  /// The checks beyond the characters, in order.
  let checks: [ComponentCheck]

  /// The character sets of the General Specifications, 7.11.
  enum CharacterSet: Sendable {
    case digits, set82, set39, set64

    var check: ComponentCheck {
      switch self {
      case .digits: .digits
      case .set82: .characterSet82
      case .set39: .characterSet39
      case .set64: .characterSet64
      }
    }
  }

  init(_ characters: CharacterSet, _ lengths: ClosedRange<Int>, _ checks: [ComponentCheck]) {
    self.init(characters, lengths, checks, isOptional: false)
  }

  private init(
    _ characters: CharacterSet, _ lengths: ClosedRange<Int>, _ checks: [ComponentCheck],
    isOptional: Bool
  ) {
    self.characters = characters
    minimum = lengths.lowerBound
    maximum = lengths.upperBound
    self.checks = checks
    self.isOptional = isOptional
  }

  /// Exactly so many digits.
  static func n(_ count: Int, _ checks: ComponentCheck...) -> AIComponent {
    AIComponent(.digits, count...count, checks)
  }

  /// One digit up to so many.
  static func n(upTo count: Int, _ checks: ComponentCheck...) -> AIComponent {
    AIComponent(.digits, 1...count, checks)
  }

  /// Exactly so many characters of set 82.
  static func x(_ count: Int, _ checks: ComponentCheck...) -> AIComponent {
    AIComponent(.set82, count...count, checks)
  }

  /// One character of set 82 up to so many.
  static func x(upTo count: Int, _ checks: ComponentCheck...) -> AIComponent {
    AIComponent(.set82, 1...count, checks)
  }

  /// One character of set 39 up to so many.
  static func y(upTo count: Int, _ checks: ComponentCheck...) -> AIComponent {
    AIComponent(.set39, 1...count, checks)
  }

  /// One character of base64url up to so many.
  static func z(upTo count: Int) -> AIComponent {
    AIComponent(.set64, 1...count, [])
  }

  /// The same component where it may be left out.
  var optional: AIComponent {
    AIComponent(characters, minimum...maximum, checks, isOptional: true)
  }
}
