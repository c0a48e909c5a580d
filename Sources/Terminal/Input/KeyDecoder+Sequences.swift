import Flows

extension KeyDecoder {
  /// What bytes that start with Esc are.
  static func sequence(_ bytes: ArraySlice<UInt8>) -> Parsed {
    guard bytes.count > 1 else { return .more }
    let second = bytes[bytes.startIndex + 1]
    switch second {
    case UInt8(ascii: "["): return control(bytes)
    case UInt8(ascii: "O"): return single(bytes)
    case UInt8(ascii: "0"): return .key(.function(10), 2)
    case UInt8(ascii: "1")...UInt8(ascii: "9"): return .key(.function(Int(second) - 0x30), 2)
    default: return .key(.escape, 1)
    }
  }

  /// `ESC [`, parameters, and a final byte: ECMA-48's control sequences.
  private static func control(_ bytes: ArraySlice<UInt8>) -> Parsed {
    let body = bytes.dropFirst(2)
    guard let head = body.first else { return .more }
    // The linux console's F1 to F5 are ESC [ [ A to E.
    if head == UInt8(ascii: "[") {
      guard let letter = body.dropFirst().first else { return .more }
      let number = Int(letter) - 0x40
      return (1...5).contains(number) ? .key(.function(number), 4) : .nothing(4)
    }
    let parameters = body.prefix { (0x20...0x3F).contains($0) }
    let count = 2 + parameters.count
    guard let final = body.dropFirst(parameters.count).first else {
      return count > 32 ? .nothing(count) : .more
    }
    // A byte that cannot end a sequence starts something new.
    guard (0x40...0x7E).contains(final) else { return .nothing(count) }
    let numbers = String(decoding: parameters, as: UTF8.self).split(separator: ";").map { Int($0) }
    let key =
      final == UInt8(ascii: "~")
      ? numbered(numbers.first.flatMap { $0 } ?? 0) : lettered(final, parameters.isEmpty)
    return key.map { .key($0, count + 1) } ?? .nothing(count + 1)
  }

  /// `ESC O` and a letter, perhaps with a modifier's digits between: a VT100's application keys.
  private static func single(_ bytes: ArraySlice<UInt8>) -> Parsed {
    let body = bytes.dropFirst(2)
    let parameters = body.prefix { (0x30...0x3B).contains($0) }
    guard let final = body.dropFirst(parameters.count).first else {
      return parameters.count > 8 ? .nothing(2 + parameters.count) : .more
    }
    // Not a sequence after all: Esc, and the letter O.
    guard (0x40...0x7E).contains(final) else { return .key(.escape, 1) }
    let count = 3 + parameters.count
    if let key = lettered(final, true) ?? keypad(final) { return .key(key, count) }
    return .nothing(count)
  }

  /// The keys that end in a letter in both families, `ESC [ A` and `ESC O A`.
  private static func lettered(_ final: UInt8, _ isBare: Bool) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    // With parameters it is the terminal's report of its cursor.
    case UInt8(ascii: "R"): isBare ? .function(3) : nil
    case UInt8(ascii: "S"): .function(4)
    default: nil
    }
  }

  /// A VT100's own F5 to F10, and the keypad's digits that are left.
  private static func keypad(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "t"): .function(5)
    case UInt8(ascii: "u"): .function(6)
    case UInt8(ascii: "v"): .function(7)
    case UInt8(ascii: "l"): .function(8)
    case UInt8(ascii: "w"): .function(9)
    case UInt8(ascii: "x"): .function(10)
    case UInt8(ascii: "p"): .character("0")
    case UInt8(ascii: "q"): .character("1")
    case UInt8(ascii: "r"): .character("2")
    case UInt8(ascii: "s"): .character("3")
    case UInt8(ascii: "y"): .character("9")
    case UInt8(ascii: "m"): .character("-")
    case UInt8(ascii: "n"): .character(".")
    case UInt8(ascii: "M"): .enter
    default: nil
    }
  }

  /// The keys that are a number and `~`: a VT220's.
  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23, 24: .function(number - 12)
    default: nil
    }
  }
}
