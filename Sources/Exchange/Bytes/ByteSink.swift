import Glibc

/// Where bytes go, in order.
public protocol ByteSink {
  /// Takes all of `bytes`.
  mutating func write(_ bytes: [UInt8]) throws(ExchangeError)
}

/// Bytes gathered in memory.
public struct MemorySink: ByteSink, Sendable {
  /// All that was written.
  public private(set) var bytes: [UInt8] = []

  /// Makes an empty sink.
  public init() {}

  /// Keeps `bytes` behind what was written before.
  public mutating func write(_ bytes: [UInt8]) {
    self.bytes += bytes
  }
}

/// A file on disk, made anew and closed with its last reference.
public final class FileSink: ByteSink {
  private let path: String
  private let descriptor: Int32

  /// Makes the file at `path`, readable by its owner and group; what was there is cut to nothing.
  public init(path: String) throws(ExchangeError) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw ExchangeError(.open, file: path, reason: systemReason()) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Writes all of `bytes`, in as many calls as the system needs.
  public func write(_ bytes: [UInt8]) throws(ExchangeError) {
    var done = 0
    while done < bytes.count {
      let wrote = bytes[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if wrote < 0, errno == EINTR { continue }
      guard wrote > 0 else { throw ExchangeError(.write, file: path, reason: systemReason()) }
      done += wrote
    }
  }
}
