/// The fields of an `application/x-www-form-urlencoded` body, in their order.
public struct FormBody: Hashable, Sendable {
  /// Names and values.
  public var fields: [(name: String, value: String)]

  /// Makes a body.
  public init(_ fields: [(name: String, value: String)]) {
    self.fields = fields
  }

  /// Reads a body; what is not well encoded is taken as it stands.
  public init(parsing text: String) {
    fields = text.split(separator: "&").map { pair in
      let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (
        Self.decode(parts[0], plusIsBlank: true),
        parts.count > 1 ? Self.decode(parts[1], plusIsBlank: true) : ""
      )
    }
  }

  /// The value of a field; nil when it is not there.
  public subscript(name: String) -> String? {
    fields.first { $0.name == name }?.value
  }

  /// The body as it is sent: everything but letters, digits and `-_.~` as percent escapes of UTF-8.
  public var encoded: String {
    fields.map { "\(Self.encode($0.name))=\(Self.encode($0.value))" }.joined(separator: "&")
  }

  /// Compares names and values in their order.
  public static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.fields.elementsEqual(rhs.fields) { $0 == $1 }
  }

  /// Hashes names and values in their order.
  public func hash(into hasher: inout Hasher) {
    for field in fields {
      hasher.combine(field.name)
      hasher.combine(field.value)
    }
  }

  /// Percent-encodes a text (RFC 3986, section 2.1).
  public static func encode(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
      default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Undoes percent escapes; a `%` that begins none stays.
  public static func decode(_ text: some StringProtocol, plusIsBlank: Bool) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x2B && plusIsBlank {
        bytes.append(0x20)
      } else if byte == 0x25, let high = rest.first.flatMap(nibble),
        let low = rest.dropFirst().first.flatMap(nibble)
      {
        rest = rest.dropFirst(2)
        bytes.append(high << 4 | low)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
