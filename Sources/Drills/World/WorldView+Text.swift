public import Flows
import Terminal
import Warehouse

extension WorldView {
  /// The view as rows: a number to reach for, what it is, and what its label reads.
  public var facts: [Fact] {
    var rows: [Fact] = []
    if let happened { rows.append(Fact(happened, weight: .strong)) }
    for (index, thing) in things.enumerated() {
      let words = thing.words(at: bin)
      let (zh, en) = (words.zh, words.en)
      rows.append(
        Fact(
          Text(zh: "#\(index + 1) \(zh)", en: "#\(index + 1) \(en)"), trailing: thing.reading))
    }
    if let hint { rows.append(Fact(hint, weight: .strong)) }
    return rows
  }

  /// The rows in pages for a small glass: title, mark and prompt need room, too.
  func pages(_ size: Size, language: Language) -> [[Fact]] {
    let room = max(2, size.rows - 4)
    var pages: [[Fact]] = [[]]
    var used = 0
    for fact in facts {
      let words = Width.of(fact.leading[language])
      let code = fact.trailing.map { Width.of($0[language]) } ?? 0
      let isOne = words + (code > 0 ? code + 1 : 0) <= size.columns
      let rows = isOne ? 1 : (words + size.columns - 1) / size.columns + (code > 0 ? 1 : 0)
      if used + rows > room, used > 0 {
        pages.append([])
        used = 0
      }
      pages[pages.count - 1].append(fact)
      used += rows
    }
    return pages
  }

  /// The view as a pane beside the glass.
  public var pane: Pane {
    .list(
      Text(zh: "眼前: \(place.zh)  #扫 !动手 @走", en: "In view: \(place.en)  #scan !hand @go"), facts)
  }

  /// The view as it was, for whoever looks back.
  public var pastPane: Pane {
    .list(Text(zh: "眼前: \(place.zh)", en: "In view: \(place.en)"), facts)
  }
}

extension WorldView.Thing {
  /// What its label reads.
  var reading: Text {
    if let code {
      // The number of the item is enough to see; lot and date are printed beside it.
      return Text(code.hasPrefix("(01)") ? "GS1 |\(code.dropFirst(5).prefix(13))|" : "|\(code)|")
    }
    if let digits { return Text(zh: "破损 \(digits)", en: "torn \(digits)") }
    switch kind {
    case .goods, .toteGoods: return Text(zh: "条码破损", en: "torn")
    case .sign, .freeTote, .cartTote, .lowerTote, .dropTote, .wallSlot:
      return Text(zh: "没标签", en: "no label")
    case .badge, .cart, .workstation, .benchTote, .parcel, .label, .printer, .note, .wall, .scale,
      .cage, .aside:
      return Text("")
    }
  }

  /// What one sees of it, wherever one stands.
  var words: Text { words(at: nil) }

  /// What one sees of it at a bin: whose goods it is is said of another bin's only.
  func words(at place: String?) -> Text {
    var zh = name.zh
    var en = name.en
    if count > 0, kind != .freeTote || count > 0 {
      zh += " x\(count)"
      en += " x\(count)"
    }
    if !lot.isEmpty {
      zh += " \(lot)"
      en += " \(lot)"
    }
    if let expiry {
      zh += " 期\(expiry)"
      en += " exp \(expiry)"
    }
    if isDamaged {
      zh += " 破损"
      en += " damaged"
    }
    if isCase {
      zh += " 整箱"
      en += " sealed case"
    }
    if bundle > 1 {
      zh += " 每\(bundle)件粘连"
      en += " taped by \(bundle)"
    }
    if let bin, kind == .goods, bin != place {
      zh += " (\(bin))"
      en += " (\(bin))"
    }
    if isShut, kind == .sign || room != nil {
      zh += kind == .sign ? " 被托盘挡住" : " 满"
      en += kind == .sign ? " blocked" : " full"
    }
    if isHiding {
      zh += " 前面有空箱"
      en += " behind a carton"
    }
    return Text(zh: zh, en: en)
  }
}
