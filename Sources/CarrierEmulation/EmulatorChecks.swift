import Carriers

/// What the service would find wrong with the data of a request.
enum EmulatorChecks {
  struct Complaint: Hashable {
    var code: String
    var reason: String
  }

  /// Checks the data of a 1007, in the order the service complains.
  static func order(_ data: JSON) -> Complaint? {
    for name in ["OrderCode", "ShipperCode", "PayType", "ExpType", "Quantity"]
    where text(data, name).isEmpty {
      return missing(name)
    }
    for party in ["Receiver", "Sender"] {
      if let complaint = self.party(data, party) { return complaint }
    }
    guard let goods = data["Commodity"]?.elements, !goods.isEmpty else {
      return missing("Commodity")
    }
    if goods.contains(where: { text($0, "GoodsName").isEmpty }) {
      return missing("Commodity.GoodsName")
    }
    if ["EMS", "YZPY"].contains(text(data, "ShipperCode")) {
      for party in ["Receiver", "Sender"]
      where text(data[party] ?? JSON(.null), "PostCode").isEmpty {
        return missing("\(party).PostCode")
      }
    }
    if text(data, "OrderCode").count > 30 { return format("OrderCode长度不能超过30") }
    guard let pay = data["PayType"]?.integer, (1...4).contains(pay) else {
      return format("PayType应为1至4")
    }
    guard let quantity = data["Quantity"]?.integer, (1...300).contains(quantity) else {
      return format("Quantity应为1至300")
    }
    if let name = forbidden(data, "") { return format("\(name)包含特殊字符") }
    for party in ["Receiver", "Sender"]
    where ["Name", "Mobile", "Tel", "Address"].contains(where: {
      text(data[party] ?? JSON(.null), $0).contains("**")
    }) {
      let who = party == "Receiver" ? "收件" : "寄件"
      return Complaint(code: "105", reason: "\(who)地址中包含脱敏字符****")
    }
    guard EmulatorCourier.all[text(data, "ShipperCode")] != nil else {
      return Complaint(code: "105", reason: "快递公司编码不支持电子面单")
    }
    return nil
  }

  /// Checks that fields are there.
  static func required(_ data: JSON, _ names: [String]) -> Complaint? {
    names.first { text(data, $0).isEmpty }.map(missing)
  }

  /// Checks a waybill number of a query.
  static func number(_ number: String) -> Complaint? {
    if number.isEmpty { return Complaint(code: "402", reason: "缺少快递单号") }
    if !number.utf8.allSatisfy(isOfNumbers) {
      return Complaint(code: "403", reason: "快递单号有特殊字符")
    }
    guard (8...30).contains(number.count) else {
      return Complaint(code: "404", reason: "快递单号长度不符")
    }
    return nil
  }

  /// A member as text, empty when it is missing.
  static func text(_ data: JSON, _ name: String) -> String { data[name]?.string ?? "" }

  private static func party(_ data: JSON, _ name: String) -> Complaint? {
    guard let party = data[name], party.members != nil else { return missing(name) }
    for field in ["Name", "ProvinceName", "CityName", "ExpAreaName", "Address"]
    where text(party, field).isEmpty {
      return missing("\(name).\(field)")
    }
    if text(party, "Mobile").isEmpty && text(party, "Tel").isEmpty {
      return missing("\(name).Mobile")
    }
    return nil
  }

  /// The first value with a character the service takes in none; passwords are taken as they are.
  private static func forbidden(_ value: JSON, _ path: String) -> String? {
    if let members = value.members {
      for member in members where member.name != "CustomerPwd" {
        let name = path.isEmpty ? member.name : "\(path).\(member.name)"
        if let found = forbidden(member.value, name) { return found }
      }
    } else if let elements = value.elements {
      return elements.lazy.compactMap { forbidden($0, path) }.first
    } else if let text = value.string, KDNiaoText.isForbidden(text) {
      return path
    }
    return nil
  }

  private static func isOfNumbers(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    default: false
    }
  }

  private static func missing(_ name: String) -> Complaint {
    Complaint(code: "101", reason: "缺少必要参数:\(name)")
  }

  private static func format(_ what: String) -> Complaint {
    Complaint(code: "103", reason: what)
  }
}
