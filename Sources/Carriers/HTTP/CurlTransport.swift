import CCurl

/// HTTP by libcurl: one connection a request, certificates verified against the system's.
public struct CurlTransport: HTTPTransport {
  /// The most bytes of an answer that are taken.
  public static let maxAnswer = 8 << 20

  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// Makes a transport.
  public init() {}

  /// Sends a form and waits for the answer.
  public func post(_ post: HTTPPost) throws(HTTPTrouble) -> HTTPAnswer {
    guard Self.isReady, let handle = curl_easy_init() else {
      throw HTTPTrouble(mayHaveArrived: false, "libcurl does not start")
    }
    defer { curl_easy_cleanup(handle) }
    var headers: UnsafeMutablePointer<curl_slist>?
    // Without an empty Expect a long body waits a second for a server that never says "continue".
    for line in ["Content-Type: \(post.contentType)", "Expect:", "Connection: close"] {
      headers = curl_slist_append(headers, line)
    }
    defer { curl_slist_free_all(headers) }
    let sink = Sink()
    var failed = false
    func set(_ code: CURLcode) { if code != CURLE_OK { failed = true } }
    set(pickway_curl_set_text(handle, CURLOPT_URL, post.url))
    set(pickway_curl_set_text(handle, CURLOPT_PROTOCOLS_STR, "http,https"))
    set(pickway_curl_set_text(handle, CURLOPT_USERAGENT, "pickway"))
    // Proxies come from no environment: the carrier's secrets go to the carrier.
    set(pickway_curl_set_text(handle, CURLOPT_PROXY, ""))
    set(pickway_curl_set_headers(handle, headers))
    set(pickway_curl_set_long(handle, CURLOPT_POSTFIELDSIZE, post.body.utf8.count))
    set(pickway_curl_set_text(handle, CURLOPT_COPYPOSTFIELDS, post.body))
    for (option, value) in [
      (CURLOPT_POST, 1), (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, 0),
      (CURLOPT_FRESH_CONNECT, 1), (CURLOPT_FORBID_REUSE, 1), (CURLOPT_SSL_VERIFYPEER, 1),
      (CURLOPT_SSL_VERIFYHOST, 2), (CURLOPT_CONNECTTIMEOUT_MS, post.connectTimeout),
      (CURLOPT_TIMEOUT_MS, post.timeout),
    ] {
      set(pickway_curl_set_long(handle, option, value))
    }
    set(
      pickway_curl_set_sink(handle, Self.receive, Unmanaged.passUnretained(sink).toOpaque()))
    guard !failed else { throw HTTPTrouble(mayHaveArrived: false, "libcurl takes no \(post.url)") }

    let code = withExtendedLifetime(sink) { curl_easy_perform(handle) }
    guard code == CURLE_OK else {
      let sent = pickway_curl_get_long(handle, CURLINFO_REQUEST_SIZE) > 0
      throw HTTPTrouble(
        mayHaveArrived: sent, String(cString: curl_easy_strerror(code)))
    }
    return HTTPAnswer(
      status: pickway_curl_get_long(handle, CURLINFO_RESPONSE_CODE),
      body: String(decoding: sink.bytes, as: UTF8.self))
  }

  private final class Sink {
    var bytes: [UInt8] = []
  }

  private static let receive: pickway_curl_sink = { bytes, size, count, context in
    guard let bytes, let context else { return 0 }
    let sink = Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
    guard sink.bytes.count + size * count <= maxAnswer else { return 0 }
    sink.bytes += UnsafeRawBufferPointer(start: bytes, count: size * count)
    return size * count
  }
}
