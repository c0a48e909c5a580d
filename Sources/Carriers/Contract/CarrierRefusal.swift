public import Warehouse

/// A carrier's settled no: nothing was bought, and asking again changes nothing until the cause is
/// mended.
public struct CarrierRefusal: Hashable, Codable, Sendable {
  /// Why, in our words.
  public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
    /// The request lacks something the carrier needs.
    case incomplete
    /// Something in the request has a shape the carrier does not take.
    case malformed
    /// The name, phone or address is masked: the carrier could not deliver.
    case masked
    /// The signature was wrong: the key is.
    case signature
    /// The carrier does not know us, or our account there is closed.
    case account
    /// There are no numbers left to give out.
    case noNumbers
    /// The order code is known there, but its number was not told: a person must ask the carrier.
    case alreadyOrdered
    /// The order code was cancelled and is spent.
    case cancelled
    /// The carrier knows no such order code or number.
    case unknownOrder
    /// The carrier has the parcel and keeps it.
    case pickedUp
    /// The carrier does not do this.
    case unsupported
    /// We asked too often today.
    case dailyLimit
    /// Anything else; the reason says it.
    case other
  }

  /// Why, in our words.
  public var kind: Kind
  /// The carrier's own code; empty when we refused for it.
  public var code: String
  /// The carrier's own words, without control characters.
  public var reason: String

  /// Makes a refusal.
  public init(_ kind: Kind, code: String = "", reason: String = "") {
    self.kind = kind
    self.code = code
    self.reason = reason
  }
}

extension CarrierRefusal {
  /// The refusal in both languages of the floor, with the remedy.
  public var wording: Wording {
    let detail = [code, reason].filter { !$0.isEmpty }.joined(separator: " ")
    let cause = kind.wording
    guard !detail.isEmpty else { return cause }
    return Wording(zh: "\(cause.zh) (\(detail))", en: "\(cause.en) (\(detail))")
  }
}

extension CarrierRefusal.Kind {
  /// The cause and its remedy in both languages of the floor.
  public var wording: Wording {
    switch self {
    case .incomplete: Wording(zh: "下单信息不全: 补齐后重试", en: "order incomplete: fill it in and retry")
    case .malformed: Wording(zh: "下单信息格式不对: 改正后重试", en: "order malformed: correct it and retry")
    case .masked:
      Wording(zh: "收寄件信息已脱敏: 请用原始信息", en: "name, phone or address is masked: use the real one")
    case .signature: Wording(zh: "签名不符: 检查密钥", en: "wrong signature: check the key")
    case .account: Wording(zh: "快递账户不可用: 联系快递公司", en: "account not usable: call the carrier")
    case .noNumbers:
      Wording(zh: "单号用完: 请充值或导入号段", en: "no waybill numbers left: buy or import more")
    case .alreadyOrdered:
      Wording(
        zh: "订单号已下过单, 单号未返回: 请向快递公司核对", en: "already ordered, number not told: ask the carrier")
    case .cancelled: Wording(zh: "该订单号已取消, 不能再用", en: "this order code was cancelled and is spent")
    case .unknownOrder: Wording(zh: "快递公司查无此单", en: "unknown to the carrier")
    case .pickedUp: Wording(zh: "已揽收, 不能取消", en: "picked up already: cannot be cancelled")
    case .unsupported: Wording(zh: "该快递不支持", en: "the carrier does not do this")
    case .dailyLimit: Wording(zh: "今日查询次数已满", en: "the daily limit is used up")
    case .other: Wording(zh: "快递公司拒绝", en: "refused by the carrier")
    }
  }
}
