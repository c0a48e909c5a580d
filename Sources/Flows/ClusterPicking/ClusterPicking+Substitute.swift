import Warehouse

/// Another product in place of what came out short, where the order allows it.
extension ClusterPicking {
  /// Pieces are missing: asks what may go in their place.
  mutating func offerSubstitute() -> [Effect] {
    guard !shorted.isEmpty, view?.list.way != .bulk else { return replan() }
    step = .looking
    return [.ask(.substitute(shorted))]
  }

  mutating func offered(_ substitute: SubstituteView?) -> [Effect] {
    guard let substitute else {
      shorted = []
      return replan()
    }
    step = .substitute(substitute)
    return []
  }

  /// A person decided.
  mutating func decided(_ id: String, _ substitute: SubstituteView) -> [Effect] {
    shorted.removeAll { $0 == substitute.line }
    message = nil
    step = .looking
    guard id == "yes" else { return offerSubstitute() }
    return [.commit(.substitute(line: substitute.line))]
  }

  func substituteScreen(_ substitute: SubstituteView, _ screen: inout Screen) {
    screen.body = [
      .fact(Fact(Text(zh: "缺", en: "Missing"), rank: 3)),
      .fact(Fact(Text(substitute.missing.name), rank: 2)),
      .fact(Fact(Text(zh: "可替代", en: "Instead"), rank: 3)),
      .fact(
        Fact(
          Text(substitute.product.name), trailing: Text("x\(substitute.quantity)"),
          weight: .strong, rank: 0)),
    ]
    screen.prompt = .choose(
      Text(zh: "拿替代品?", en: "Take it instead?"),
      [
        Choice("yes", Text(zh: "拿替代品", en: "Take the other")),
        Choice("no", Text(zh: "不, 记欠货", en: "No, leave it short")),
      ])
    screen.keys = [.back]
  }
}
