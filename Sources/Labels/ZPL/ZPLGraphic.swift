/// A bitmap as a `^GFA` graphic field in the compressed `:Z64:` form of the ZPL II guide.
enum ZPLGraphic {
  /// The command, without origin and field separator.
  static func field(_ bitmap: Bitmap, name: String) throws(LabelError) -> String {
    let total = bitmap.bytes.count
    guard let packed = deflated(bitmap.bytes) else {
      throw LabelError(.drawing, element: name, "zlib could not compress the graphic")
    }
    let text = base64(packed)
    let check = ZPLField.hexadecimal(checksum(text), digits: 4)
    return "^GFA,\(total),\(total),\(bitmap.bytesPerRow),:Z64:"
      + String(decoding: text, as: UTF8.self) + ":\(check)"
  }

  /// CRC-16/XMODEM (polynomial 0x1021, from 0) over the base64 text, as `:Z64:` ends.
  static func checksum(_ bytes: some Sequence<UInt8>) -> UInt16 {
    bytes.reduce(0) { crc, byte in
      crc << 8 ^ remainders[Int(crc >> 8 ^ UInt16(byte))]
    }
  }

  /// What each byte leaves when it is divided by the polynomial.
  private static let remainders: [UInt16] = (0..<256).map { byte in
    (0..<8).reduce(UInt16(byte) << 8) { crc, _ in
      crc & 0x8000 != 0 ? crc << 1 ^ 0x1021 : crc << 1
    }
  }

  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// RFC 4648 base64 with padding.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let count = (bytes.count + 2) / 3 * 4
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
      alphabet.withUnsafeBufferPointer { alphabet in
        bytes.withUnsafeBufferPointer { bytes in
          var place = 0
          for start in stride(from: 0, to: bytes.count, by: 3) {
            let left = bytes.count - start
            let second = left > 1 ? UInt32(bytes[start + 1]) : 0
            let third = left > 2 ? UInt32(bytes[start + 2]) : 0
            let bits = UInt32(bytes[start]) << 16 | second << 8 | third
            let padding = UInt8(ascii: "=")
            buffer[place] = alphabet[Int(bits >> 18)]
            buffer[place + 1] = alphabet[Int(bits >> 12 & 63)]
            buffer[place + 2] = left > 1 ? alphabet[Int(bits >> 6 & 63)] : padding
            buffer[place + 3] = left > 2 ? alphabet[Int(bits & 63)] : padding
            place += 4
          }
        }
      }
      written = count
    }
  }
}
