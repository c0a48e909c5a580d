public import Warehouse

/// KDNiao 快递鸟: one service in front of many couriers.
///
/// The order code is the key of idempotency: asked again under it the service answers 106 and the
/// first number. So a call whose outcome is unknown (a time-out, a broken answer, a 5xx) is repeated
/// under the same code and nothing else, a few times with growing waits; when no answer comes, the
/// trouble says `unknown` and the caller repeats later under the same code still.
///
/// At most 20 calls a second leave this process. The data is written once: the bytes that are
/// signed are the bytes that are sent.
public final class KDNiao: Carrier {
  /// How long a call may take and how it is repeated.
  public struct Limits: Hashable, Sendable {
    /// How long connecting may take, in milliseconds.
    public var connectTimeout: Int
    /// How long a call may take, in milliseconds.
    public var timeout: Int
    /// How many calls may begin in a second.
    public var callsPerSecond: Int
    /// How calls are repeated.
    public var backoff: Backoff

    /// Makes limits.
    public init(
      connectTimeout: Int = 5000, timeout: Int = 30_000, callsPerSecond: Int = 20,
      backoff: Backoff = Backoff()
    ) {
      self.connectTimeout = connectTimeout
      self.timeout = timeout
      self.callsPerSecond = callsPerSecond
      self.backoff = backoff
    }

    /// The longest a call may take with all its repeats, in milliseconds: a job's lease is longer.
    public var longestCall: Int {
      let waits = (1..<max(1, backoff.attempts)).reduce(0) { sum, attempt in
        sum + backoff.wait(before: attempt + 1) { $0.upperBound }
      }
      return max(1, backoff.attempts) * (timeout + 1000) + waits
    }
  }

  private let endpoint: KDNiaoEndpoint
  private let credentials: KDNiaoCredentials
  private let transport: any HTTPTransport
  private let limits: Limits
  private let pace: Pace
  private let limiter: RateLimiter
  private let usesPaidTracks: Bool

  /// Makes a client; `usesPaidTracks` asks 8001 and 8008 instead of 1002 and 1008.
  public init(
    endpoint: KDNiaoEndpoint, credentials: KDNiaoCredentials,
    transport: any HTTPTransport = CurlTransport(), limits: Limits = Limits(),
    pace: Pace = .system, usesPaidTracks: Bool = true
  ) {
    self.endpoint = endpoint
    self.credentials = credentials
    self.transport = transport
    self.limits = limits
    self.pace = pace
    self.usesPaidTracks = usesPaidTracks
    limiter = RateLimiter(count: limits.callsPerSecond, pace: pace)
  }

  /// Asks for the waybill of a parcel: 1007.
  public func order(_ order: WaybillOrder) throws(CarrierTrouble) -> CarrierAnswer<Waybill> {
    if let refusal = order.refusal { return .refused(refusal) }
    for (party, who) in [(order.sender, "sender"), (order.receiver, "receiver")]
    where party.region.district.isEmpty {
      return .refused(CarrierRefusal(.incomplete, reason: "\(who) district"))
    }
    let data = Self.orderData(order, account: credentials.accounts[order.carrier])
    return try call(.order, data) { answer, isRepeat in
      // A success without a number is as good as no answer: the same code asks again.
      Self.waybill(answer, order: order, isRepeat: isRepeat)
    }
  }

  /// Gives a waybill up: 1147.
  public func cancel(
    _ cancel: WaybillCancel
  ) throws(CarrierTrouble) -> CarrierAnswer<WaybillCancelled> {
    let data = Self.cancelData(cancel, account: credentials.accounts[cancel.carrier])
    let answer = try call(.cancel, data) { _, _ in WaybillCancelled(order: cancel.order) }
    // Cancelled before, by a call whose answer was lost.
    guard answer.refusal?.kind == .cancelled else { return answer }
    return .done(WaybillCancelled(order: cancel.order))
  }

  /// Asks where a parcel is: 8001, or 1002.
  public func trace(_ query: TraceQuery) throws(CarrierTrouble) -> CarrierAnswer<Trace> {
    try call(usesPaidTracks ? .trackPaid : .track, Self.trackData(query)) { answer, _ in
      Self.trace(answer, number: query.number)
    }
  }

  /// Has the tracks of a parcel pushed to us from now on: 8008, or 1008.
  public func subscribe(_ query: TraceQuery) throws(CarrierTrouble) -> CarrierAnswer<Bool> {
    try call(usesPaidTracks ? .subscribePaid : .subscribe, Self.trackData(query)) { _, _ in true }
  }

  /// Asks how many numbers a courier has left for us: 1127.
  public func balance(_ carrier: CarrierCode) throws(CarrierTrouble) -> CarrierAnswer<Int> {
    let data = Self.balanceData(carrier, account: credentials.accounts[carrier])
    return try call(.balance, data) { answer, _ in
      let found = answer["EorderBalance"] ?? answer["Data"] ?? answer
      return ["AvailableNum", "Balance", "Count"].lazy.compactMap { found[$0]?.integer }.first
    }
  }

  /// Asks whose number it may be, the likeliest first: 2002.
  public func recognize(_ number: String) throws(CarrierTrouble) -> CarrierAnswer<[CarrierCode]> {
    try call(.recognize, .object(["LogisticCode": .text(number)])) { answer, _ in
      (answer["Shippers"]?.elements ?? []).compactMap { $0["ShipperCode"]?.string }
        .map { CarrierCode($0) }
    }
  }

  /// Sends an instruction, repeats it as the contract allows, and reads the answer.
  private func call<Value: Sendable>(
    _ instruction: KDNiaoInstruction, _ data: JSON,
    read: (_ answer: JSON, _ isRepeat: Bool) -> Value?
  ) throws(CarrierTrouble) -> CarrierAnswer<Value> {
    let post = self.post(instruction, data.compact)
    var trouble = CarrierTrouble(.notDone, "not called")
    // One attempt with an unknown outcome makes the whole call's outcome unknown.
    var isUnknown = false
    for attempt in 1...max(1, limits.backoff.attempts) {
      if attempt > 1 { pace.wait(limits.backoff.wait(before: attempt, draw: pace.draw)) }
      do throws(CarrierTrouble) {
        return try single(instruction, post, read)
      } catch {
        trouble = error
        isUnknown = isUnknown || error.outcome == .unknown
        if !error.isRetryable { break }
      }
    }
    trouble.outcome = isUnknown ? .unknown : .notDone
    throw trouble
  }

  private func single<Value: Sendable>(
    _ instruction: KDNiaoInstruction, _ post: HTTPPost,
    _ read: (_ answer: JSON, _ isRepeat: Bool) -> Value?
  ) throws(CarrierTrouble) -> CarrierAnswer<Value> {
    let name = "KDNiao \(instruction.rawValue)"
    limiter.take()
    let answer: HTTPAnswer
    do throws(HTTPTrouble) {
      answer = try transport.post(post)
    } catch {
      throw CarrierTrouble(error.mayHaveArrived ? .unknown : .notDone, "\(name): \(error.what)")
    }
    switch answer.status {
    case 200: break
    case 429: throw CarrierTrouble(.notDone, "\(name): too many calls")
    case 500...: throw CarrierTrouble(.unknown, "\(name): HTTP \(answer.status)")
    default:
      throw CarrierTrouble(.notDone, isRetryable: false, "\(name): HTTP \(answer.status)")
    }
    let json: JSON
    do throws(JSONReader.Problem) {
      json = try JSONReader.read(answer.body)
    } catch {
      throw CarrierTrouble(.unknown, "\(name): answer broken, \(error)")
    }
    switch Self.verdict(json) {
    case .refused(let refusal): return .refused(refusal)
    case .busy(let reason): throw CarrierTrouble(.notDone, "\(name): \(reason)")
    case .none: throw CarrierTrouble(.unknown, "\(name): answer without a result")
    case .done, .doneBefore:
      guard let value = read(json, Self.verdict(json) == .doneBefore) else {
        throw CarrierTrouble(.unknown, "\(name): answer incomplete")
      }
      return .done(value)
    }
  }

  private func post(_ instruction: KDNiaoInstruction, _ data: String) -> HTTPPost {
    let body = FormBody([
      ("RequestData", data), ("EBusinessID", credentials.merchant),
      ("RequestType", instruction.rawValue),
      ("DataSign", KDNiaoSignature.sign(data, key: credentials.key)), ("DataType", "2"),
    ])
    return HTTPPost(
      url: endpoint.url(instruction), body: body.encoded, connectTimeout: limits.connectTimeout,
      timeout: limits.timeout)
  }
}
