import Carriers
import Synchronization
import Warehouse

/// The emulator without its server: bodies in, answers out.
///
/// Everything is done under one lock.
final class EmulatorDesk: Sendable {
  /// What is only touched under the lock.
  struct Office: ~Copyable {
    var state: EmulatorState
    var journal: EmulatorJournal?
    var faults: [KDNiaoFault]
    /// Whether the books are shut and nothing more is taken.
    var isClosed = false
    /// When each merchant called within the last second, in milliseconds.
    var calls: [String: [Int]] = [:]
    /// How often each instruction was asked.
    var asked: [String: Int] = [:]
  }

  let options: KDNiaoEmulatorOptions
  let clock: @Sendable () -> Timestamp
  let pace: Pace
  let office: Mutex<Office>

  init(
    options: KDNiaoEmulatorOptions, clock: @escaping @Sendable () -> Timestamp, pace: Pace
  ) throws(KDNiaoEmulatorProblem) {
    self.options = options
    self.clock = clock
    self.pace = pace
    var state = EmulatorState(balance: options.balance)
    var journal: EmulatorJournal?
    if let path = options.file {
      journal = try EmulatorJournal(path: path) { state.apply($0) }
    }
    office = Mutex(Office(state: state, journal: journal, faults: options.faults))
  }

  /// Answers a post to one of the service's addresses.
  func answer(path: String, body: String, remote: String) -> EmulatorReply {
    switch path.lowercased() {
    case "/kdniaosandbox/gateway/exterfaceinvoke.json", "/api/eorderservice",
      "/api/eorderservice2", "/api/oorderservice", "/api/dist",
      "/ebusiness/ebusinessorderhandle.aspx":
      return office.withLock { self.invoke(FormBody(parsing: body), &$0) }
    case "/external/printorder.aspx":
      return office.withLock { self.printPage(FormBody(parsing: body), remote, &$0) }
    case "/external/getip.aspx":
      return EmulatorReply(body: remote, contentType: "text/plain; charset=utf-8")
    default:
      return .notFound
    }
  }

  /// Shuts the books: somebody else may open them.
  func close() {
    office.withLock { office in
      office.isClosed = true
      office.journal = nil
    }
  }

  /// The emulated time in milliseconds.
  func now(_ office: borrowing Office) -> Int64 { clock().milliseconds + office.state.ahead }

  /// Takes one use of a fault that befalls an instruction.
  func fault(_ instruction: String, _ office: inout Office) -> KDNiaoFault.Kind? {
    let index = office.faults.firstIndex {
      !$0.isOfPushes && ($0.instruction ?? instruction) == instruction
    }
    return index.map { take($0, &office) }
  }

  /// Takes one use of a fault of pushes.
  func pushFault(_ office: inout Office) -> KDNiaoFault.Kind? {
    office.faults.firstIndex(where: \.isOfPushes).map { take($0, &office) }
  }

  private func take(_ index: Int, _ office: inout Office) -> KDNiaoFault.Kind {
    let kind = office.faults[index].kind
    office.faults[index].count -= 1
    if office.faults[index].count <= 0 { office.faults.remove(at: index) }
    return kind
  }

  /// Writes an entry to the books before anybody hears of it.
  func record(_ entry: EmulatorEntry, _ office: inout Office) -> Bool {
    guard !office.isClosed else { return false }
    do {
      try office.journal?.append(entry)
    } catch {
      return false
    }
    office.state.apply(entry)
    return true
  }

  private func invoke(_ form: FormBody, _ office: inout Office) -> EmulatorReply {
    let merchant = form["EBusinessID"] ?? ""
    let instruction = form["RequestType"] ?? ""
    office.asked[instruction, default: 0] += 1
    let fault = fault(instruction, &office)
    switch fault {
    case .timeoutBefore: return .lost
    case .errorBefore: return .failed
    case .rateLimit: return busy(merchant)
    case .refuse: return refuse(merchant, "105", "查询该客户编码信息失败,请联系负责网点后重试!")
    case .timeoutAfter, .errorAfter, .truncated, .pushTwice, .pushReversed, .pushLost, .none: break
    }
    let reply = serve(form, merchant, instruction, &office)
    switch fault {
    case .timeoutAfter: return .lost
    case .errorAfter: return .failed
    case .truncated:
      // Cut in the middle of the bytes, in the middle of a character if it falls so.
      let half = reply.body.utf8.prefix(reply.body.utf8.count / 2)
      return EmulatorReply(body: String(decoding: half, as: UTF8.self))
    case .timeoutBefore, .errorBefore, .rateLimit, .refuse, .pushTwice, .pushReversed, .pushLost,
      .none:
      return reply
    }
  }

  private func serve(
    _ form: FormBody, _ merchant: String, _ instruction: String, _ office: inout Office
  ) -> EmulatorReply {
    for name in ["RequestData", "EBusinessID", "RequestType", "DataSign"]
    where (form[name] ?? "").isEmpty {
      return refuse(merchant, "101", "缺少必要参数:\(name)")
    }
    if let type = form["DataType"], type != "2" {
      return refuse(merchant, "103", "DataType应为2")
    }
    guard let key = options.merchants[merchant] else {
      return refuse(merchant, "104", "用户不存在:\(merchant)")
    }
    guard let data = Self.signed(form, "RequestData", prefix: "", key) else {
      return refuse(merchant, "102", "校验问题:数据签名不正确")
    }
    guard isWithinLimit(merchant, &office) else { return busy(merchant) }
    guard let json = try? JSONReader.read(data, allowsSingleQuotes: true), json.members != nil
    else {
      let isOrder = ["1007", "1147", "1127"].contains(instruction)
      return refuse(merchant, isOrder ? "103" : "401", "RequestData格式有误")
    }
    switch KDNiaoInstruction(rawValue: instruction) {
    case .order: return order(json, merchant, &office)
    case .cancel: return cancel(json, merchant, &office)
    case .balance: return balance(json, merchant, office)
    case .recognize: return recognize(json, merchant)
    case .track, .trackPaid: return track(json, merchant, office)
    case .subscribe, .subscribePaid: return subscribe(json, merchant, instruction, &office)
    case .push, .pushPaid, .none:
      return refuse(merchant, "103", "RequestType不支持:\(instruction)")
    }
  }

  /// The data of a form if its signature is right; clients that encode twice are understood too.
  static func signed(
    _ form: FormBody, _ name: String, prefix: String, _ key: Secret
  ) -> String? {
    let data = form[name] ?? ""
    let signature = form["DataSign"] ?? ""
    for candidate in [data, FormBody.decode(data, plusIsBlank: true)] {
      for sign in [signature, FormBody.decode(signature, plusIsBlank: false)]
      where KDNiaoSignature.verify(sign, of: prefix + candidate, key: key) {
        return candidate
      }
    }
    return nil
  }

  private func isWithinLimit(_ merchant: String, _ office: inout Office) -> Bool {
    guard options.callsPerSecond > 0 else { return true }
    let now = pace.now()
    var calls = office.calls[merchant, default: []]
    calls.removeAll { $0 <= now - 1000 }
    guard calls.count < options.callsPerSecond else {
      office.calls[merchant] = calls
      return false
    }
    office.calls[merchant] = calls + [now]
    return true
  }

  private func busy(_ merchant: String) -> EmulatorReply {
    refuse(merchant, "105", "请求过于频繁,超过并发限制,请稍后重试")
  }

  /// Answers with a result code and a reason.
  func refuse(_ merchant: String, _ code: String, _ reason: String) -> EmulatorReply {
    EmulatorReply(
      body: JSON.object([
        "EBusinessID": .text(merchant), "Success": .bool(false), "ResultCode": .text(code),
        "Reason": .text(reason), "UniquerRequestNumber": .text(unique(reason)),
      ]).compact)
  }

  /// A number in the shape of the service's own for a request.
  func unique(_ seed: String) -> String {
    let digest = Digest.md5Hex(Array("\(clock().milliseconds)/\(seed)".utf8))
    let parts = [8, 4, 4, 4, 12]
    var rest = digest[...]
    return parts.map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }.joined(separator: "-")
  }
}
