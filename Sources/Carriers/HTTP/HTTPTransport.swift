/// One POST of a form.
public struct HTTPPost: Sendable {
  /// The address.
  public var url: String
  /// The body, encoded.
  public var body: String
  /// The type of the body.
  public var contentType: String
  /// How long connecting may take, in milliseconds.
  public var connectTimeout: Int
  /// How long everything together may take, in milliseconds.
  public var timeout: Int

  /// Makes a post.
  public init(
    url: String, body: String,
    contentType: String = "application/x-www-form-urlencoded;charset=utf-8",
    connectTimeout: Int = 5000, timeout: Int = 30_000
  ) {
    self.url = url
    self.body = body
    self.contentType = contentType
    self.connectTimeout = connectTimeout
    self.timeout = timeout
  }
}

/// What a server answered.
public struct HTTPAnswer: Hashable, Sendable {
  /// The status: 200 when all is well.
  public var status: Int
  /// The body.
  public var body: String

  /// Makes an answer.
  public init(status: Int, body: String) {
    self.status = status
    self.body = body
  }
}

/// Why there is no answer.
public struct HTTPTrouble: Error, Hashable, Sendable {
  /// Whether the server may have seen the request.
  public var mayHaveArrived: Bool
  /// What happened, one line.
  public var what: String

  /// Makes trouble.
  public init(mayHaveArrived: Bool, _ what: String) {
    self.mayHaveArrived = mayHaveArrived
    self.what = what
  }
}

/// Sends forms and waits for the answers, on the caller's thread.
///
/// An implementation verifies certificates, follows no redirects, never repeats a request by itself
/// and keeps to both time-outs. Its trouble says whether the request may have arrived: only a
/// failure before the first byte of it was sent may say no.
public protocol HTTPTransport: Sendable {
  /// Sends a form and waits for the answer.
  func post(_ post: HTTPPost) throws(HTTPTrouble) -> HTTPAnswer
}
