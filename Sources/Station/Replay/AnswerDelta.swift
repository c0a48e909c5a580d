/// How a text follows from an earlier one: stretches of it, and what is new.
///
/// Common ends are found byte by byte; between them, stretches of the base are found by blocks of
/// 16 bytes. O(n) in both lengths. `applied(to:)` is the inverse of making it.
struct AnswerDelta: Codable, Equatable {
  /// A part of the new text.
  enum Part: Equatable {
    /// A stretch of the base: where it begins and its length in bytes.
    case copy(Int, Int)
    /// Bytes of the text's own.
    case new([UInt8])
  }

  private(set) var parts: [Part] = []

  private static let block = 16

  init(from base: [UInt8], to text: [UInt8]) {
    var head = 0
    let least = min(base.count, text.count)
    while head < least, base[head] == text[head] { head += 1 }
    while head > 0, head < text.count, Self.continues(text[head]) { head -= 1 }
    var tail = 0
    while tail < least - head, base[base.count - 1 - tail] == text[text.count - 1 - tail] {
      tail += 1
    }
    while tail > 0, Self.continues(text[text.count - tail]) { tail -= 1 }
    copy(0, head)
    between(base, text, head, text.count - tail)
    copy(base.count - tail, tail)
  }

  /// The new text; nil when the base is not the one it was made from.
  func applied(to base: [UInt8]) -> [UInt8]? {
    var text: [UInt8] = []
    for part in parts {
      switch part {
      case .copy(let from, let count):
        guard from >= 0, count >= 0, from <= base.count - count else { return nil }
        text += base[from..<from + count]
      case .new(let bytes): text += bytes
      }
    }
    return text
  }

  private mutating func between(_ base: [UInt8], _ text: [UInt8], _ from: Int, _ to: Int) {
    var fresh = from
    var place = from
    guard to - from >= 2 * Self.block else { return add(Array(text[from..<to])) }
    var blocks: [ArraySlice<UInt8>: Int] = [:]
    for start in stride(from: 0, through: base.count - Self.block, by: Self.block) {
      blocks[base[start..<start + Self.block]] = start
    }
    while place + Self.block <= to {
      guard let found = blocks[text[place..<place + Self.block]] else {
        place += 1
        continue
      }
      var (start, begin) = (found, place)
      while begin > fresh, start > 0, base[start - 1] == text[begin - 1] {
        start -= 1
        begin -= 1
      }
      var count = place - begin + Self.block
      while begin + count < to, start + count < base.count,
        base[start + count] == text[begin + count]
      {
        count += 1
      }
      // A character of several bytes stays whole, because the journal is text.
      while count > 0, Self.continues(text[begin]) {
        begin += 1
        start += 1
        count -= 1
      }
      while count > 0, begin + count < text.count, Self.continues(text[begin + count]) {
        count -= 1
      }
      guard count >= Self.block / 2 else {
        place += 1
        continue
      }
      add(Array(text[fresh..<begin]))
      copy(start, count)
      fresh = begin + count
      place = max(fresh, place + 1)
    }
    add(Array(text[fresh..<to]))
  }

  private static func continues(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  private mutating func copy(_ from: Int, _ count: Int) {
    if count > 0 { parts.append(.copy(from, count)) }
  }

  private mutating func add(_ bytes: [UInt8]) {
    if !bytes.isEmpty { parts.append(.new(bytes)) }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for part in parts {
      switch part {
      case .copy(let from, let count):
        try container.encode(from)
        try container.encode(count)
      case .new(let bytes): try container.encode(String(decoding: bytes, as: UTF8.self))
      }
    }
  }

  init(from decoder: any Decoder) throws {
    var container = try decoder.unkeyedContainer()
    while !container.isAtEnd {
      if let text = try? container.decode(String.self) {
        parts.append(.new(Array(text.utf8)))
      } else {
        parts.append(.copy(try container.decode(Int.self), try container.decode(Int.self)))
      }
    }
  }
}
