/// Where bytes come from, a chunk at a time.
///
/// A read gives at least one byte and at most as many as asked for; none means the end, and the end
/// stays the end.
public protocol ByteSource {
  /// The name problems are reported under, such as `orders.csv`.
  var name: String { get }

  /// Gives up to `count` further bytes; empty at the end.
  mutating func read(atMost count: Int) throws(ExchangeError) -> [UInt8]
}

/// Bytes in memory, handed out in chunks.
public struct MemorySource: ByteSource, Sendable {
  /// The name problems are reported under.
  public let name: String
  private var rest: ArraySlice<UInt8>

  /// Makes a source of `bytes` under `name`.
  public init(_ bytes: some Sequence<UInt8>, name: String) {
    self.name = name
    rest = Array(bytes)[...]
  }

  /// Gives up to `count` further bytes; empty at the end.
  public mutating func read(atMost count: Int) -> [UInt8] {
    let chunk = Array(rest.prefix(count))
    rest = rest.dropFirst(count)
    return chunk
  }
}
