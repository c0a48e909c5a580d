import Barcodes
public import Warehouse

/// Putting back 归位: the pieces of a stopped order go from its tote to their bins.
///
/// Scan the tote (or the sealed parcel), then any item of it; its bin is named, and scanning it books what was typed, or
/// all. F9 says that nobody finds the rest, which leaves the books. The last piece frees the tote.
public struct PutBack: Flow {
  /// The name under which the flow is saved.
  public static let kind = "putBack"
  /// The version of the saved form.
  public static let version = 1

  enum Step: Hashable, Codable {
    /// Asks what waits.
    case looking
    /// Waits for a tote.
    case tote
    /// Waits for an item of the tote.
    case item
    /// Waits for the bin, with so many pieces in the hand.
    case bin(Int)
    /// Waits for a yes to pieces that nobody finds.
    case lost
  }

  let badge: Code<Operator>
  let first: Code<Tote>?
  var step = Step.looking
  /// The tote in hand.
  var tote: Code<Tote>?
  /// The sealed parcel in hand, in place of a tote.
  var parcel: Code<Parcel>?
  var chores: [ChoreView] = []
  var message: Message?

  /// Makes the job of a person, perhaps beginning with a tote.
  public init(badge: Code<Operator>, tote: Code<Tote>? = nil) {
    self.badge = badge
    first = tote
  }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun:
      tote = first
      return look()
    case .scan(let scan): return scanned(Scanned(scan).code)
    case .entered(let text): return entered(text)
    case .answer(.chores(let chores)): return found(chores)
    case .answer(.meaning(let meaning)): return named(meaning)
    case .confirmed:
      guard step == .lost, let chore = chores.first?.chore else { return [] }
      return [.commit(.putBack(chore: chore.number, quantity: chore.quantity, bin: nil))]
    case .outcome(.done):
      message = Message(
        .good,
        [
          step == .lost
            ? Text(zh: "已出账", en: "Written off") : Text(zh: "已归位", en: "Put back")
        ])
      return [.sound(.good)] + look()
    case .outcome(.refused(let refusal)): return refuse(refusal.lines) + look()
    case .key(let key): return pressed(key)
    case .returned, .changed, .chosen, .answer, .verified: return []
    }
  }

  /// What is in hand: a tote or a parcel.
  private var place: Holder? { parcel.map { .parcel($0) } ?? tote.map { .tote($0) } }

  private mutating func look() -> [Effect] {
    step = .looking
    return [.ask(.chores(.putBack, at: place, for: badge))]
  }

  private mutating func found(_ chores: [ChoreView]) -> [Effect] {
    self.chores = chores
    guard let place else {
      step = .tote
      return []
    }
    guard chores.isEmpty else {
      step = .item
      return []
    }
    tote = nil
    parcel = nil
    if message == nil {
      let effects = refuse([
        Text(zh: "\(place.label) 没有要归位的", en: "\(place.label): none to put"),
        Text(zh: "换一个周转箱", en: "Scan another tote"),
      ])
      return effects + look()
    }
    return look()
  }

  private mutating func scanned(_ code: String) -> [Effect] {
    message = nil
    switch step {
    case .looking: return []
    case .tote: return [.ask(.meaning(code))]
    case .item, .lost:
      step = .item
      guard let index = chores.firstIndex(where: { $0.product.units(of: code) != nil }) else {
        return [.ask(.meaning(code))]
      }
      chores.insert(chores.remove(at: index), at: 0)
      step = .bin(chores[0].chore.quantity)
      return [.sound(.good)]
    case .bin(let quantity):
      guard let chore = chores.first?.chore else { return [] }
      guard chore.to == nil || chore.to == Code(code) else { return [.ask(.meaning(code))] }
      return [.commit(.putBack(chore: chore.number, quantity: quantity, bin: Code(code)))]
    }
  }

  private mutating func named(_ meaning: Meaning) -> [Effect] {
    switch (meaning, step) {
    case (.tote(let tote, _), .tote), (.tote(let tote, _), .item):
      self.tote = tote.code
      parcel = nil
      return look()
    case (.parcel(let parcel), .tote), (.parcel(let parcel), .item):
      self.parcel = parcel.code
      tote = nil
      return look()
    case (_, .bin):
      let wanted = chores.first?.chore.to?.rawValue ?? ""
      return refuse(meaning.instead(of: Text(zh: "要放 \(wanted)", en: "Put in \(wanted)")))
    case (_, .item):
      return refuse(meaning.instead(of: Text(zh: "箱里没有待归位的", en: "Not to be put back")))
    case (_, .tote), (_, .looking), (_, .lost):
      return refuse(meaning.instead(of: Text(zh: "要扫周转箱", en: "Scan a tote")))
    }
  }

  private mutating func entered(_ text: String) -> [Effect] {
    guard case .bin = step, let chore = chores.first?.chore, let quantity = Int(text) else {
      return []
    }
    guard quantity > 0 else {
      return refuse([Text(zh: "没有请按 F9", en: "None? Press F9")])
    }
    guard quantity <= chore.quantity else {
      return refuse(Refusal.tooMany(asked: quantity, open: chore.quantity).lines)
    }
    message = nil
    step = .bin(quantity)
    return []
  }

  private mutating func pressed(_ key: Key) -> [Effect] {
    switch (key, step) {
    case (.function(5), _): return [.open(Lookup())]
    case (.function(9), .item), (.function(9), .bin):
      message = nil
      step = .lost
      return []
    case (.function(6), .item) where chores.count > 1:
      message = nil
      chores.append(chores.removeFirst())
      return []
    case (.escape, .bin), (.function(3), .bin), (.escape, .lost), (.function(3), .lost):
      message = nil
      step = .item
      return []
    case (.escape, .item), (.function(3), .item):
      message = nil
      tote = nil
      parcel = nil
      return look()
    case (.escape, _), (.function(3), _): return [.close]
    case (_, _): return []
    }
  }

  private mutating func refuse(_ lines: [Text]) -> [Effect] {
    message = Message(.bad, lines)
    return [.refuse(keepingWaiting: false)]
  }

  /// What the person sees now.
  public var screen: Screen {
    var screen = Screen(
      title: Text(zh: "归位", en: "Put back"), message: message,
      prompt: .wait(Text(zh: "请稍候", en: "One moment")), keys: [.back])
    if let place {
      screen.title = Text(zh: "归位 \(place.label)", en: "Put back \(place.label)")
    }
    switch step {
    case .looking: break
    case .tote:
      screen.prompt = .scan(Text(zh: "扫周转箱", en: "Scan tote"))
      screen.keys = [.back, .lookup]
      guard let next = chores.first?.chore else {
        screen.body = [
          .fact(Fact(Text(zh: "没有待归位", en: "None to put back"), weight: .strong))
        ]
        break
      }
      screen.body = [
        .fact(Fact(Text(next.goods.holder.label), weight: .headline)),
        .fact(
          Fact(
            Text(
              zh: "订单 \(next.order?.rawValue ?? "-")", en: "Order \(next.order?.rawValue ?? "-")"))),
        .fact(Fact(Text(zh: "\(chores.count) 种商品", en: "\(chores.count) products"), rank: 3)),
      ]
    case .item, .bin, .lost: goods(&screen)
    }
    return screen
  }

  private func goods(_ screen: inout Screen) {
    guard let first = chores.first else { return }
    let (chore, product) = (first.chore, first.product)
    let to = chore.to?.rawValue ?? "-"
    switch step {
    case .bin(let quantity):
      screen.body = [.fact(Fact(Text(to), weight: .headline))] + product.facts(chore.goods)
      screen.body.append(
        .fact(Fact(Text(zh: "放 \(quantity) 件", en: "Put \(quantity)"), weight: .strong, rank: 0)))
      screen.prompt = .quantity(ClusterPicking.scanBin, proposed: quantity)
      screen.keys = [.back, .lookup, .none]
    case .lost:
      screen.body = product.facts(chore.goods)
      screen.body.append(
        .fact(
          Fact(
            Text(zh: "找不到 \(chore.quantity) 件?", en: "\(chore.quantity) not found?"),
            weight: .strong, rank: 0)))
      screen.prompt = .confirm(Text(zh: "Enter 出账", en: "Enter: write off"))
    case .looking, .tote, .item:
      screen.body = product.facts(chore.goods)
      screen.body.append(
        .fact(
          Fact(
            Text(zh: "\(chore.quantity) 件", en: "\(chore.quantity) pcs"),
            trailing: Text(to), weight: .strong, rank: 0)))
      screen.body.append(
        .fact(Fact(Text(zh: "还有 \(chores.count) 种", en: "\(chores.count) products"), rank: 4)))
      screen.prompt = .scan(ClusterPicking.scanItem)
      screen.keys = [.back, .lookup] + (chores.count > 1 ? [.skipChore] : []) + [.none]
    }
  }
}
