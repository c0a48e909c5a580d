import CZlib

/// Bytes in the zlib format (RFC 1950), nil when memory is out.
///
/// Labels are many small bitmaps: a low level and a small hash table take a third of the time of zlib's
/// defaults and give a few percent more bytes.
func deflated(_ bytes: [UInt8]) -> [UInt8]? {
  var stream = z_stream()
  let size = Int32(MemoryLayout<z_stream>.size)
  guard
    deflateInit2_(
      &stream, 3, Z_DEFLATED, MAX_WBITS, 5, Z_DEFAULT_STRATEGY, ZLIB_VERSION, size) == Z_OK
  else { return nil }
  defer { deflateEnd(&stream) }
  let capacity = Int(deflateBound(&stream, uLong(bytes.count)))
  var input = bytes
  var isDone = false
  let packed = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
    input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = uInt(input.count)
      stream.next_out = output.baseAddress
      stream.avail_out = uInt(capacity)
      isDone = deflate(&stream, Z_FINISH) == Z_STREAM_END
    }
    count = isDone ? capacity - Int(stream.avail_out) : 0
  }
  return isDone ? packed : nil
}
