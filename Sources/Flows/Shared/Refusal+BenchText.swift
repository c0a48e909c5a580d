import Warehouse

extension BenchRefusal {
  /// What the bench refuses, in words with the remedy.
  var lines: [Text] {
    switch self {
    case .notWhole(let parcel, let left):
      [
        Text(zh: "还差 \(left) 件没核", en: "\(left) not verified"), Text(parcel.rawValue),
        Text(zh: "先扫完再称", en: "Scan them first"),
      ]
    case .weightOutside(let grams, let expected, let least, let most):
      [
        Text(zh: "重量不对: \(grams) 克", en: "Weight off: \(grams) g"),
        grams < least
          ? Text(zh: "轻了 \(expected - grams), 少件?", en: "\(expected - grams) light: missing?")
          : Text(zh: "重了 \(grams - expected), 多件?", en: "\(grams - expected) heavy: extra?"),
        Text(zh: "应在 \(least)-\(most)", en: "Want \(least)-\(most)"),
        Text(zh: "重称, F6重核, F9放行", en: "Again, F6, or F9"),
      ]
    case .cartonWanted(let parcel):
      [
        Text(zh: "还没扫纸箱", en: "No carton yet"), Text(parcel.rawValue),
        Text(zh: "先扫纸箱或称重", en: "Scan or weigh first"),
      ]
    case .cartonTooSmall(let carton):
      [
        Text(zh: "纸箱太小: \(carton)", en: "Too small: \(carton)"),
        Text(zh: "已核的装不下", en: "It holds too little"), Text(zh: "换大一号", en: "Take a larger one"),
      ]
    case .parcelEmpty(let parcel):
      [
        Text(zh: "箱还是空的", en: "Nothing in it yet"), Text(parcel.rawValue),
        Text(zh: "先扫商品", en: "Scan pieces first"),
      ]
    case .nothingLeft(let parcel):
      [
        Text(zh: "货都在这箱了", en: "All is in this one"), Text(parcel.rawValue),
        Text(zh: "不用下一箱", en: "No further parcel"),
      ]
    case .notSealable(let order, let bar):
      [
        Text(zh: "不能整箱封: \(order)", en: "Not unseen: \(order)"), bar.text,
        Text(zh: "请逐件扫", en: "Scan each piece"),
      ]
    case .wrongLabel(let found, let order, let wanted):
      [
        Text(zh: "面单贴错了", en: "Wrong label"), Text(zh: "这是 \(found)", en: "It is \(found)"),
        Text(zh: "单 \(order) 的", en: "of order \(order)"),
        Text(zh: "要 \(wanted)", en: "Want \(wanted)"),
      ]
    case .notALabel(let code, let wanted):
      [
        Text(zh: "不是面单: \(code)", en: "Not a label: \(code)"),
        Text(zh: "要 \(wanted)", en: "Want \(wanted)"),
        Text(zh: "没有就去面单补打", en: "None: reprint it"),
      ]
    case .nothingOnCart(let cart):
      [
        Text(zh: "\(cart) 上没有拣好的", en: "\(cart): nothing picked"),
        Text(zh: "扫箱或订单", en: "Scan tote or order"),
      ]
    case .labelUnproven(let parcel, let bench):
      [
        Text(zh: "面单没核对", en: "Label not checked"), Text(parcel.rawValue),
        Text(zh: "回 \(bench) 扫面单", en: "Scan it at \(bench)"),
      ]
    }
  }
}

extension SealBar {
  /// Why an order is not packed unseen.
  var text: Text {
    switch self {
    case .site: Text(zh: "本仓不整箱封", en: "Not at this site")
    case .zone(let zone): Text(zh: "有 \(zone) 区的货", en: "Has goods of \(zone)")
    case .channel(let channel): Text(zh: "渠道 \(channel) 不许", en: "Not for \(channel)")
    case .pieces(let most): Text(zh: "超过 \(most) 件", en: "Over \(most.counted("piece"))")
    case .value(let most): Text(zh: "超过 \(most / 100) 元", en: "Worth over \(most / 100)")
    case .serial(let sku): Text(zh: "\(sku) 要序列号", en: "\(sku) wants serials")
    case .short: Text(zh: "件数不齐", en: "Pieces are missing")
    }
  }
}
