import Foundation
import Glibc
import Testing

/// The figures as a Prometheus on the same machine fetches them: over real sockets, from the real
/// program.
@Suite(.serialized) struct MetricsTests {
  private static let demo = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Demo").path

  /// A running `wave list --watch --metrics`.
  private struct Server {
    let process = Process()

    init(_ store: String, at address: String) throws {
      process.executableURL = URL(fileURLWithPath: Program.path)
      process.arguments = ["wave", "list", "--watch", "--metrics", address, "--store", store]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
    }

    func stop() {
      // A thread of the tests may keep SIGTERM from whom it starts.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
  }

  /// A place somebody listens at.
  private enum Place {
    case port(UInt16)
    case path(String)

    /// Connects; nil while nobody listens.
    func connected() -> Int32? {
      switch self {
      case .port(let port):
        let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = Place.loopback(port)
        let isThere = withUnsafePointer(to: &address) {
          $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
          }
        }
        return Place.kept(client, isThere)
      case .path(let path):
        let client = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let isThere = withUnsafePointer(to: &address) {
          $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            connect(client, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
          }
        }
        return Place.kept(client, isThere)
      }
    }

    /// A port nobody listens at.
    static func free() throws -> UInt16 {
      let holder = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      defer { close(holder) }
      var address = loopback(0)
      var size = socklen_t(MemoryLayout<sockaddr_in>.size)
      try withUnsafeMutablePointer(to: &address) {
        try $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          try #require(bind(holder, $0, size) == 0)
          try #require(getsockname(holder, $0, &size) == 0)
        }
      }
      return UInt16(bigEndian: address.sin_port)
    }

    private static func loopback(_ port: UInt16) -> sockaddr_in {
      var address = sockaddr_in()
      address.sin_family = sa_family_t(AF_INET)
      address.sin_port = port.bigEndian
      address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
      return address
    }

    private static func kept(_ client: Int32, _ isThere: Bool) -> Int32? {
      guard isThere else {
        close(client)
        return nil
      }
      return client
    }
  }

  /// What is answered to some bytes; waits until somebody listens and the first figures are there.
  private func answer(_ request: String, at place: Place) throws -> String {
    for _ in 0..<600 {
      if let client = place.connected() {
        defer { close(client) }
        let bytes = Array(request.utf8)
        try #require(send(client, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count)
        var told: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4096)
        while case let count = read(client, &chunk, chunk.count), count > 0 {
          told += chunk.prefix(count)
        }
        let text = String(decoding: told, as: UTF8.self)
        if !text.contains("Content-Length: 0\r\n") { return text }
      }
      usleep(50_000)
    }
    throw Silence()
  }

  private struct Silence: Error {}

  /// A store with three planned waves, of which one is on the floor.
  private func floor(_ folder: String) throws -> String {
    let store = "\(folder)/floor.sqlite"
    _ = try Program.pickway("init", store: store)
    for file in ["site.json", "products.csv", "stock.csv", "orders.csv"] {
      let kind = String(file.prefix { $0 != "." })
      _ = try Program.pickway("import", kind, "\(Self.demo)/\(file)", store: store)
    }
    _ = try Program.pickway("wave", "plan", store: store)
    _ = try Program.pickway("wave", "release", "W001", store: store)
    return store
  }

  @Test func figuresAreFetchedFromALoopbackPort() throws {
    try Program.inFolder { folder in
      let store = try floor(folder)
      let port = try Place.free()
      let server = try Server(store, at: "\(port)")
      defer { server.stop() }
      let place = Place.port(port)
      let told = try answer("GET /metrics HTTP/1.1\r\nHost: here\r\n\r\n", at: place)
      let parts = told.components(separatedBy: "\r\n\r\n")
      let (head, body) = try (#require(parts.first), #require(parts.last))
      #expect(head.hasPrefix("HTTP/1.1 200 OK\r\n"))
      #expect(head.contains("Content-Type: text/plain; version=0.0.4"))
      #expect(head.contains("Content-Length: \(body.utf8.count)"))
      #expect(body.contains("# TYPE pickway_wave_lines gauge\n"))
      #expect(body.contains("pickway_wave_lines{wave=\"W001\",carrier=\"YTO\"} 233.0\n"))
      #expect(body.contains("pickway_wave_orders_caged{wave=\"W001\",carrier=\"YTO\"} 0.0\n"))
      #expect(
        try answer("GET /other HTTP/1.1\r\n\r\n", at: place).hasPrefix("HTTP/1.1 404 Not Found"))
      #expect(
        try answer("POST /metrics HTTP/1.1\r\n\r\n", at: place).hasPrefix("HTTP/1.1 404"))
      // One who connects and says nothing keeps nobody waiting for long.
      let silent = try #require(place.connected())
      defer { close(silent) }
      #expect(try answer("GET /metrics HTTP/1.1\r\n\r\n", at: place).hasPrefix("HTTP/1.1 200"))
      // A second one finds the port taken, and says so.
      let second = try Program.pickway(
        "wave", "list", "--watch", "--metrics", "\(port)", store: store)
      #expect(second.status == 73)
      #expect(second.errors.contains("127.0.0.1:\(port)"))
    }
  }

  @Test func figuresAreFetchedFromASocketOfTheOwnerOnly() throws {
    try Program.inFolder { folder in
      let store = try floor(folder)
      let path = "\(folder)/m.sock"
      // What is no socket is nobody's to take away.
      try Program.write("kept", to: path)
      let refused = try Program.pickway(
        "wave", "list", "--watch", "--metrics", "unix:\(path)", store: store)
      #expect(refused.status == 73)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "kept")
      try FileManager.default.removeItem(atPath: path)
      // A socket another run left behind is in nobody's way.
      for _ in 1...2 {
        let server = try Server(store, at: "unix:\(path)")
        let told = try answer("GET /metrics HTTP/1.1\r\n\r\n", at: .path(path))
        #expect(told.contains("pickway_wave_lines{wave=\"W001\""))
        var known = stat()
        #expect(lstat(path, &known) == 0 && known.st_mode & 0o777 == 0o600)
        server.stop()
      }
    }
  }

  @Test(arguments: ["0.0.0.0:9464", "9464x", "unix:", "host:1"])
  func whereItMayNotListenIsSaid(address: String) throws {
    try Program.inFolder { folder in
      let store = "\(folder)/floor.sqlite"
      _ = try Program.pickway("init", store: store)
      let run = try Program.pickway(
        "wave", "list", "--watch", "--metrics", address, store: store)
      #expect(run.status == 64)
      #expect(run.errors.contains("expected"))
    }
  }
}
