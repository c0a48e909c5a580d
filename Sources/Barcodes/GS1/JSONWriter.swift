/// Writes one JSON object on one line, member by member.
struct JSONWriter {
  private(set) var bytes: [UInt8]
  private var needsComma = false

  /// Begins an object behind what `bytes` has.
  init(appendingTo bytes: [UInt8] = []) {
    self.bytes = bytes
    if self.bytes.isEmpty { self.bytes.reserveCapacity(512) }
    open(UInt8(ascii: "{"))
  }

  mutating func open(_ bracket: UInt8) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    bytes.append(bracket)
    needsComma = false
  }

  mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  mutating func key(_ name: StaticString) {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  mutating func member(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    key(name)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 { append(escaping: byte) }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    raw(value ? "true" : "false")
  }

  mutating func member(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    key(name)
    bytes.append(decimal: value)
    needsComma = true
  }

  mutating func member(_ name: StaticString, _ value: ScannedDecimal?) {
    guard let value else { return }
    key(name)
    value.append(to: &bytes)
    needsComma = true
  }

  mutating func member(_ name: StaticString, _ value: GS1Date?) {
    guard let value else { return }
    key(name)
    bytes.append(UInt8(ascii: "\""))
    value.append(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  mutating func member(_ name: StaticString, _ code: AICode) {
    key(name)
    bytes.append(UInt8(ascii: "\""))
    code.append(to: &bytes)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// A member of GS1 data, which need no escape but for `"`.
  mutating func member(_ name: StaticString, _ text: Span<UInt8>) {
    key(name)
    quoted(text)
  }

  /// A number or a word, as it is.
  private mutating func raw(_ text: String) {
    bytes += text.utf8
    needsComma = true
  }

  /// A string of UTF-8 with the escapes of RFC 8259.
  mutating func quoted(_ text: Span<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    if JSONWriter.needsNoEscape(text) {
      text.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    } else {
      for index in text.indices { append(escaping: text[index]) }
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  private static func needsNoEscape(_ text: Span<UInt8>) -> Bool {
    for index in text.indices {
      let byte = text[index]
      if byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        return false
      }
    }
    return true
  }

  /// Element strings with `^` for FNC1, behind an item number if there is one.
  mutating func member(_ name: StaticString, elements: Span<UInt8>, behind item: [UInt8]) {
    key(name)
    bytes.append(UInt8(ascii: "\""))
    bytes += item
    if !elements.isEmpty {
      if !item.isEmpty { bytes.append(UInt8(ascii: "|")) }
      bytes.append(UInt8(ascii: "^"))
    }
    for index in elements.indices {
      let byte = elements[index]
      append(escaping: byte == Byte.groupSeparator ? UInt8(ascii: "^") : byte)
    }
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  @inline(__always)
  private mutating func append(escaping byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      bytes.append(UInt8(ascii: "\\"))
      bytes.append(byte)
    case 0..<0x20, 0x7F:
      bytes += "\\u00".utf8
      for nibble in [byte >> 4, byte & 15] {
        bytes.append(nibble < 10 ? 0x30 + nibble : 0x61 + nibble - 10)
      }
    default: bytes.append(byte)
    }
  }
}
