import Barcodes
public import Warehouse

/// Counting 盘点, blind: the book is never shown.
///
/// The next bin that waits is named; any other bin may be scanned and is counted whole. There each
/// product, lot by lot, is scanned and its pieces are typed; F9 says there are none. A count that
/// differs from the book is asked for once more, and two counts that agree decide. A product the
/// book does not have there is taken up by its scan. F6 leaves one for later, F3 goes back.
public struct Counting: Flow {
  /// The name under which the flow is saved.
  public static let kind = "counting"
  /// The version of the saved form.
  public static let version = 1

  enum Step: Hashable, Codable {
    /// Asks what waits.
    case looking
    /// Waits for a bin.
    case bin
    /// Is taking a bin in hand, or reads what is to be counted there.
    case beginning(Code<Bin>)
    /// Waits for one of the bin's products.
    case item(Code<Bin>)
    /// Waits for its pieces.
    case pieces(Code<Bin>)
  }

  let badge: Code<Operator>
  let first: Code<Bin>?
  var step = Step.looking
  var chores: [ChoreView] = []
  var message: Message?

  /// Makes the job of a person, perhaps beginning with a bin.
  public init(badge: Code<Operator>, bin: Code<Bin>? = nil) {
    self.badge = badge
    first = bin
  }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun:
      guard let first else { return look() }
      step = .beginning(first)
      return [.commit(.countBin(first))]
    case .scan(let scan): return scanned(Scanned(scan).code)
    case .entered(let text): return entered(text)
    case .answer(.chores(let chores)): return found(chores)
    case .answer(.meaning(let meaning)): return named(meaning)
    case .outcome(.done(.counted(let result))): return counted(result)
    case .outcome(.done): return reread()
    case .outcome(.refused(let refusal)): return refused(refusal)
    case .key(let key): return pressed(key)
    case .returned, .changed, .confirmed, .chosen, .answer, .verified: return []
    }
  }

  private mutating func look() -> [Effect] {
    step = .looking
    return [.ask(.chores(.count, at: nil, for: badge))]
  }

  private mutating func reread() -> [Effect] {
    guard let bin else { return look() }
    step = .beginning(bin)
    return [.ask(.chores(.count, at: .bin(bin), for: badge))]
  }

  var bin: Code<Bin>? {
    switch step {
    case .looking, .bin: nil
    case .beginning(let bin), .item(let bin), .pieces(let bin): bin
    }
  }

  private mutating func found(_ chores: [ChoreView]) -> [Effect] {
    self.chores = chores
    guard let bin else {
      step = .bin
      return []
    }
    guard !chores.isEmpty else {
      if message == nil {
        message = Message(.good, [Text(zh: "\(bin) 盘完", en: "\(bin) is counted")])
      }
      return look()
    }
    step = .item(bin)
    return [.sound(.good)]
  }

  private mutating func scanned(_ code: String) -> [Effect] {
    message = nil
    switch step {
    case .looking, .beginning: return []
    case .bin: return [.ask(.meaning(code))]
    case .item(let bin), .pieces(let bin):
      if let index = chores.firstIndex(where: { $0.product.units(of: code) != nil }) {
        chores.insert(chores.remove(at: index), at: 0)
        step = .pieces(bin)
        return [.sound(.good)]
      }
      return [.ask(.meaning(code))]
    }
  }

  private mutating func named(_ meaning: Meaning) -> [Effect] {
    switch (meaning, step) {
    case (.bin(let bin, _), .bin), (.bin(let bin, _), .item):
      step = .beginning(bin.code)
      return [.commit(.countBin(bin.code))]
    case (.product(let product, _, _), .item(let bin)):
      step = .beginning(bin)
      return [.commit(.foundGoods(bin: bin, sku: product.sku))]
    case (_, .pieces):
      return refuse(meaning.instead(of: Text(zh: "请先输件数", en: "Type the pieces")))
    case (_, .item):
      return refuse(meaning.instead(of: Text(zh: "要扫商品", en: "Scan an item")))
    case (_, .bin), (_, .looking), (_, .beginning):
      return refuse(meaning.instead(of: Text(zh: "要扫库位", en: "Scan a bin")))
    }
  }

  private mutating func entered(_ text: String) -> [Effect] {
    guard case .pieces = step, let chore = chores.first?.chore else { return [] }
    guard let quantity = Int(text), (0...999_999).contains(quantity) else {
      return refuse([Text(zh: "请输件数", en: "Type a number")])
    }
    message = nil
    return [.commit(.count(chore: chore.number, quantity: quantity))]
  }

  private mutating func counted(_ result: CountResult) -> [Effect] {
    switch result {
    case .agreed: message = Message(.good, [Text(zh: "盘点相符", en: "Count agrees")])
    case .again:
      message = Message(
        .warn,
        [
          Text(zh: "与账不符, 再数一次", en: "Differs from book"),
          Text(zh: "重扫商品", en: "Count it once more"),
        ]
      )
    case .adjusted(let by):
      let sign = by > 0 ? "+" : ""
      message = Message(
        .warn, [Text(zh: "已调账 \(sign)\(by) 件", en: "Book set right: \(sign)\(by)")])
    }
    return reread()
  }

  private mutating func refused(_ refusal: Refusal) -> [Effect] {
    let effects = refuse(refusal.lines)
    switch step {
    case .pieces(let bin):
      // Somebody else may have counted it.
      step = .beginning(bin)
      return effects + [.ask(.chores(.count, at: .bin(bin), for: badge))]
    case .beginning(let bin):
      guard !chores.isEmpty, chores.first?.chore.goods.holder == .bin(bin) else {
        return effects + look()
      }
      step = .item(bin)
      return effects
    case .looking, .bin, .item: return effects
    }
  }

  private mutating func pressed(_ key: Key) -> [Effect] {
    switch (key, step) {
    case (.function(5), _): return [.open(Lookup())]
    case (.function(9), .item), (.function(9), .pieces):
      guard let chore = chores.first?.chore, let bin else { return [] }
      message = nil
      step = .pieces(bin)
      return [.commit(.count(chore: chore.number, quantity: 0))]
    case (.function(6), .item) where chores.count > 1:
      message = nil
      chores.append(chores.removeFirst())
      return []
    case (.escape, .pieces(let bin)), (.function(3), .pieces(let bin)):
      message = nil
      step = .item(bin)
      return []
    case (.escape, .item), (.function(3), .item):
      message = nil
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
      title: Text(zh: "盘点", en: "Count"), message: message,
      prompt: .wait(Text(zh: "请稍候", en: "One moment")), keys: [.back])
    switch step {
    case .looking, .beginning: break
    case .bin:
      screen.prompt = .scan(Text(zh: "扫库位", en: "Scan bin"))
      screen.keys = [.back, .lookup]
      guard let next = chores.first?.chore else {
        screen.body = [.fact(Fact(Text(zh: "没有待盘库位", en: "No count waiting"), weight: .strong))]
        break
      }
      screen.body = [
        .fact(Fact(Text(next.goods.holder.label), weight: .headline)),
        .fact(Fact(Text(zh: "待盘 \(chores.count) 种", en: "\(chores.count) to count"))),
        .fact(Fact(next.cause.text, rank: 3)),
      ]
    case .item(let bin), .pieces(let bin):
      guard let first = chores.first else { break }
      screen.title = Text(zh: "盘点 \(bin)", en: "Count \(bin)")
      screen.body = first.product.facts(first.chore.goods)
      if first.chore.difference != nil {
        screen.body.append(.fact(Fact(Text(zh: "复盘", en: "Second count"), weight: .strong)))
      }
      screen.body.append(
        .fact(Fact(Text(zh: "还有 \(chores.count) 种", en: "\(chores.count) to count"), rank: 4)))
      if case .item = step {
        screen.prompt = .scan(ClusterPicking.scanItem)
        screen.keys = [.back, .lookup] + (chores.count > 1 ? [.skipChore] : []) + [.none]
      } else {
        screen.prompt = .text(Text(zh: "数到几件?", en: "How many pieces?"))
        screen.keys = [.back, .none]
      }
    }
    return screen
  }
}

extension Chore.Cause {
  /// Why there is anything to do, in a few words.
  var text: Text {
    switch self {
    case .short: Text(zh: "因缺拣", en: "after a short pick")
    case .zeroCheck: Text(zh: "应空未空", en: "not empty as booked")
    case .asked: Text(zh: "人工要求", en: "asked for")
    case .intercept: Text(zh: "订单拦截", en: "order was stopped")
    case .emptyFace: Text(zh: "拣货位空", en: "pick face is empty")
    }
  }
}
