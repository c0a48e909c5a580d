/// Turns the raw bytes of a file into UTF-8, finding the encoding on the way.
struct TextDecoder {
  /// How many bytes from the first that is not ASCII are looked at before the encoding is settled.
  static let window = 65_536

  private enum Phase {
    /// The byte order mark may still come.
    case start
    /// All was ASCII so far.
    case ascii
    /// Text that is not all ASCII is gathered to settle the encoding.
    case gathering
    /// The text is UTF-8.
    case utf8(UTF8Converter)
    /// The text is in another encoding.
    case converting(SystemConverter)
  }

  private let file: String
  private var phase = Phase.start
  private var pending: [UInt8] = []
  /// The encoding in use; automatic until it is settled.
  private(set) var encoding: TextEncoding

  init(_ encoding: TextEncoding, file: String) {
    self.encoding = encoding
    self.file = file
  }

  /// Adds the text of `bytes` to `output`, as far as it is settled; all of it if `isLast`.
  mutating func decode(
    _ bytes: [UInt8], isLast: Bool, into output: inout [UInt8]
  ) throws(ExchangeError) {
    pending += bytes
    if case .start = phase {
      guard pending.count >= 3 || isLast else { return }
      try begin()
    }
    if case .ascii = phase {
      let end = pending.firstIndex { $0 >= 0x80 } ?? pending.count
      output += pending[..<end]
      pending.removeSubrange(..<end)
      if !pending.isEmpty { phase = .gathering }
    }
    if case .gathering = phase, pending.count >= Self.window || isLast {
      try settle(.detected(in: pending.prefix(Self.window)))
    }
    switch phase {
    case .start, .ascii, .gathering: return
    case .utf8(var converter):
      converter.convert(pending[...], isLast: isLast, into: &output)
      phase = .utf8(converter)
    case .converting(let converter):
      converter.convert(pending[...], isLast: isLast, into: &output)
    }
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func begin() throws(ExchangeError) {
    phase = .ascii
    if let mark = TextEncoding.announced(by: pending),
      encoding == .automatic || encoding == mark.encoding
    {
      pending.removeFirst(mark.length)
      try settle(mark.encoding)
    } else if encoding != .automatic {
      try settle(encoding)
    }
  }

  private mutating func settle(_ encoding: TextEncoding) throws(ExchangeError) {
    self.encoding = encoding
    if let name = encoding.systemName {
      phase = .converting(try SystemConverter(from: name, file: file))
    } else {
      phase = .utf8(UTF8Converter())
    }
  }
}
