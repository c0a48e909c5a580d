import Warehouse

extension KDNiao {
  /// What the codes of an answer mean.
  enum Verdict: Equatable {
    /// Done now.
    case done
    /// Done before, under the same order code.
    case doneBefore
    /// Refused.
    case refused(CarrierRefusal)
    /// Surely not done and worth another try.
    case busy(String)
  }

  /// Reads the codes of an answer of any instruction; nil when it has none and is no answer.
  static func verdict(_ answer: JSON) -> Verdict? {
    let code = answer["ResultCode"]?.string ?? answer["Code"]?.string ?? ""
    let reason = plain(answer["Reason"]?.string ?? "")
    let success = answer["Success"]?.truth
    func refused(_ kind: CarrierRefusal.Kind) -> Verdict {
      .refused(CarrierRefusal(kind, code: code, reason: reason))
    }
    switch code {
    case "106": return .doneBefore
    case "100": return success == false ? refused(.other) : .done
    case "101": return refused(.incomplete)
    case "102": return refused(.signature)
    case "103": return refused(reason.contains("脱敏") ? .masked : .malformed)
    case "104": return refused(.account)
    case "105": return other(reason, refused)
    case "401", "403", "404": return refused(.malformed)
    case "402": return refused(.incomplete)
    case "405": return refused(.dailyLimit)
    default: break
    }
    switch success {
    case true: return .done
    case false: return other(reason, refused)
    case nil: return nil
    }
  }

  /// 105 is everything else; the reason's words tell.
  private static func other(
    _ reason: String, _ refused: (CarrierRefusal.Kind) -> Verdict
  ) -> Verdict {
    let kinds: [(words: [String], kind: CarrierRefusal.Kind)] = [
      (["脱敏"], .masked), (["重复", "已存在"], .alreadyOrdered), (["已揽收", "已揽件"], .pickedUp),
      (["已取消"], .cancelled), (["余额不足", "单号不足", "无可用单号"], .noNumbers),
      (["不存在", "查无"], .unknownOrder), (["不支持"], .unsupported),
    ]
    if ["频繁", "并发", "超过限制"].contains(where: reason.contains) { return .busy(reason) }
    let kind = kinds.first { $0.words.contains(where: reason.contains) }?.kind
    return refused(kind ?? .other)
  }

  /// Reads the waybill of a 1007; nil when there is no number in it.
  static func waybill(_ answer: JSON, order: WaybillOrder, isRepeat: Bool) -> Waybill? {
    guard let found = answer["Order"], let number = found["LogisticCode"]?.string, !number.isEmpty
    else { return nil }
    func field(_ name: String) -> String { plain(found[name]?.string ?? "") }
    return Waybill(
      order: order.code, carrier: order.carrier, number: plain(number),
      children: children(answer["SubOrders"]),
      signBack: field("SignWaybillCode").isEmpty ? nil : field("SignWaybillCode"),
      routingMark: field("MarkDestination"), sortingCode: field("SortingCode"),
      packageName: field("PackageName"), packageCode: field("PackageCode"),
      origin: Waybill.Place(code: field("OriginCode"), name: field("OriginName")),
      destination: Waybill.Place(code: field("DestinatioCode"), name: field("DestinatioName")),
      carrierOrder: field("KDNOrderCode"), template: answer["PrintTemplate"]?.string,
      isRepeat: isRepeat)
  }

  /// Child numbers come as a list or as a list in a text.
  private static func children(_ found: JSON?) -> [String] {
    guard let found else { return [] }
    if let elements = found.elements { return elements.compactMap(\.string).map(plain) }
    guard let text = found.string, !text.isEmpty else { return [] }
    if let inner = try? JSONReader.read(text, allowsSingleQuotes: true), let list = inner.elements {
      return list.compactMap(\.string).map(plain)
    }
    return text.split(separator: ",").map { plain(String($0)) }.filter { !$0.isEmpty }
  }

  /// Reads a track: of an answer or of one entry of a push; nil when it names no number.
  static func trace(_ found: JSON, number: String? = nil) -> Trace? {
    guard let number = found["LogisticCode"]?.string ?? number, !number.isEmpty else { return nil }
    let events = (found["Traces"]?.elements ?? []).compactMap { entry -> Trace.Event? in
      guard let at = entry["AcceptTime"]?.string.flatMap(KDNiaoTime.init) else { return nil }
      return Trace.Event(
        at: at.timestamp, what: plain(entry["AcceptStation"]?.string ?? ""),
        place: plain(entry["Location"]?.string ?? ""), action: entry["Action"]?.string ?? "")
    }
    return Trace(
      carrier: CarrierCode(found["ShipperCode"]?.string ?? ""), number: plain(number),
      state: found["State"]?.integer.flatMap { Trace.State(rawValue: $0) } ?? .none,
      detail: found["StateEx"]?.string ?? "", events: events.sorted { $0.at < $1.at })
  }

  /// A carrier's words without control characters.
  static func plain(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
