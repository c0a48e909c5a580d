import Flows

/// A word of advice from what stands on the screen and lies in view.
enum Coach {
  static func hint(_ screen: Screen, _ view: WorldView) -> Text? {
    switch screen.prompt {
    case .scan(SignIn.scanBadge): Text(zh: "教练: 先扫工牌", en: "Coach: scan your badge")
    case .scan(SignIn.scanEquipment):
      Text(zh: "教练: 扫车或工位, 再Enter", en: "Coach: scan cart or bench, then Enter")
    case .scan(ClusterPicking.scanBin):
      Text(zh: "教练: 走到库位, 核对牌子再扫", en: "Coach: go there, check the place, scan its label")
    case .scan(ClusterPicking.scanItem):
      Text(zh: "教练: 名字 批号 日期 都要对", en: "Coach: name, lot and date must all be right")
    case .quantity: Text(zh: "教练: 数清件数, 再扫箱", en: "Coach: count, then scan the tote")
    case .scan(ClusterPicking.scanEmptyTote):
      Text(zh: "教练: 看看箱里是不是空的", en: "Coach: look whether the tote is empty")
    case .scan(Packing.scanPiece):
      Text(zh: "教练: 每件都扫, 不多不少", en: "Coach: scan every piece, no more")
    case .scan(Packing.scanSource):
      Text(zh: "教练: 扫一个箱; 没有了 Ctrl-D", en: "Coach: scan a tote; none left: Ctrl-D")
    case .confirm where screen.headline == "Totes to the drop":
      Text(zh: "教练: 到集货点放好箱, 再Enter", en: "Coach: set the totes down, then Enter")
    case .confirm where screen.title.en.hasPrefix("Pick "):
      Text(zh: "教练: 看单子, Enter领走", en: "Coach: look at it, Enter takes it")
    case .choose where screen.title.en.hasPrefix("Menu"):
      Text(zh: "教练: 选有数的活; 做完 Ctrl-D", en: "Coach: choose what waits; all done: Ctrl-D")
    case .read where screen.title.en == "Picking":
      Text(zh: "教练: 做完了, Ctrl-D收工", en: "Coach: all done, Ctrl-D ends it")
    case .choose, .confirm, .read, .wait, .text, .secret, .scan: nil
    }
  }

  /// The first letters of what is said: `Coach: c... t.. p....`.
  static func letters(_ hint: Text) -> Text {
    func faded(_ text: String, _ length: (Substring) -> Int) -> String {
      let parts = text.split(separator: ": ", maxSplits: 1)
      guard let said = parts.last, parts.count == 2 else { return text }
      return parts[0] + ": "
        + said.split(separator: " ").map { word in
          word.prefix(1) + String(repeating: ".", count: min(4, length(word.dropFirst())))
        }.joined(separator: " ")
    }
    return Text(zh: faded(hint.zh) { $0.count * 2 }, en: faded(hint.en) { $0.count })
  }
}
