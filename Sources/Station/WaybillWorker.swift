public import Carriers
public import Storage
public import Warehouse

/// Asks carriers for the waybills that parcels wait for, and gives back those that are given up.
///
/// As with printing, any process on the store claims a job, asks and reports, and any other
/// finishes what a dead one left. The order code is made from the job alone, and the job was
/// written before the first call: whoever asks again asks under the same code, and a carrier
/// answers it with the first number. A lease is longer than a call can be, so that a cancel never
/// overtakes an order that is still on its way.
public final class WaybillWorker {
  /// Finds who speaks for a carrier; nil leaves its jobs to other processes.
  public typealias Connections = @Sendable (Warehouse.Carrier) -> (any Carriers.Carrier)?

  let store: any Store
  let claimant: String
  let connections: Connections
  let retries: WaybillRetries
  let now: @Sendable () -> Timestamp
  let draw: @Sendable (ClosedRange<Int>) -> Int
  let log: @Sendable (String) -> Void
  private var count = 0

  /// How a client of these jobs calls: once, and the next time is the store's affair.
  public static let limits = KDNiao.Limits(
    connectTimeout: 5000, timeout: 20_000, backoff: Backoff(attempts: 1))
  /// How long a claim holds, in milliseconds.
  public static let lease = Int64(limits.longestCall) + 10_000

  /// Makes a worker.
  ///
  /// - Parameters:
  ///   - store: the store whose jobs are worked on.
  ///   - claimant: a text no other worker has.
  ///   - connections: who speaks for a carrier.
  ///   - retries: when it is asked again after trouble.
  ///   - now: the time.
  ///   - draw: draws a number of a range, for waits that do not fall together.
  ///   - log: is told what went wrong, one line without secrets or people's data.
  public init(
    store: any Store, claimant: String, connections: @escaping Connections,
    retries: WaybillRetries = WaybillRetries(), now: @escaping @Sendable () -> Timestamp,
    draw: @escaping @Sendable (ClosedRange<Int>) -> Int = { Int.random(in: $0) },
    log: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.store = store
    self.claimant = claimant
    self.connections = connections
    self.retries = retries
    self.now = now
    self.draw = draw
    self.log = log
  }

  /// Works on what is due; how many jobs were settled.
  @discardableResult
  public func work() throws -> Int {
    var settled = 0
    for job in try due() where try work(on: job) { settled += 1 }
    return settled + (try subscribe())
  }

  private func due() throws -> [WaybillJob] {
    let at = now()
    return try store.read { facts in
      try facts.waybillJobs(in: .queued, limit: 50).filter { $0.due <= at }
        + facts.waybillJobs(in: .claimed, limit: 50).filter { ($0.lease ?? at) <= at }
    }
  }

  private func work(on job: WaybillJob) throws -> Bool {
    guard let record = try store.read({ try $0.carrier(job.carrier) }),
      let carrier = connections(record)
    else { return false }
    let until = now().adding(milliseconds: Self.lease)
    let claim = Command.claimWaybill(job: job.code, by: claimant, until: until)
    // What is wanted may have changed until now, and may no more change what is asked.
    guard case .done = try commit(claim),
      let job = try store.read({ try $0.waybillJob(job.code) })
    else { return false }
    switch job.aim {
    case .number: return try ask(carrier, job)
    case .void: return try giveBack(carrier, job)
    }
  }

  private func ask(_ carrier: any Carriers.Carrier, _ job: WaybillJob) throws -> Bool {
    let order: WaybillOrder
    let family = try store.read { try $0.family(of: job) }
    switch try request(family) {
    case .failure(let missing): return try report(job, .look(missing.name))
    case .success(let found): order = found
    }
    let next: WaybillNext
    do throws(CarrierTrouble) {
      next = retries.next(after: try carrier.order(order))
    } catch {
      log("waybill \(job.code): \(error)")
      next = retries.next(after: error, attempt: job.calls, now: now(), draw: draw)
    }
    switch next {
    case .finished(let waybill):
      guard waybill.children.count == family.count - 1 else {
        log("waybill \(job.code): \(waybill.children.count + 1) numbers for \(family.count)")
        return try report(job, .look(Name(zh: "单号个数不对", en: "count of numbers")))
      }
      let adopt = Command.adoptWaybill(
        job: job.code, by: claimant, number: waybill.number,
        WaybillJob.Routing(mark: waybill.routingMark, bag: waybill.packageName),
        children: waybill.children.isEmpty ? nil : waybill.children)
      switch try commit(adopt) {
      case .done: return true
      case .refused(.codeTaken(let number)):
        log("waybill \(job.code): \(number) belongs to another parcel")
        return try report(job, .look(Name(zh: "单号重复", en: "number is taken")))
      case .refused: return false
      }
    case .again(let at): return try report(job, .again(at: at, Self.silent))
    case .person(let refusal):
      log("waybill \(job.code): refused, \(refusal.kind.rawValue) \(refusal.code)")
      return try report(job, .refused(refusal.short))
    case .look: return try report(job, .look(Self.silent))
    }
  }

  private func giveBack(_ carrier: any Carriers.Carrier, _ job: WaybillJob) throws -> Bool {
    let cancel = WaybillCancel(
      order: OrderCode(parcel: job.parcel, revision: job.revision), carrier: job.carrier,
      number: job.number ?? "")
    let answer: CarrierAnswer<WaybillCancelled>
    do throws(CarrierTrouble) {
      answer = try carrier.cancel(cancel)
    } catch {
      log("waybill \(job.code): \(error)")
      switch retries.next(after: error, attempt: job.calls, now: now(), draw: draw) {
      case .again(let at): return try reportVoid(job, .again(at: at, Self.silent))
      case .finished, .person, .look: return try reportVoid(job, .look(Self.silent))
      }
    }
    switch answer {
    case .done: return try reportVoid(job, .voided)
    // Nothing was ever bought under the code.
    case .refused(let refusal) where refusal.kind == .unknownOrder && job.number == nil:
      return try reportVoid(job, .voided)
    case .refused(let refusal):
      log("waybill \(job.code): not given up, \(refusal.kind.rawValue) \(refusal.code)")
      return try reportVoid(job, .refused(refusal.short))
    }
  }

  /// What keeps a parcel from being asked for.
  private struct Missing: Error {
    let name: Name
  }

  /// What one call asks for: the numbers of all parcels of a family, under the code of its first.
  private func request(_ family: [WaybillJob]) throws -> Result<WaybillOrder, Missing> {
    try store.read { facts in
      let parcels = try family.compactMap { try facts.parcel($0.parcel) }
      guard let job = family.first, let first = parcels.first,
        let order = try facts.order(first.order)
      else { return .failure(Missing(name: Name(zh: "没有包裹", en: "no parcel"))) }
      guard let receiver = try facts.receiver(of: order.number) else {
        return .failure(Missing(name: Name(zh: "没有收件信息", en: "no receiver")))
      }
      guard let sender = try facts.site()?.sender else {
        return .failure(Missing(name: Name(zh: "仓库没有寄件信息", en: "site has no sender")))
      }
      let goods = try parcels.flatMap { try facts.goods(of: $0) }.map { goods in
        let product = try facts.product(goods.sku)
        return WaybillOrder.Goods(
          name: product?.name.zh ?? goods.sku.rawValue, code: goods.sku.rawValue,
          quantity: goods.count, grams: goods.count * (product?.grams ?? 0))
      }
      return .success(
        WaybillOrder(
          code: OrderCode(parcel: job.parcel, revision: job.revision), carrier: job.carrier,
          sender: ContactParty(
            Receiver(
              name: sender.name, phone: sender.phone, region: sender.region,
              address: sender.address)), receiver: ContactParty(receiver), goods: goods,
          pieces: family.count, grams: parcels.reduce(0) { $0 + $1.grams },
          codFen: try facts.collects(first) ? order.codFen : 0, remark: order.remark))
    }
  }

  private func report(_ job: WaybillJob, _ result: WaybillResult) throws -> Bool {
    _ = try commit(.reportWaybill(job: job.code, by: claimant, .number, result))
    return false
  }

  private func reportVoid(_ job: WaybillJob, _ result: WaybillResult) throws -> Bool {
    _ = try commit(.reportWaybill(job: job.code, by: claimant, .void, result))
    return result == .voided
  }

  func commit(_ command: Command) throws -> Outcome {
    count += 1
    return try store.commit(Commit(id: "\(claimant).\(count)", command: command, at: now()))
  }

  static let silent = Name(zh: "快递没有应答", en: "carrier is silent")
}

extension CarrierRefusal {
  /// The cause in the few words a handheld has room for, with the carrier's code.
  ///
  /// The carrier's own words stay out: they may hold what was asked with.
  var short: Name {
    let (zh, en): (String, String) =
      switch kind {
      case .incomplete: ("信息不全", "data missing")
      case .malformed: ("信息格式不对", "data malformed")
      case .masked: ("收件信息脱敏", "receiver masked")
      case .signature: ("密钥不对", "wrong key")
      case .account: ("账户不可用", "account refused")
      case .noNumbers: ("单号用完", "no numbers left")
      case .alreadyOrdered: ("已下单, 问快递", "ask the carrier")
      case .cancelled: ("订单号已取消", "code is spent")
      case .unknownOrder: ("快递查无此单", "unknown there")
      case .pickedUp: ("已揽收", "picked up already")
      case .unsupported: ("快递不支持", "not supported")
      case .dailyLimit: ("今日次数已满", "daily limit")
      case .other: ("快递拒绝", "refused")
      }
    return Name(
      zh: code.isEmpty ? zh : "\(zh) \(code)", en: code.isEmpty ? en : "\(en) \(code)")
  }
}
