extension CarrierChoice {
  /// The explanation: one line a carrier, the best first, then the choice.
  static func lines(_ candidates: [Candidate], hours: Int) -> [Wording] {
    var lines = candidates.map { candidate in
      candidate.quote.map { line($0) }
        ?? line(candidate.carrier, candidate.obstacle ?? .noPrice)
    }
    let quotes = candidates.compactMap(\.quote)
    guard let best = quotes.first else {
      lines.append(Wording(zh: "没有可用的快递: 请人工决定", en: "no carrier takes it: decide by hand"))
      return lines
    }
    let yuan = Self.yuan(best.total)
    switch quotes.dropFirst().first {
    case .none:
      lines.append(
        Wording(zh: "选 \(best.carrier): 唯一可用", en: "chosen \(best.carrier): the only one"))
    case .some(let next) where next.total == best.total:
      lines.append(
        Wording(
          zh: "选 \(best.carrier): 同价 \(yuan) 元, 时效 \(hours) 小时优先",
          en: "chosen \(best.carrier): same \(yuan), \(hours) h and quota decide"))
    case .some(let next):
      let less = Self.yuan(next.total - best.total)
      lines.append(
        Wording(
          zh: "选 \(best.carrier): 最便宜, 比 \(next.carrier) 少 \(less) 元",
          en: "chosen \(best.carrier): cheapest, \(less) less than \(next.carrier)"))
    }
    return lines
  }

  /// Fen as yuan with two decimals.
  public static func yuan(_ fen: Int) -> String {
    let cents = String(fen.magnitude % 100)
    return "\(fen < 0 ? "-" : "")\(fen.magnitude / 100).\(cents.count < 2 ? "0" : "")\(cents)"
  }

  private static func line(_ quote: Quote) -> Wording {
    let charged = quote.chargedGrams.kilograms
    let byVolume = quote.volumetricGrams > quote.grams
    let parts: [(zh: String, en: String, fen: Int)] = [
      ("运费", "carriage", quote.carriage), ("偏远", "remote", quote.remote),
      ("代收", "COD", quote.cod), ("保价", "insurance", quote.insurance),
      ("超长", "oversize", quote.oversize), ("燃油", "fuel", quote.fuel),
      ("旺季", "peak", quote.peak),
    ].filter { $0.fen != 0 || $0.en == "carriage" }
    let zh = parts.map { "\($0.zh) \(yuan($0.fen))" }.joined(separator: " + ")
    let en = parts.map { "\($0.en) \(yuan($0.fen))" }.joined(separator: " + ")
    return Wording(
      zh: "\(quote.carrier): 计费 \(charged) kg\(byVolume ? " (按体积)" : ""), \(zh)"
        + " = \(yuan(quote.total)) 元",
      en: "\(quote.carrier): \(charged) kg charged\(byVolume ? " (by volume)" : ""), \(en)"
        + " = \(yuan(quote.total))")
  }

  private static func line(_ carrier: Code<Carrier>, _ obstacle: Obstacle) -> Wording {
    let (zh, en): (String, String) =
      switch obstacle {
      case .notDesignated(let other): ("指定 \(other)", "\(other) is insisted on")
      case .ruled(let rule): ("规则: \(rule)", "by rule: \(rule)")
      case .banned(let region): ("停发 \(region)", "does not go to \(region)")
      case .noPrice: ("无报价", "no price for it")
      case .noCOD: ("不代收货款", "collects no cash")
      case .noInsurance: ("不保价", "insures nothing")
      case .goods(let kind): ("不收 \(kind)", "takes no \(kind)")
      case .tooHeavy(let limit):
        (
          "超重, 上限 \(limit.kilograms) kg",
          "too heavy, at most \(limit.kilograms) kg"
        )
      case .tooLong(let limit): ("超长, 上限 \(limit) mm", "too long, at most \(limit) mm")
      case .quotaFull(let quota): ("今日已满 \(quota) 单", "today's quota of \(quota) is used up")
      case .noNumbers: ("单号已用完", "no waybill numbers left")
      }
    return Wording(zh: "\(carrier): 不可用, \(zh)", en: "\(carrier): out, \(en)")
  }
}
