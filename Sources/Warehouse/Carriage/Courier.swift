/// A carrier company as the trade knows it: code, names and the shapes of its numbers.
public struct Courier: Hashable, Sendable {
  /// Its code, the one the aggregators use too.
  public let code: Code<Carrier>
  /// Its name.
  public let name: Name
  /// The shapes its numbers have, the usual one first.
  public let patterns: [NumberPattern]
  /// What a track is asked with besides the number.
  public let wantsPhoneTail: Bool

  /// Whether a scanned number may be one of its numbers.
  public func owns(_ number: String) -> Bool {
    patterns.contains { $0.matches(number) }
  }

  private init(_ code: Code<Carrier>, _ zh: String, _ en: String, _ notations: String...) {
    self.code = code
    name = Name(zh: zh, en: en)
    patterns = notations.compactMap { notation in
      notation.hasPrefix("@@")
        ? NumberPattern(notation, check: .s10) : NumberPattern(notation)
    }
    wantsPhoneTail = ["SF", "ZTO", "KYSY"].contains(code)
  }

  /// The companies we ship with, the sharper shapes before the broader ones.
  public static let all: [Courier] = [
    Courier("SF", "顺丰速运", "SF Express", "SF*#{12}", "#{12}"),
    Courier("JTSD", "极兔速递", "J&T Express", "JT#{13}"),
    Courier("YTO", "圆通速递", "YTO Express", "YT#{13}"),
    Courier("DBL", "德邦快递", "Deppon Express", "DPK#{12}"),
    Courier("JD", "京东快递", "JD Logistics", "JD**#{11}"),
    Courier("ZTO", "中通快递", "ZTO Express", "7[3-68]#{12}"),
    Courier("STO", "申通快递", "STO Express", "77#{13}", "77#{12,15}", "43#{12,15}"),
    Courier("YD", "韵达速递", "Yunda Express", "4#{14}", "3#{14}", "5#{12}"),
    Courier("EMS", "EMS", "EMS", "1#{12}", "[98]#{12}", "@@#{9}@@"),
    Courier("YZPY", "邮政快递包裹", "China Post parcel", "9#{12}", "[81]#{12}", "P@#{11}"),
  ]

  /// The company of a code; nil for one we have no shapes of.
  public static func known(_ code: Code<Carrier>) -> Courier? {
    all.first { $0.code == code }
  }

  /// The companies a scanned number may belong to, the likeliest first.
  ///
  /// A shape with letters in it says more than digits alone, and a company's usual shape more than
  /// its rarer ones.
  public static func recognize(_ number: String) -> [Courier] {
    var found: [(courier: Courier, rank: Int)] = []
    for courier in all {
      guard let index = courier.patterns.firstIndex(where: { $0.matches(number) }) else { continue }
      let isSharp = courier.patterns[index].notation.utf8.contains { (0x40...0x5A).contains($0) }
      found.append((courier, index + (isSharp ? 0 : 10)))
    }
    // `sorted` keeps no order of equals, so the place in the list decides.
    return found.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element.courier)
  }
}
