public import Flows

/// Keys from the bytes a terminal sends: VT100, VT220, xterm, linux, rxvt and screen alike.
///
/// It is pure: bytes and times go in, keys come out; it knows no terminal's name, because each
/// sequence means the same key wherever it means one. Esc starts every sequence, so a lone Esc is
/// known only when `delay` has passed without more; the loop waits until `deadline` and calls
/// `expire`. Esc and then a digit within the delay is a function key (Esc 0 is F10), for terminals
/// that have none. Times are milliseconds of any clock that never goes back.
public struct KeyDecoder: Sendable {
  /// How long a lone Esc is waited for, in milliseconds: 25 locally, 100 to 300 by radio.
  public var delay: Int64
  /// When `expire` should be called; nil when nothing is half read.
  public private(set) var deadline: Int64?

  private var pending: [UInt8] = []
  private var afterReturn = false

  /// Makes a decoder.
  public init(delay: Int64 = 25) {
    self.delay = delay
  }

  /// Takes bytes that have arrived, and gives the keys that are complete.
  public mutating func feed(_ bytes: some Sequence<UInt8>, at now: Int64) -> [Key] {
    var keys = expire(at: now)
    pending.append(contentsOf: bytes)
    keys += take()
    deadline = patience.map { now + $0 }
    return keys
  }

  /// How long what is half read may stay so: a lone Esc for the delay, a sequence for half a second
  /// at least, because a radio link may tear it, and a character for as long as it takes.
  private var patience: Int64? {
    guard pending.first == Self.escape else { return nil }
    return pending.count == 1 ? delay : max(500, 4 * delay)
  }

  /// Gives what a half-read sequence was, when its time has passed: Esc, and what stood after it.
  public mutating func expire(at now: Int64) -> [Key] {
    guard let due = deadline, now >= due else { return [] }
    deadline = nil
    let rest = pending
    pending = []
    guard rest.first == Self.escape else { return [] }
    // Esc and one letter may have been typed; anything longer is a sequence cut short.
    guard rest.count <= 2 else { return [] }
    return [.escape] + rest.dropFirst().compactMap(Self.plain)
  }

  private mutating func take() -> [Key] {
    var keys: [Key] = []
    var start = 0
    loop: while start < pending.count {
      switch Self.parse(pending[start...]) {
      case .key(let key, let count):
        // Telnet sends CR and LF for one Enter.
        if !(afterReturn && pending[start] == 0x0A) { keys.append(key) }
        afterReturn = pending[start] == 0x0D
        start += count
      case .nothing(let count):
        if pending[start] != 0 { afterReturn = false }
        start += count
      case .more:
        break loop
      }
    }
    pending.removeFirst(start)
    return keys
  }

  /// What the start of some bytes is.
  enum Parsed: Equatable {
    /// A key, and how many bytes it took.
    case key(Key, Int)
    /// Bytes that mean nothing to us.
    case nothing(Int)
    /// The start of something.
    case more
  }

  /// What every sequence starts with.
  public static let escape: UInt8 = 0x1B

  private static func parse(_ bytes: ArraySlice<UInt8>) -> Parsed {
    guard let first = bytes.first else { return .more }
    if first == escape { return sequence(bytes) }
    if first < 0x80 { return plain(first).map { .key($0, 1) } ?? .nothing(1) }
    return utf8(bytes)
  }

  /// The key of one byte below 0x80, Esc left out.
  private static func plain(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x0D, 0x0A: .enter
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x01...0x1A: .control(Character(Unicode.Scalar(byte + 0x60)))
    case 0x20..<0x7F: .character(Character(Unicode.Scalar(byte)))
    default: nil
    }
  }

  private static func utf8(_ bytes: ArraySlice<UInt8>) -> Parsed {
    let first = bytes[bytes.startIndex]
    let count =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard count > 0 else { return .nothing(1) }
    let rest = bytes.dropFirst().prefix(count - 1)
    let valid = rest.prefix { $0 & 0xC0 == 0x80 }.count
    if valid < rest.count { return .nothing(1 + valid) }
    if rest.count < count - 1 { return .more }
    guard let text = String(validating: bytes.prefix(count), as: UTF8.self),
      let character = text.first, (character.unicodeScalars.first?.value ?? 0) >= 0xA0
    else { return .nothing(count) }
    return .key(.character(character), count)
  }
}
