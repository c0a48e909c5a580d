import Glibc

/// A file on disk or a pipe, read from its beginning and closed with its last reference.
public final class FileSource: ByteSource {
  /// The last part of the path.
  public let name: String
  private let descriptor: Int32

  /// Opens the file at `path`, or takes standard input for `-`.
  public init(path: String) throws(ExchangeError) {
    name = path.split(separator: "/").last.map(String.init) ?? path
    guard path != "-" else {
      descriptor = STDIN_FILENO
      return
    }
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ExchangeError(.open, file: path, reason: systemReason()) }
  }

  deinit {
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  /// Gives up to `count` further bytes; empty at the end.
  public func read(atMost count: Int) throws(ExchangeError) -> [UInt8] {
    var failed = false
    let chunk = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      var got = -1
      repeat {
        got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      } while got < 0 && errno == EINTR
      failed = got < 0
      filled = max(got, 0)
    }
    if failed { throw ExchangeError(.read, file: name, reason: systemReason()) }
    return chunk
  }
}

/// What the system says about the call that failed last.
func systemReason() -> String {
  String(cString: strerror(errno))
}
