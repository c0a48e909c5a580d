import CTerminal

/// Turns what a terminal of GBK or GB18030 sends into UTF-8, before keys and scans are read.
///
/// Pure, and byte by byte: a character torn over two reads is put together. What no character
/// begins with is dropped; a half one before a control character is given up, so that Enter is
/// never swallowed.
public struct GBDecoder: Sendable {
  private var held: [UInt8] = []

  /// Makes a decoder with nothing half read.
  public init() {}

  /// Takes bytes as they arrived and gives them as UTF-8.
  public mutating func feed(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    for byte in bytes { take(byte, &result) }
    return result
  }

  private mutating func take(_ byte: UInt8, _ result: inout [UInt8]) {
    if byte < 0x20 || (held.isEmpty && byte < 0x80) {
      held = []
      result.append(byte)
      return
    }
    held.append(byte)
    switch held.count {
    case 1:
      if byte == 0x80 || byte == 0xFF { held = [] }
    case 2 where (0x30...0x39).contains(byte), 3: break
    default:
      let scalar = ct_gb_decode(held, Int32(held.count))
      held = []
      guard let scalar = Unicode.Scalar(scalar), scalar.value > 0 else { return }
      result += Array(String(Character(scalar)).utf8)
    }
  }
}
