/// The shape of a carrier's waybill numbers, in a small notation.
///
/// `#` is a digit, `@` a capital letter, `*` either of both, `[3-68]` one of a set, `{12}` or
/// `{12,15}` how often the one before stands; everything else stands for itself:
/// `7[3-68]#{12}`, `SF*#{12}`.
public struct NumberPattern: Hashable, Sendable {
  /// The check digit such numbers carry.
  public enum Check: Hashable, Sendable {
    /// None that is published.
    case none
    /// The eleventh character of an international number (UPU S10): weights 8 6 4 2 3 5 9 7, mod 11.
    case s10
  }

  struct Part: Hashable, Sendable {
    var allowed: Set<UInt8>
    var least: Int
    var most: Int
  }

  /// The notation it was made from.
  public let notation: String
  /// The check digit.
  public let check: Check
  let parts: [Part]

  /// Makes a shape; nil when the notation cannot be read.
  public init?(_ notation: String, check: Check = .none) {
    self.notation = notation
    self.check = check
    var parts: [Part] = []
    var rest = Array(notation.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "#"): parts.append(Self.one(Self.digits))
      case UInt8(ascii: "@"): parts.append(Self.one(Self.letters))
      case UInt8(ascii: "*"): parts.append(Self.one(Self.digits.union(Self.letters)))
      case UInt8(ascii: "["):
        guard let end = rest.firstIndex(of: UInt8(ascii: "]")),
          let set = Self.set(rest[..<end])
        else { return nil }
        rest = rest[(end + 1)...]
        parts.append(Self.one(set))
      case UInt8(ascii: "{"):
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")), !parts.isEmpty else { return nil }
        let bounds = String(decoding: rest[..<end], as: UTF8.self).split(separator: ",")
          .map { Int($0) }
        rest = rest[(end + 1)...]
        guard (1...2).contains(bounds.count), let least = bounds[0],
          let most = bounds[bounds.count - 1], (1...40).contains(least), (least...40).contains(most)
        else { return nil }
        parts[parts.count - 1].least = least
        parts[parts.count - 1].most = most
      default: parts.append(Self.one([byte]))
      }
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts
  }

  /// Whether a number has this shape, its check digit included; small letters count as capitals.
  public func matches(_ number: String) -> Bool {
    let bytes = number.utf8.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
    guard Self.match(parts[...], bytes[...]) else { return false }
    switch check {
    case .none: return true
    case .s10: return Self.isS10(bytes)
    }
  }

  /// The check digit of eight digits (UPU S10); nil unless there are eight.
  public static func s10CheckDigit(of digits: some StringProtocol) -> Int? {
    let bytes = Array(digits.utf8)
    guard bytes.count == 8, bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    let weights = [8, 6, 4, 2, 3, 5, 9, 7]
    let sum = zip(bytes, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    let check = 11 - sum % 11
    return check == 10 ? 0 : check == 11 ? 5 : check
  }

  private static func isS10(_ bytes: [UInt8]) -> Bool {
    guard bytes.count == 13 else { return false }
    let digits = String(decoding: bytes[2..<10], as: UTF8.self)
    return s10CheckDigit(of: digits) == Int(bytes[10]) - 0x30
  }

  private static func match(_ parts: ArraySlice<Part>, _ bytes: ArraySlice<UInt8>) -> Bool {
    guard let part = parts.first else { return bytes.isEmpty }
    var run = 0
    while run < part.most, run < bytes.count,
      part.allowed.contains(bytes[bytes.startIndex + run])
    {
      run += 1
    }
    guard run >= part.least else { return false }
    for length in stride(from: run, through: part.least, by: -1)
    where match(parts.dropFirst(), bytes.dropFirst(length)) {
      return true
    }
    return false
  }

  private static let digits = Set(UInt8(ascii: "0")...UInt8(ascii: "9"))
  private static let letters = Set(UInt8(ascii: "A")...UInt8(ascii: "Z"))

  private static func one(_ set: Set<UInt8>) -> Part { Part(allowed: set, least: 1, most: 1) }

  private static func set(_ text: ArraySlice<UInt8>) -> Set<UInt8>? {
    var set: Set<UInt8> = []
    var rest = text
    while let low = rest.popFirst() {
      if rest.first == UInt8(ascii: "-"), let high = rest.dropFirst().first, high >= low {
        set.formUnion(low...high)
        rest = rest.dropFirst(2)
      } else {
        set.insert(low)
      }
    }
    return set.isEmpty ? nil : set
  }
}
