import CZlib

/// The bytes a zlib stream (RFC 1950) holds, nil when it is damaged or is not exactly `count` bytes.
func inflated(_ bytes: [UInt8], count: Int) -> [UInt8]? {
  var length = uLongf(count)
  let result = [UInt8](unsafeUninitializedCapacity: count) { buffer, written in
    let isWhole = uncompress(buffer.baseAddress, &length, bytes, uLong(bytes.count)) == Z_OK
    written = isWhole ? Int(length) : 0
  }
  return result.count == count ? result : nil
}
