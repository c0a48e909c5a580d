import Warehouse

/// Encodes values as `PackedValue`s; members keep the order they are written in.
final class PackedEncoder: Encoder {
  let codingPath: [any CodingKey] = []
  let userInfo: [CodingUserInfoKey: Any] = [:]
  private enum Content {
    case nothing
    case single(PackedValue)
    case list(PackedList)
    case members(PackedMembers)
  }
  private var content = Content.nothing

  /// The bytes of a value.
  static func bytes(of value: some Encodable) throws -> [UInt8] {
    var writer = PackedWriter()
    writer.write(try packed(value))
    return writer.bytes
  }

  static func packed<T: Encodable>(_ value: T) throws -> PackedValue {
    if T.self == String.self, let text = value as? String { return .string(text) }
    if T.self == [Product].self, let goods = value as? [Product] {
      return try PackedMemo.packed(goods)
    }
    if T.self == [Bin].self, let bins = value as? [Bin] { return try PackedMemo.packed(bins) }
    if T.self == Site.self, let site = value as? Site { return try PackedMemo.packed(site) }
    return try packedAnew(value)
  }

  static func packedAnew(_ value: some Encodable) throws -> PackedValue {
    let encoder = PackedEncoder()
    try value.encode(to: encoder)
    return encoder.value
  }

  var value: PackedValue {
    switch content {
    case .nothing: .map([])
    case .single(let value): value
    case .list(let list): .array(list.values.map(\.value))
    case .members(let members): .map(members.members.map { ($0.key, $0.part.value) })
    }
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    if case .members(let members) = content { return KeyedEncodingContainer(Keyed(members)) }
    let members = PackedMembers()
    content = .members(members)
    return KeyedEncodingContainer(Keyed(members))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    let list = PackedList()
    content = .list(list)
    return Unkeyed(list)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { Single(self) }

  /// What a container holds: a value, or a container that is asked only at the end.
  enum PackedPart {
    case whole(PackedValue)
    case open(PackedEncoder)

    var value: PackedValue {
      switch self {
      case .whole(let value): value
      case .open(let encoder): encoder.value
      }
    }
  }

  /// What a list holds.
  final class PackedList {
    var values: [PackedPart] = []
  }

  /// What a map holds.
  final class PackedMembers {
    var members: [(key: String, part: PackedPart)] = []
  }

  private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let members: PackedMembers
    let codingPath: [any CodingKey] = []

    init(_ members: PackedMembers) {
      self.members = members
    }

    private func add(_ value: PackedValue, _ key: Key) {
      members.members.append((key.stringValue, .whole(value)))
    }

    private func nest(_ key: any CodingKey) -> PackedEncoder {
      let encoder = PackedEncoder()
      members.members.append((key.stringValue, .open(encoder)))
      return encoder
    }

    func encodeNil(forKey key: Key) { add(.null, key) }
    func encode(_ value: Bool, forKey key: Key) { add(.bool(value), key) }
    func encode(_ value: Int, forKey key: Key) { add(.int(Int64(value)), key) }
    func encode(_ value: String, forKey key: Key) { add(.string(value), key) }
    func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
      add(try PackedEncoder.packed(value), key)
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { nest(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
      nest(key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { nest(PackedKey("super")) }
    func superEncoder(forKey key: Key) -> any Encoder { nest(key) }
  }

  private struct Unkeyed: UnkeyedEncodingContainer {
    let list: PackedList
    let codingPath: [any CodingKey] = []
    var count: Int { list.values.count }

    init(_ list: PackedList) {
      self.list = list
    }

    private func nest() -> PackedEncoder {
      let encoder = PackedEncoder()
      list.values.append(.open(encoder))
      return encoder
    }

    func encodeNil() { list.values.append(.whole(.null)) }
    func encode<T: Encodable>(_ value: T) throws {
      list.values.append(.whole(try PackedEncoder.packed(value)))
    }

    func nestedContainer<Nested: CodingKey>(
      keyedBy type: Nested.Type
    ) -> KeyedEncodingContainer<Nested> { nest().container(keyedBy: type) }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { nest().unkeyedContainer() }
    func superEncoder() -> any Encoder { nest() }
  }

  private struct Single: SingleValueEncodingContainer {
    let encoder: PackedEncoder
    let codingPath: [any CodingKey] = []

    init(_ encoder: PackedEncoder) {
      self.encoder = encoder
    }

    private func put(_ value: PackedValue) { encoder.content = .single(value) }
    private func put(integer value: some BinaryInteger) throws {
      guard let number = Int64(exactly: value) else {
        throw EncodingError.invalidValue(
          value, .init(codingPath: [], debugDescription: "a number beyond 64 bits"))
      }
      put(.int(number))
    }

    func encodeNil() { put(.null) }
    func encode(_ value: Bool) { put(.bool(value)) }
    func encode(_ value: String) { put(.string(value)) }
    func encode(_ value: Double) { put(.double(value)) }
    func encode(_ value: Float) { put(.double(Double(value))) }
    func encode(_ value: Int) throws { try put(integer: value) }
    func encode(_ value: Int8) throws { try put(integer: value) }
    func encode(_ value: Int16) throws { try put(integer: value) }
    func encode(_ value: Int32) throws { try put(integer: value) }
    func encode(_ value: Int64) throws { try put(integer: value) }
    func encode(_ value: UInt) throws { try put(integer: value) }
    func encode(_ value: UInt8) throws { try put(integer: value) }
    func encode(_ value: UInt16) throws { try put(integer: value) }
    func encode(_ value: UInt32) throws { try put(integer: value) }
    func encode(_ value: UInt64) throws { try put(integer: value) }
    func encode<T: Encodable>(_ value: T) throws { put(try PackedEncoder.packed(value)) }
  }
}

/// A key by its name or its place.
struct PackedKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(_ name: String) {
    stringValue = name
    intValue = nil
  }

  init?(stringValue: String) { self.init(stringValue) }

  init?(intValue: Int) {
    stringValue = String(intValue)
    self.intValue = intValue
  }
}
