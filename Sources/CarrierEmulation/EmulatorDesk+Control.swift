import Carriers
import Synchronization

extension EmulatorDesk {
  /// Answers the emulator's own addresses, by which a test or a trainer steers it.
  ///
  /// - `GET /emulator/ledger`: what was given out;
  /// - `POST /emulator/faults {"fault":"timeout-after:1007:3"}`, an empty fault forgets all;
  /// - `POST /emulator/advance {"minutes":120}`: emulated time goes on;
  /// - `POST /emulator/balance {"ShipperCode":"ZTO","left":2}`;
  /// - `POST /emulator/push`: sends the pushes that are due and says how many arrived.
  func control(path: String, body: String, transport: any HTTPTransport) -> EmulatorReply {
    let data = (try? JSONReader.read(body, allowsSingleQuotes: true)) ?? JSON(.null)
    switch path {
    case "/emulator/ledger": return ledger()
    case "/emulator/faults":
      let text = data["fault"]?.string ?? ""
      if text.isEmpty {
        office.withLock { $0.faults = [] }
        return done([:])
      }
      guard let fault = KDNiaoFault(text) else { return wrong(KDNiaoFault.usage) }
      office.withLock { $0.faults.append(fault) }
      return done([:])
    case "/emulator/advance":
      guard let minutes = data["minutes"]?.integer, (0...525_600).contains(minutes) else {
        return wrong("minutes from 0 to 525600")
      }
      let entry = EmulatorEntry.advanced(milliseconds: Int64(minutes) * 60_000)
      return office.withLock { record(entry, &$0) } ? done([:]) : .failed
    case "/emulator/balance":
      guard let shipper = data["ShipperCode"]?.string, let left = data["left"]?.integer, left >= 0
      else { return wrong("ShipperCode and left") }
      let entry = EmulatorEntry.balance(shipper: shipper, left: left)
      return office.withLock { record(entry, &$0) } ? done([:]) : .failed
    case "/emulator/push":
      let counts = deliverPushes(transport)
      return done(["delivered": .number(counts.delivered), "failed": .number(counts.failed)])
    default: return .notFound
    }
  }

  private func ledger() -> EmulatorReply {
    office.withLock { office in
      let orders = office.state.orders.values.sorted { ($0.at, $0.number) < ($1.at, $1.number) }
      let list = orders.map { order in
        JSON.object([
          "EBusinessID": .text(order.merchant), "OrderCode": .text(order.code),
          "ShipperCode": .text(order.shipper), "LogisticCode": .text(order.number),
          "SubOrders": .list(order.children.map { .text($0) }),
          "Cancelled": .bool(order.isCancelled),
        ])
      }
      let asked = office.asked.sorted { $0.key < $1.key }
      return done([
        "numbersUsed": .number(office.state.used.values.reduce(0, +)),
        "orders": .list(list),
        "asked": JSON(.object(asked.map { ($0.key, .number($0.value)) })),
      ])
    }
  }

  private func done(_ members: KeyValuePairs<String, JSON?>) -> EmulatorReply {
    EmulatorReply(body: JSON.object(members).compact)
  }

  private func wrong(_ expected: String) -> EmulatorReply {
    EmulatorReply(
      status: 400, body: JSON.object(["expected": .text(expected)]).compact)
  }
}
