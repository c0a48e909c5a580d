import Foundation
import Glibc
import Synchronization

/// Serves the latest figures to a Prometheus on the same machine: `GET /metrics` on a loopback port,
/// or on a unix socket that is there as long as the program runs.
///
/// It answers one request after the other, each within a second, and knows nothing but the text it
/// was shown last.
final class MetricsServer: Sendable {
  private let text = Mutex("")
  private let listener: Int32

  /// Listens at `9464`, `127.0.0.1:9464` or `unix:/run/pickway.sock`.
  init(at address: String) throws {
    if address.hasPrefix("unix:") {
      listener = try Self.unix(String(address.dropFirst(5)))
    } else {
      let parts = address.split(separator: ":", omittingEmptySubsequences: false)
      guard
        parts.count == 1
          || parts.count == 2
            && (parts[0] == "127.0.0.1"
              || parts[0] == "localhost"),
        let port = parts.last.flatMap({ UInt16($0) })
      else {
        throw Failure(
          .usage, "--metrics \(address): expected a port of 127.0.0.1, or unix: and a path")
      }
      listener = try Self.loopback(port)
    }
    guard listen(listener, 8) == 0 else { throw Self.trouble("listen at", address) }
    let thread = Thread { [self] in serve() }
    thread.name = "metrics"
    thread.start()
  }

  /// Shows other figures from now on.
  func show(_ figures: String) { text.withLock { $0 = figures } }

  private func serve() {
    while true {
      let client = accept(listener, nil, nil)
      guard client >= 0 else {
        guard errno == EINTR || errno == ECONNABORTED else { return }
        continue
      }
      // Who says nothing does not keep others waiting.
      var patience = timeval(tv_sec: 1, tv_usec: 0)
      for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
        setsockopt(
          client, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
      }
      answer(client)
      close(client)
    }
  }

  private func answer(_ client: Int32) {
    var head: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 2048)
    while head.count < 8192, !head.contains(subsequence: [13, 10, 13, 10]) {
      let count = read(client, &chunk, chunk.count)
      guard count > 0 else { break }
      head += chunk.prefix(count)
    }
    let words = String(decoding: head, as: UTF8.self).prefix { $0 != "\r\n" && $0 != "\n" }
      .split(separator: " ")
    let isAsked = words.count >= 2 && words[0] == "GET" && words[1] == "/metrics"
    let body = isAsked ? text.withLock { $0 } : "not found: /metrics is\n"
    let reply =
      "HTTP/1.1 \(isAsked ? "200 OK" : "404 Not Found")\r\n"
      + "Content-Type: text/plain; version=0.0.4; charset=utf-8\r\n"
      + "Content-Length: \(body.utf8.count)\r\nConnection: close\r\n\r\n" + body
    var rest = Array(reply.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  private static func loopback(_ port: UInt16) throws -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw trouble("open", "\(port)") }
    var yes: Int32 = 1
    setsockopt(
      descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard bound == 0 else { throw trouble("listen at", "127.0.0.1:\(port)") }
    return descriptor
  }

  private static func unix(_ path: String) throws -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let room = MemoryLayout.size(ofValue: address.sun_path)
    guard !path.isEmpty, path.utf8.count < room else {
      throw Failure(.usage, "--metrics unix:\(path): expected a path of 1 to \(room - 1) bytes")
    }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw trouble("open", path) }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    // What another run left behind is in nobody's way; a file of any other kind is.
    var known = stat()
    if lstat(path, &known) == 0, known.st_mode & S_IFMT == S_IFSOCK { unlink(path) }
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard bound == 0 else { throw trouble("listen at", path) }
    chmod(path, 0o600)
    return descriptor
  }

  private static func trouble(_ verb: String, _ place: String) -> Failure {
    Failure(.cannotCreate, "cannot \(verb) \(place): \(String(cString: strerror(errno)))")
  }
}

extension [UInt8] {
  /// Whether some bytes are in it.
  fileprivate func contains(subsequence bytes: [UInt8]) -> Bool {
    guard count >= bytes.count else { return false }
    return (0...(count - bytes.count)).contains { self[$0..<$0 + bytes.count].elementsEqual(bytes) }
  }
}
