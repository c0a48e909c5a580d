import Carriers
import Warehouse

/// How a parcel travels in emulated time: always the same way for the same number.
struct EmulatorTracks {
  struct Event: Hashable, Sendable {
    var at: Int64
    var state: String
    var detail: String
    var place: String
    var what: String
  }

  /// After how many minutes the courier has the parcel, and it can no longer be cancelled.
  static let pickup = 120

  /// What happened until a moment, in milliseconds of emulated time, earliest first.
  static func events(of order: EmulatorOrder, until now: Int64) -> [Event] {
    guard !order.isCancelled else { return [] }
    var steps: [(minutes: Int, state: String, detail: String, place: String, what: String)] = [
      (pickup, "1", "1", order.from, "【\(order.from)】已揽收"),
      (360, "2", "206", order.from, "【\(order.from)】快件已发出"),
      (600, "2", "204", order.from, "快件到达【\(order.from)转运中心】"),
      (1200, "2", "201", order.to, "快件到达【\(order.to)】"),
      (1440, "2", "205", order.to, "快件到达【\(order.to)网点】"),
      (1560, "2", "202", order.to, "快递员正在派件"),
    ]
    switch order.number.last {
    case "7":
      steps.append((1620, "2", "211", order.to, "快件已放入快递柜"))
      steps.append((1900, "3", "311", order.to, "快件已从快递柜取出, 签收"))
    case "9":
      steps.append((1620, "4", "405", order.to, "派件异常: 无人在家"))
      steps.append((2900, "3", "302", order.to, "快件已签收"))
    default:
      steps.append((1800, "3", "301", order.to, "快件已签收, 签收人: 本人"))
    }
    return steps.map { step in
      Event(
        at: order.at + Int64(step.minutes) * 60_000, state: step.state, detail: step.detail,
        place: step.place, what: step.what)
    }
    .filter { $0.at <= now }
  }

  /// The track as 8001 and 102 tell it.
  static func json(
    merchant: String, shipper: String, number: String, order: String?, events: [Event],
    descending: Bool = false, callback: String? = nil
  ) -> JSON {
    let traces = events.map { event in
      JSON.object([
        "AcceptTime": .text(KDNiaoTime(Timestamp(milliseconds: event.at)).description),
        "AcceptStation": .text(event.what), "Location": .text(event.place),
        "Action": .text(event.detail), "Remark": .text(""),
      ])
    }
    return .object([
      "EBusinessID": .text(merchant), "OrderCode": order.map { .text($0) },
      "ShipperCode": .text(shipper), "LogisticCode": .text(number),
      "Callback": callback.map { .text($0) }, "Success": .bool(true),
      "Reason": events.isEmpty ? .text("暂无轨迹信息") : nil,
      "State": .text(events.last?.state ?? "0"), "StateEx": .text(events.last?.detail ?? "0"),
      "Location": .text(events.last?.place ?? ""),
      "Traces": .list(descending ? traces.reversed() : traces),
    ])
  }
}
