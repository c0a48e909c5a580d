import Warehouse

/// A short pick is taken back: its pieces are wanted from its bin again.
extension ClusterPicking {
  /// The prompt where a short pick is taken back.
  static let undoShort = Text(zh: "Enter 撤缺拣", en: "Enter: undo it")

  /// The command that takes a step of the list back.
  static func takingBack(_ pick: Pick) -> Command {
    pick.short == nil ? .unpick(list: pick.list) : .unshort(line: pick.line)
  }

  mutating func unshorted(_ pick: Pick) -> [Effect] {
    shorted = []
    message = Message(
      .good,
      [
        Text(
          zh: "已撤: \(pick.from.holder.label) 缺拣",
          en: "Undone: \(pick.from.holder.label) short")
      ])
    return [.sound(.good)] + replan()
  }

  func unshortScreen(_ pick: Pick, _ trail: ShortTrail, _ screen: inout Screen) {
    screen.body = [.fact(Fact(Text(pick.from.holder.label), weight: .headline))]
    if let product = view?.products.first(where: { $0.sku == pick.from.sku }) {
      screen.body += product.facts(pick.from)
    }
    screen.body += [
      .fact(
        Fact(
          Text(zh: "不缺了, 还拣 \(trail.pieces) 件", en: "Pick \(trail.pieces) after all"),
          weight: .strong, rank: 0)),
      .fact(
        Fact(Text(zh: "原报", en: "You said"), trailing: trail.reason.text, rank: 2)),
    ]
    screen.prompt = .confirm(Self.undoShort)
    screen.keys = [.back]
  }
}

extension ShortBar {
  /// The lines of a refusal to take a short pick back, with what is to be done instead.
  func lines(at holder: Holder) -> [Text] {
    let why =
      switch self {
      case .counted: Text(zh: "已在盘点", en: "It is being counted")
      case .filled: Text(zh: "已在补货", en: "It is being filled")
      case .picked: Text(zh: "已从别的库位拣", en: "Picked elsewhere")
      case .decided: Text(zh: "已另作安排", en: "Decided otherwise")
      }
    return [
      Text(zh: "\(holder.label) 缺拣已定", en: "\(holder.label): short stays"), why,
      self == .counted
        ? Text(zh: "以盘点为准", en: "The count decides")
        : Text(zh: "不能撤, 请找主管", en: "Ask a supervisor"),
    ]
  }
}
