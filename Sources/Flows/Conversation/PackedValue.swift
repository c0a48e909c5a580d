/// A value as saved conversations are made of: names and texts once, numbers as short as they are.
///
/// A tag a value; a text of up to 64 bytes that came before is a number that counts texts from the
/// first, and a record whose names came before in their order is a number with its values. A pick
/// list in hand takes less than half of the room it takes as JSON.
///
/// Tags: 0 nothing, 1 no, 2 yes, 3 a number, 4 a real number, 5 a new text, 6 a known text, 7 a
/// list, 8 a record with its names as texts (read only: version 2 of conversations), 9 a record
/// with new names, 10 one with known ones, 16 to 63 the first 48 kinds of these, 64 to 127 the
/// numbers 0 to 63, 128 to 255 the first 128 known texts.
enum PackedValue: Sendable {
  case null
  case bool(Bool)
  case int(Int64)
  case double(Double)
  case string(String)
  case array([PackedValue])
  case map([(key: String, value: PackedValue)])
}

/// Writes values as bytes.
struct PackedWriter {
  private(set) var bytes: [UInt8] = []
  private var known: [String: Int] = [:]
  private var names = PackedNames.numbers
  private var kinds: [[String]: Int] = [:]

  mutating func write(_ value: PackedValue) {
    switch value {
    case .null: bytes.append(0)
    case .bool(let flag): bytes.append(flag ? 2 : 1)
    case .int(let number) where (0..<64).contains(number): bytes.append(64 + UInt8(number))
    case .int(let number):
      bytes.append(3)
      write(number: UInt64(bitPattern: number << 1 ^ number >> 63))
    case .double(let number):
      bytes.append(4)
      for shift in stride(from: 0, to: 64, by: 8) {
        bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(shift)))
      }
    case .string(let text): write(text: text)
    case .array(let values):
      bytes.append(7)
      write(number: UInt64(values.count))
      for value in values { write(value) }
    case .map(let members):
      write(kind: members.map(\.key))
      for member in members { write(member.value) }
    }
  }

  private mutating func write(kind keys: [String]) {
    guard let kind = kinds[keys] else {
      kinds[keys] = kinds.count
      bytes.append(9)
      write(number: UInt64(keys.count))
      for key in keys { write(name: key) }
      return
    }
    guard kind >= 48 else { return bytes.append(16 + UInt8(kind)) }
    bytes.append(10)
    write(number: UInt64(kind))
  }

  /// A name is a number; the one that none has yet is a new name's.
  private mutating func write(name: String) {
    if let number = names[name] { return write(number: UInt64(number)) }
    write(number: UInt64(names.count))
    write(number: UInt64(name.utf8.count))
    bytes.append(contentsOf: name.utf8)
    names[name] = names.count
  }

  private mutating func write(text: String) {
    if let place = known[text] {
      if place < 128 { return bytes.append(128 + UInt8(place)) }
      bytes.append(6)
      return write(number: UInt64(place))
    }
    bytes.append(5)
    write(number: UInt64(text.utf8.count))
    bytes.append(contentsOf: text.utf8)
    if text.utf8.count <= 64 { known[text] = known.count }
  }

  private mutating func write(number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }
}

/// Reads bytes as values; anything that is none is nil, never a trap.
struct PackedReader {
  private let bytes: [UInt8]
  private var place = 0
  private var known: [String] = []
  private var names = PackedNames.all
  private var kinds: [[String]] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The one value the bytes are.
  static func value(of bytes: [UInt8]) -> PackedValue? {
    var reader = PackedReader(bytes)
    guard let value = reader.value(depth: 0), reader.place == bytes.count else { return nil }
    return value
  }

  private mutating func value(depth: Int) -> PackedValue? {
    guard depth < 200, let tag = byte() else { return nil }
    switch tag {
    case 0: return .null
    case 1: return .bool(false)
    case 2: return .bool(true)
    case 3: return number().map { .int(Int64(bitPattern: $0 >> 1) ^ -Int64(bitPattern: $0 & 1)) }
    case 4:
      var pattern: UInt64 = 0
      for shift in stride(from: 0, to: 64, by: 8) {
        guard let next = byte() else { return nil }
        pattern |= UInt64(next) << UInt64(shift)
      }
      return .double(Double(bitPattern: pattern))
    case 5, 6: return text(tag).map { .string($0) }
    case 7:
      guard let count = count() else { return nil }
      var values: [PackedValue] = []
      for _ in 0..<count {
        guard let value = value(depth: depth + 1) else { return nil }
        values.append(value)
      }
      return .array(values)
    case 8:
      guard let count = count() else { return nil }
      var members: [(key: String, value: PackedValue)] = []
      for _ in 0..<count {
        guard let tag = byte(), let key = text(tag), let value = value(depth: depth + 1) else {
          return nil
        }
        members.append((key, value))
      }
      return .map(members)
    case 9:
      guard let count = count() else { return nil }
      var keys: [String] = []
      for _ in 0..<count {
        guard let name = name() else { return nil }
        keys.append(name)
      }
      kinds.append(keys)
      return record(keys, depth: depth)
    case 10: return number().flatMap { record(kind: $0, depth: depth) }
    case 16..<64: return record(kind: UInt64(tag - 16), depth: depth)
    case 64..<128: return .int(Int64(tag - 64))
    case 128...: return tag - 128 < known.count ? .string(known[Int(tag - 128)]) : nil
    default: return nil
    }
  }

  private mutating func record(kind: UInt64, depth: Int) -> PackedValue? {
    kind < UInt64(kinds.count) ? record(kinds[Int(kind)], depth: depth) : nil
  }

  private mutating func record(_ keys: [String], depth: Int) -> PackedValue? {
    var members: [(key: String, value: PackedValue)] = []
    for key in keys {
      guard let value = value(depth: depth + 1) else { return nil }
      members.append((key, value))
    }
    return .map(members)
  }

  private mutating func name() -> String? {
    guard let number = number(), number <= UInt64(names.count) else { return nil }
    if number < UInt64(names.count) { return names[Int(number)] }
    guard let name = characters() else { return nil }
    names.append(name)
    return name
  }

  private mutating func text(_ tag: UInt8) -> String? {
    if tag == 6 {
      guard let number = number(), number < UInt64(known.count) else { return nil }
      return known[Int(number)]
    }
    guard tag == 5, let text = characters() else { return nil }
    if text.utf8.count <= 64 { known.append(text) }
    return text
  }

  private mutating func characters() -> String? {
    guard let count = count() else { return nil }
    let end = place + count
    guard let text = String(validating: bytes[place..<end], as: UTF8.self) else { return nil }
    place = end
    return text
  }

  /// A count of things of which each takes a byte at least.
  private mutating func count() -> Int? {
    guard let number = number(), number <= UInt64(bytes.count - place) else { return nil }
    return Int(number)
  }

  private mutating func number() -> UInt64? {
    var result: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      guard let next = byte() else { return nil }
      result |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return result }
    }
    return nil
  }

  private mutating func byte() -> UInt8? {
    guard place < bytes.count else { return nil }
    defer { place += 1 }
    return bytes[place]
  }
}
