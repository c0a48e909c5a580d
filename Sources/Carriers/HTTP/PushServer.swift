import Dispatch
import FlyingFox
import FlyingSocks
import Foundation

/// Listens for what carriers push: each POST's body goes to one function, which says what to answer.
public final class PushServer: Sendable {
  /// Why it does not listen, one line.
  public struct Problem: Error, CustomStringConvertible {
    /// The sentence.
    public var description: String
  }

  /// The most bytes of a push that are taken.
  public static let maxPush = 8 << 20

  private let server: HTTPServer
  private let running: Task<Void, any Error>
  /// Where it listens: `http://127.0.0.1:PORT`.
  public let address: String

  /// Starts to listen; it serves until `stop`.
  ///
  /// - Parameters:
  ///   - host: the IPv4 address to listen on; `0.0.0.0` for all of the machine's.
  ///   - port: the port; 0 takes a free one.
  ///   - answer: takes the body of a push and gives the JSON to answer; may block.
  public static func start(
    host: String = "127.0.0.1", port: UInt16, answer: @escaping @Sendable (String) -> String
  ) async throws -> PushServer {
    guard let address = try? sockaddr_in.inet(ip4: host, port: port) else {
      throw Problem(description: "\(host): expected an IPv4 address such as 127.0.0.1")
    }
    let server = HTTPServer(
      config: HTTPServer.Configuration(address: address, timeout: 15, logger: .disabled),
      handler: Handler(answer: answer))
    let running = Task { try await server.run() }
    do {
      try await server.waitUntilListening()
    } catch {
      running.cancel()
      throw Problem(description: "\(host):\(port): cannot listen there")
    }
    guard case .ip4(let ip, let port)? = await server.listeningAddress else {
      running.cancel()
      throw Problem(description: "\(host):\(port): cannot listen there")
    }
    return PushServer(server: server, running: running, address: "http://\(ip):\(port)")
  }

  private init(server: HTTPServer, running: Task<Void, any Error>, address: String) {
    self.server = server
    self.running = running
    self.address = address
  }

  /// Stops serving; a push in hand is finished first.
  public func stop() async {
    await server.stop(timeout: 2)
    running.cancel()
    _ = try? await running.value
  }

  private struct Handler: HTTPHandler {
    let answer: @Sendable (String) -> String

    func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
      guard request.method == .POST else { return HTTPResponse(statusCode: .methodNotAllowed) }
      let length = request.headers[.contentLength].flatMap { Int($0) } ?? 0
      guard length <= maxPush else { return HTTPResponse(statusCode: .payloadTooLarge) }
      let body = String(decoding: try await request.bodyData, as: UTF8.self)
      let answer = answer
      // Keeping a push waits for the disk: not on the server's own few threads.
      let reply = await withCheckedContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(returning: answer(body)) }
      }
      return HTTPResponse(
        statusCode: .ok, headers: [.contentType: "application/json; charset=utf-8"],
        body: Data(reply.utf8))
    }
  }
}
