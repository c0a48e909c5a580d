import CZlib

/// A bitmap as a `^GFA` graphic field in the compressed `:Z64:` form of the ZPL II guide.
enum ZPLGraphic {
  /// The command, without origin and field separator.
  static func field(_ bitmap: Bitmap, name: String) throws(LabelError) -> String {
    let total = bitmap.bytes.count
    guard let packed = deflated(bitmap.bytes) else {
      throw LabelError(.drawing, element: name, "zlib could not compress the graphic")
    }
    let text = base64(packed)
    let check = ZPLField.hexadecimal(checksum(text.utf8), digits: 4)
    return "^GFA,\(total),\(total),\(bitmap.bytesPerRow),:Z64:\(text):\(check)"
  }

  /// CRC-16/XMODEM (polynomial 0x1021, from 0) over the base64 text, as `:Z64:` ends.
  static func checksum(_ bytes: some Sequence<UInt8>) -> UInt16 {
    var crc: UInt16 = 0
    for byte in bytes {
      crc ^= UInt16(byte) << 8
      for _ in 0..<8 { crc = crc & 0x8000 != 0 ? crc << 1 ^ 0x1021 : crc << 1 }
    }
    return crc
  }

  /// RFC 4648 base64 with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = (0..<3).map { start + $0 < bytes.count ? UInt32(bytes[start + $0]) : 0 }
      let bits = group[0] << 16 | group[1] << 8 | group[2]
      for place in 0..<4 {
        let present = place <= min(3, bytes.count - start)
        result.append(
          present ? alphabet[Int(bits >> UInt32(18 - 6 * place)) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Bytes in the zlib format (RFC 1950), nil when memory is out.
func deflated(_ bytes: [UInt8]) -> [UInt8]? {
  var size = compressBound(uLong(bytes.count))
  var result: Int32 = Z_OK
  let packed = [UInt8](unsafeUninitializedCapacity: Int(size)) { buffer, count in
    result = compress2(buffer.baseAddress, &size, bytes, uLong(bytes.count), Z_DEFAULT_COMPRESSION)
    count = result == Z_OK ? Int(size) : 0
  }
  return result == Z_OK ? packed : nil
}
