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

  /// The word is taken back: it is asked for again, as the pieces are missing again.
  mutating func unsubstituted(_ pick: Pick) -> [Effect] {
    shorted = [pick.line]
    message = Message(.good, [Text(zh: "已撤: 不拿替代品", en: "Undone: not the other")])
    step = .looking
    return [.sound(.good), .ask(.substitute(shorted))]
  }

  /// The prompt where the word on a substitute is taken back.
  static let undoSubstitute = Text(zh: "Enter 撤替代品", en: "Enter: undo it")

  func unsubstituteScreen(_ pick: Pick, _ screen: inout Screen) {
    let order = view?.lines.first { $0.code == pick.line }?.order
    let taken = view?.lines.first { $0.order == order && $0.orderLine == pick.substitute }
    screen.body = [.fact(Fact(Text(zh: "撤回替代品", en: "Not the other"), weight: .headline))]
    if let product = view?.products.first(where: { $0.sku == pick.from.sku }) {
      screen.body.append(.fact(Fact(Text(zh: "缺", en: "Missing"), rank: 3)))
      screen.body.append(.fact(Fact(Text(product.name), rank: 2)))
    }
    if let taken, let product = view?.product(of: taken) {
      screen.body.append(.fact(Fact(Text(zh: "不拿", en: "Leave"), rank: 3)))
      screen.body.append(.fact(Fact(Text(product.name), weight: .strong, rank: 1)))
    }
    screen.prompt = .confirm(Self.undoSubstitute)
    screen.keys = [.back]
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
