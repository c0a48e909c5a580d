import CZlib

/// Writes a bitmap as PNG (ISO/IEC 15948): gray, 1 bit a dot, with `pHYs` so that it prints in size.
enum PNGEncoder {
  /// The file, nil when memory is out.
  static func encode(_ bitmap: Bitmap, dotsPerMillimeter: Double) -> [UInt8]? {
    var rows: [UInt8] = []
    rows.reserveCapacity((bitmap.bytesPerRow + 1) * bitmap.height)
    for y in 0..<bitmap.height {
      rows.append(0)  // no filter
      // PNG's 1 is white.
      rows += bitmap.bytes[y * bitmap.bytesPerRow..<(y + 1) * bitmap.bytesPerRow].map(~)
    }
    guard let data = deflated(rows) else { return nil }
    let dotsPerMeter = bigEndian(UInt32((dotsPerMillimeter * 1000).rounded()))
    let header = bigEndian(UInt32(bitmap.width)) + bigEndian(UInt32(bitmap.height))
    return [0x89] + Array("PNG\r\n\u{1A}\n".utf8)
      + chunk("IHDR", header + [1, 0, 0, 0, 0])
      + chunk("pHYs", dotsPerMeter + dotsPerMeter + [1])
      + chunk("IDAT", data)
      + chunk("IEND", [])
  }

  private static func chunk(_ kind: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(kind.utf8) + data
    let check = crc32(0, body, uInt(body.count))
    return bigEndian(UInt32(data.count)) + body + bigEndian(UInt32(check))
  }

  private static func bigEndian(_ value: UInt32) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
