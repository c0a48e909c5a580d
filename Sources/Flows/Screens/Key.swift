/// A key, whatever bytes the terminal sends for it.
public enum Key: Hashable, Codable, Sendable {
  /// A printable character.
  case character(Character)
  /// A function key, 1 to 12.
  case function(Int)
  /// Enter.
  case enter
  /// Esc: never destructive.
  case escape
  /// Backspace.
  case backspace
  /// Delete.
  case delete
  /// Tab.
  case tab
  /// Arrow up.
  case up
  /// Arrow down.
  case down
  /// Arrow left.
  case left
  /// Arrow right.
  case right
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
  /// Home.
  case home
  /// End.
  case end
  /// A control letter: `control("l")` is Ctrl-L.
  case control(Character)
}

extension Key {
  /// The key's name as trips write it and screens show it: `F3`, `Enter`, `Ctrl-L`, `7`.
  public var name: String {
    switch self {
    case .character(let character): character == " " ? "Space" : String(character)
    case .function(let number): "F\(number)"
    case .enter: "Enter"
    case .escape: "Esc"
    case .backspace: "Backspace"
    case .delete: "Delete"
    case .tab: "Tab"
    case .up: "Up"
    case .down: "Down"
    case .left: "Left"
    case .right: "Right"
    case .pageUp: "PageUp"
    case .pageDown: "PageDown"
    case .home: "Home"
    case .end: "End"
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    }
  }

  private static let named: [Key] = [
    .enter, .escape, .backspace, .delete, .tab, .up, .down, .left, .right, .pageUp, .pageDown,
    .home, .end,
  ]

  /// The key of a name, or nil when there is none: the inverse of `name`, case ignored.
  public init?(name: String) {
    let lower = name.lowercased()
    if let key = Self.named.first(where: { $0.name.lowercased() == lower }) {
      self = key
    } else if lower == "space" {
      self = .character(" ")
    } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), (1...12).contains(number) {
      self = .function(number)
    } else if lower.hasPrefix("ctrl-"), lower.count == 6, let letter = lower.last {
      self = .control(letter)
    } else if name.count == 1, let character = name.first {
      self = .character(character)
    } else {
      return nil
    }
  }

  /// Writes the key as its name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(name)
  }

  /// Reads a key from its name.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let key = Key(name: name) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no key \(name)")
    }
    self = key
  }
}
