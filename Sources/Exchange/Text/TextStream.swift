/// A file as UTF-8 bytes, read ahead by one chunk: what has been used up is let go.
final class TextStream {
  /// How much is read at once.
  static let chunk = 65_536

  let name: String
  private var source: any ByteSource
  private var decoder: TextDecoder
  private(set) var buffer: [UInt8] = []
  /// Where the unread text begins in the buffer.
  private(set) var head = 0
  /// Whether the buffer holds all that is left.
  private(set) var isAtEnd = false
  /// The most the buffer ever held: what bounds the memory.
  private(set) var highWater = 0

  init(_ source: any ByteSource, encoding: TextEncoding) {
    name = source.name
    self.source = source
    decoder = TextDecoder(encoding, file: source.name)
  }

  var unread: Int { buffer.count - head }
  var encoding: TextEncoding { decoder.encoding }

  /// Reads on until there is more text; false if there is none.
  func fill() throws(ExchangeError) -> Bool {
    if head > 0 {
      buffer.removeSubrange(..<head)
      head = 0
    }
    let before = buffer.count
    while !isAtEnd, buffer.count == before {
      let bytes = try source.read(atMost: Self.chunk)
      isAtEnd = bytes.isEmpty
      try decoder.decode(bytes, isLast: isAtEnd, into: &buffer)
    }
    highWater = max(highWater, buffer.count)
    return buffer.count > before
  }

  /// Lets the next `count` bytes go.
  func drop(_ count: Int) {
    head += count
  }

  /// The next byte, which stays; nil at the end.
  func peek() throws(ExchangeError) -> UInt8? {
    if head == buffer.count {
      guard try fill() else { return nil }
    }
    return buffer[head]
  }
}
