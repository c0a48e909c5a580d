/// Splits what a program sends a terminal into characters, controls and sequences.
///
/// After Paul Williams' state machine for DEC terminals, cut to what `Emulator` needs; UTF-8 is
/// decoded here, invalid bytes become U+FFFD.
struct EmulatorParser: Sendable {
  /// One thing to do.
  enum Action: Hashable, Sendable {
    /// A character.
    case print(Unicode.Scalar)
    /// A control character below 0x20.
    case control(UInt8)
    /// Esc, perhaps an intermediate byte, and a final one.
    case escape(UInt8?, UInt8)
    /// A control sequence.
    case sequence(Sequence)
  }

  /// `ESC [`, perhaps a private mark, numbers, and a final byte.
  struct Sequence: Hashable, Sendable {
    /// `?`, `>` or `=`.
    var mark: UInt8?
    /// The numbers; nil where one was left out.
    var numbers: [Int?]
    /// A byte from 0x20 to 0x2F before the final one.
    var intermediate: UInt8?
    /// What is to be done.
    var final: UInt8

    /// A number counted from 0, or a default where it was left out; 0 counts as left out.
    func number(_ index: Int, or standard: Int = 1) -> Int {
      guard index < numbers.count, let number = numbers[index], number > 0 else { return standard }
      return number
    }
  }

  private enum State: Sendable {
    case ground
    case escape(UInt8?)
    case sequence([UInt8])
    /// An operating system command, skipped up to its BEL or ST.
    case string(afterEscape: Bool)
  }

  private var state = State.ground
  private var character: [UInt8] = []
  private var expected = 0

  mutating func feed(_ byte: UInt8) -> Action? {
    switch state {
    case .ground: return ground(byte)
    case .escape(let intermediate): return escape(intermediate, byte)
    case .sequence(let bytes): return sequence(bytes, byte)
    case .string(let afterEscape):
      if byte == 0x07 || (afterEscape && byte == UInt8(ascii: "\\")) {
        state = .ground
      } else {
        state = .string(afterEscape: byte == 0x1B)
      }
      return nil
    }
  }

  private mutating func ground(_ byte: UInt8) -> Action? {
    if expected > 0 {
      guard byte & 0xC0 == 0x80 else {
        expected = 0
        character = []
        return ground(byte)
      }
      character.append(byte)
      expected -= 1
      guard expected == 0 else { return nil }
      defer { character = [] }
      return .print(String(decoding: character, as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}")
    }
    switch byte {
    case 0x1B:
      state = .escape(nil)
      return nil
    case 0..<0x20: return .control(byte)
    case 0x20..<0x7F: return .print(Unicode.Scalar(byte))
    case 0xC2...0xF4:
      character = [byte]
      expected = byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : 3
      return nil
    case 0x80...: return .print("\u{FFFD}")
    default: return nil
    }
  }

  private mutating func escape(_ intermediate: UInt8?, _ byte: UInt8) -> Action? {
    switch byte {
    case 0x1B: state = .escape(nil)
    case 0..<0x20: return .control(byte)
    case 0x20..<0x30: state = .escape(byte)
    case UInt8(ascii: "[") where intermediate == nil: state = .sequence([])
    case UInt8(ascii: "]") where intermediate == nil,
      UInt8(ascii: "P") where intermediate == nil,
      UInt8(ascii: "k") where intermediate == nil:
      state = .string(afterEscape: false)
    default:
      state = .ground
      return .escape(intermediate, byte)
    }
    return nil
  }

  private mutating func sequence(_ bytes: [UInt8], _ byte: UInt8) -> Action? {
    switch byte {
    case 0x1B:
      state = .escape(nil)
      return nil
    case 0..<0x20: return .control(byte)
    case 0x20..<0x40:
      state = .sequence(bytes.count < 64 ? bytes + [byte] : bytes)
      return nil
    default:
      state = .ground
      return .sequence(Self.parsed(bytes, final: byte))
    }
  }

  private static func parsed(_ bytes: [UInt8], final: UInt8) -> Sequence {
    let mark = bytes.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
    let digits = bytes.filter { (0x30...0x3B).contains($0) }
    let numbers = String(decoding: digits, as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0 == ";" || $0 == ":" }
      .map { Int($0) }
    return Sequence(
      mark: mark, numbers: numbers, intermediate: bytes.last { (0x20...0x2F).contains($0) },
      final: final)
  }
}
