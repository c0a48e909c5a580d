import Carriers
import Synchronization
import Warehouse

extension EmulatorDesk {
  /// A push on its way to the merchant.
  struct Push: Sendable {
    var number: String
    /// How many events of the parcel it tells, all from the first.
    var events: Int
    var body: String
  }

  /// The pushes that are due, each with the whole history; faults of pushes are used up here.
  func duePushes() -> [Push] {
    office.withLock { office -> [Push] in
      var due: [Push] = []
      let now = now(office)
      for subscription in office.state.subscriptions.values.sorted(by: { $0.number < $1.number }) {
        guard let key = office.state.byNumber[subscription.number],
          let order = office.state.orders[key]
        else { continue }
        let events = EmulatorTracks.events(of: order, until: now)
        guard events.count > subscription.confirmed else { continue }
        func push(_ count: Int) -> Push? {
          self.push(subscription, order, Array(events.prefix(count)), now)
        }
        switch pushFault(&office) {
        case .pushLost: continue
        case .pushTwice: due += [push(events.count), push(events.count)].compactMap(\.self)
        case .pushReversed:
          due += ((subscription.confirmed + 1)...events.count).reversed().compactMap(push)
        case .timeoutBefore, .timeoutAfter, .errorBefore, .errorAfter, .truncated, .rateLimit,
          .refuse, .none:
          due += [push(events.count)].compactMap(\.self)
        }
      }
      return due
    }
  }

  /// Sends what is due to the merchant; a push that is not confirmed is due again.
  func deliverPushes(_ transport: any HTTPTransport) -> (delivered: Int, failed: Int) {
    guard let url = options.pushURL else { return (0, 0) }
    var (delivered, failed) = (0, 0)
    for push in duePushes() {
      let answer = try? transport.post(
        HTTPPost(url: url, body: push.body, connectTimeout: 1000, timeout: 5000))
      let json = (answer?.body).flatMap { try? JSONReader.read($0) }
      guard answer?.status == 200, json?["Success"]?.truth == true else {
        failed += 1
        continue
      }
      delivered += 1
      office.withLock { office in
        let known = office.state.subscriptions[push.number]?.confirmed ?? 0
        guard push.events > known else { return }
        _ = record(.pushed(number: push.number, events: push.events), &office)
      }
    }
    return (delivered, failed)
  }

  private func push(
    _ subscription: EmulatorSubscription, _ order: EmulatorOrder, _ events: [EmulatorTracks.Event],
    _ now: Int64
  ) -> Push? {
    guard let key = options.merchants[subscription.merchant] else { return nil }
    let track = EmulatorTracks.json(
      merchant: subscription.merchant, shipper: subscription.shipper, number: subscription.number,
      order: order.code, events: events, callback: subscription.callback)
    let data = JSON.object([
      "EBusinessID": .text(subscription.merchant),
      "PushTime": .text(KDNiaoTime(Timestamp(milliseconds: now)).description),
      "Count": .text("1"), "Data": .list([track]),
    ]).compact
    let body = FormBody([
      ("RequestData", data), ("RequestType", subscription.type),
      ("DataSign", KDNiaoSignature.sign(data, key: key)),
    ])
    return Push(number: subscription.number, events: events.count, body: body.encoded)
  }
}
