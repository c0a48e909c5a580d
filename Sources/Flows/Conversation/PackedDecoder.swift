/// Decodes values from `PackedValue`s.
struct PackedDecoder: Decoder {
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  let value: PackedValue

  /// The value that bytes hold.
  static func value<T: Decodable>(_ type: T.Type, from bytes: [UInt8]) throws -> T {
    guard let packed = PackedReader.value(of: bytes) else { throw wrong("packed bytes") }
    return try unpacked(type, packed)
  }

  static func unpacked<T: Decodable>(_ type: T.Type, _ value: PackedValue) throws -> T {
    if case .string(let text) = value, let text = text as? T { return text }
    return try T(from: PackedDecoder(value: value))
  }

  static func wrong(_ expected: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "expected \(expected)"))
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .map(let members) = value else { throw Self.wrong("members") }
    return KeyedDecodingContainer(Keyed(members))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    switch value {
    case .array(let values): return Unkeyed(values)
    // An empty container may never have said which kind it is.
    case .map(let members) where members.isEmpty: return Unkeyed([])
    case .null, .bool, .int, .double, .string, .map: throw Self.wrong("a list")
    }
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { Single(value: value) }

  private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let codingPath: [any CodingKey] = []
    private let members: [String: PackedValue]

    init(_ members: [(key: String, value: PackedValue)]) {
      self.members = Dictionary(members.map { ($0.key, $0.value) }) { $1 }
    }

    var allKeys: [Key] { members.keys.compactMap { Key(stringValue: $0) } }
    func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }

    private func member(_ key: any CodingKey) throws -> PackedValue {
      guard let value = members[key.stringValue] else {
        throw DecodingError.keyNotFound(
          key, .init(codingPath: [], debugDescription: "expected \(key.stringValue)"))
      }
      return value
    }

    func decodeNil(forKey key: Key) throws -> Bool {
      if case .null = try member(key) { true } else { false }
    }

    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
      try PackedDecoder.unpacked(type, try member(key))
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
      try PackedDecoder(value: member(key)).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
      try PackedDecoder(value: member(key)).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
      PackedDecoder(value: try member(PackedKey("super")))
    }

    func superDecoder(forKey key: Key) throws -> any Decoder {
      PackedDecoder(value: try member(key))
    }
  }

  private struct Unkeyed: UnkeyedDecodingContainer {
    let codingPath: [any CodingKey] = []
    private let values: [PackedValue]
    private(set) var currentIndex = 0

    init(_ values: [PackedValue]) {
      self.values = values
    }

    var count: Int? { values.count }
    var isAtEnd: Bool { currentIndex >= values.count }

    private mutating func next() throws -> PackedValue {
      guard !isAtEnd else { throw PackedDecoder.wrong("one more") }
      defer { currentIndex += 1 }
      return values[currentIndex]
    }

    mutating func decodeNil() throws -> Bool {
      guard !isAtEnd else { throw PackedDecoder.wrong("one more") }
      guard case .null = values[currentIndex] else { return false }
      currentIndex += 1
      return true
    }

    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
      try PackedDecoder.unpacked(type, try next())
    }

    mutating func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
      try PackedDecoder(value: try next()).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
      try PackedDecoder(value: try next()).unkeyedContainer()
    }

    mutating func superDecoder() throws -> any Decoder { PackedDecoder(value: try next()) }
  }

  private struct Single: SingleValueDecodingContainer {
    let codingPath: [any CodingKey] = []
    let value: PackedValue

    private func integer<T: FixedWidthInteger>() throws -> T {
      guard case .int(let number) = value, let result = T(exactly: number) else {
        throw PackedDecoder.wrong("a whole number")
      }
      return result
    }

    private func number() throws -> Double {
      switch value {
      case .double(let number): return number
      case .int(let number): return Double(number)
      case .null, .bool, .string, .array, .map: throw PackedDecoder.wrong("a number")
      }
    }

    func decodeNil() -> Bool { if case .null = value { true } else { false } }
    func decode(_ type: Bool.Type) throws -> Bool {
      guard case .bool(let flag) = value else { throw PackedDecoder.wrong("yes or no") }
      return flag
    }
    func decode(_ type: String.Type) throws -> String {
      guard case .string(let text) = value else { throw PackedDecoder.wrong("a text") }
      return text
    }
    func decode(_ type: Double.Type) throws -> Double { try number() }
    func decode(_ type: Float.Type) throws -> Float { Float(try number()) }
    func decode(_ type: Int.Type) throws -> Int { try integer() }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
    func decode(_ type: UInt.Type) throws -> UInt { try integer() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }
    func decode<T: Decodable>(_ type: T.Type) throws -> T {
      try PackedDecoder.unpacked(type, value)
    }
  }
}
