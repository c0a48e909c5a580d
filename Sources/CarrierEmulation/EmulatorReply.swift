/// What the emulator answers.
struct EmulatorReply: Hashable, Sendable {
  var status = 200
  var body: String
  var contentType = "application/json; charset=utf-8"
  /// No answer at all: the connection is held and then dropped.
  var isLost = false

  static let lost = EmulatorReply(body: "", isLost: true)
  static let notFound = EmulatorReply(status: 404, body: "", contentType: "text/plain")
  static let failed = EmulatorReply(
    status: 500, body: "<html><body>Internal Server Error</body></html>",
    contentType: "text/html; charset=utf-8")
}
