import Warehouse

/// A bin whose label cannot be scanned, and goods that lie in another one.
extension ClusterPicking {
  /// The digits on the bin were typed.
  mutating func proved(_ text: String) -> [Effect] {
    guard let view, let next, let bin = view.bin(of: next) else { return [] }
    message = nil
    guard text.filter({ !$0.isWhitespace }) == bin.digits else {
      return refuse([
        Text(zh: "校验码不对: \(text)", en: "Wrong digits: \(text)"),
        Text(zh: "看清库位 \(bin.code)", en: "Is this \(bin.code)?"),
      ])
    }
    here = bin.code
    instead = nil
    item = nil
    step = .item
    return [.sound(.good)]
  }

  /// The missing pieces lie in a bin that was scanned.
  mutating func sawElsewhere(_ code: Code<Bin>) -> [Effect] {
    guard let next else { return [] }
    item = nil
    instead = nil
    shorted = together.map(\.code)
    forget()
    return [.commit(.foundElsewhere(line: next.code, bin: code))]
  }

  func digitsScreen(_ screen: inout Screen) {
    guard let view, let next, let bin = view.bin(of: next) else { return }
    screen.body = [
      .fact(Fact(Text(bin.code.rawValue), weight: .headline)),
      .fact(Fact(Text(zh: "标签坏了", en: "Label is damaged"), rank: 2)),
      .fact(Fact(Text(zh: "看库位上的校验码", en: "Read digits there"), rank: 2)),
    ]
    screen.prompt = .text(
      Text(zh: "输\(bin.digits.count)位校验码", en: "Type \(bin.digits.count) digits"))
    screen.keys = [.back]
  }

  func elsewhereScreen(_ screen: inout Screen) {
    guard let next else { return }
    screen.body = [
      .fact(Fact(Text(bin(of: next)?.rawValue ?? ""), weight: .headline)),
      .fact(Fact(Text(zh: "货在别的库位", en: "Goods lie elsewhere"), rank: 2)),
    ]
    screen.prompt = .scan(Text(zh: "扫那个库位", en: "Scan that bin"))
    screen.keys = [.back]
  }
}

extension KeyHint {
  /// The bin's label is damaged.
  static let damagedLabel = KeyHint(.function(7), Text(zh: "标", en: "Label"))
}
