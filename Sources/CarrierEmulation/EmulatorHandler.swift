import Carriers
import FlyingFox
import Foundation

/// Joins the emulator's desk to the server.
struct EmulatorHandler: HTTPHandler {
  let desk: EmulatorDesk

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard request.method == .POST || request.method == .GET else {
      return HTTPResponse(statusCode: .methodNotAllowed)
    }
    let body = String(decoding: try await request.bodyData, as: UTF8.self)
    let path = request.path
    let remote = request.remoteIPAddress ?? ""
    let desk = desk
    // Syncing the books and pushing block: not on the server's own few threads.
    let reply = await withCheckedContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(
          returning: path.hasPrefix("/emulator/")
            ? desk.control(path: path, body: body, transport: CurlTransport())
            : desk.answer(path: path, body: body, remote: remote))
      }
    }
    if reply.isLost {
      try await Task.sleep(for: .milliseconds(desk.options.hold))
      return HTTPResponse(statusCode: .gatewayTimeout)
    }
    return HTTPResponse(
      statusCode: HTTPStatusCode(reply.status, phrase: reply.status == 200 ? "OK" : "Error"),
      headers: [.contentType: reply.contentType], body: Data(reply.body.utf8))
  }
}
