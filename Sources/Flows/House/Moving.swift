import Barcodes
public import Warehouse

/// Bringing pieces from bin to bin: replenishment 补货 of pick faces that wait for it, or a move 移库
/// of whatever is wanted.
///
/// Scan the bin they are in, the item, type how many over the proposal if it is not all, and scan
/// the bin they go to. Promised and frozen pieces stay where they are.
public struct Moving: Flow {
  /// The name under which the flow is saved.
  public static let kind = "moving"
  /// The version of the saved form.
  public static let version = 1

  enum Step: Hashable, Codable {
    /// Asks what waits.
    case looking
    /// Waits for the bin pieces are in.
    case from
    /// Waits for the item in that bin.
    case item(Code<Bin>, [StockLine])
    /// Waits for the bin pieces go to, with so many in the hand.
    case to(StockLine, Product, Int)
  }

  let badge: Code<Operator>
  let replenishing: Bool
  var step = Step.looking
  /// The replenishment in hand.
  var chore: ChoreView?
  var message: Message?

  /// Makes the job of a person.
  public init(badge: Code<Operator>, replenishing: Bool) {
    self.badge = badge
    self.replenishing = replenishing
  }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun: return look()
    case .scan(let scan): return scanned(Scanned(scan).code)
    case .entered(let text): return entered(text)
    case .answer(.chores(let chores)):
      chore = chores.first
      step = .from
      return []
    case .answer(.meaning(let meaning)): return named(meaning)
    case .outcome(.done):
      message = Message(.good, [Text(zh: "已移好", en: "Moved")])
      return [.sound(.good)] + look()
    case .outcome(.refused(let refusal)): return refuse(refusal.lines)
    case .key(let key): return pressed(key)
    case .returned, .changed, .confirmed, .chosen, .answer, .verified: return []
    }
  }

  private mutating func look() -> [Effect] {
    chore = nil
    guard replenishing else {
      step = .from
      return []
    }
    step = .looking
    return [.ask(.chores(.replenish, at: nil, for: badge))]
  }

  private mutating func scanned(_ code: String) -> [Effect] {
    message = nil
    return step == .looking ? [] : [.ask(.meaning(code))]
  }

  private mutating func named(_ meaning: Meaning) -> [Effect] {
    switch (meaning, step) {
    case (.bin(let bin, let stock), .from), (.bin(let bin, let stock), .item):
      if let chore, chore.chore.goods.holder != .bin(bin.code) {
        let wanted = chore.chore.goods.holder.label
        return refuse(meaning.instead(of: Text(zh: "要去: \(wanted)", en: "Go to: \(wanted)")))
      }
      guard stock.contains(where: { $0.stock.available > 0 }) else {
        step = .from
        return refuse([Text(zh: "\(bin.code) 没有可移的", en: "\(bin.code): none free")])
      }
      step = .item(bin.code, stock)
      return [.sound(.good)]
    case (.product(let product, let units, _), .item(let bin, let stock)):
      return took(product, units, bin, stock)
    case (.bin(let bin, _), .to(let line, _, let quantity)):
      if let wanted = chore?.chore.to, wanted != bin.code {
        return refuse(meaning.instead(of: Text(zh: "要放 \(wanted)", en: "Put in \(wanted)")))
      }
      return [
        .commit(
          .relocate(
            line.stock.key, to: bin.code, quantity: quantity, chore: chore?.chore.number))
      ]
    case (_, .from), (_, .looking):
      return refuse(meaning.instead(of: Text(zh: "要扫来源库位", en: "Scan the from-bin")))
    case (_, .item): return refuse(meaning.instead(of: Text(zh: "要扫商品", en: "Scan an item")))
    case (_, .to): return refuse(meaning.instead(of: Text(zh: "要扫目的库位", en: "Scan the to-bin")))
    }
  }

  private mutating func took(
    _ product: Product, _ units: Int, _ bin: Code<Bin>, _ stock: [StockLine]
  ) -> [Effect] {
    let free = stock.filter { $0.stock.key.sku == product.sku && $0.stock.available > 0 }
    let line = free.first { $0.stock.key == chore?.chore.goods } ?? free.first
    guard let line, chore == nil || chore?.product.sku == product.sku else {
      return refuse([
        Text(zh: "\(bin) 没有可移的", en: "\(bin): none free"), Text(product.name),
      ])
    }
    let proposed = chore.map { min($0.chore.quantity, line.stock.available) }
    step = .to(line, product, max(1, min(proposed ?? units, line.stock.available)))
    return [.sound(.good)]
  }

  private mutating func entered(_ text: String) -> [Effect] {
    guard case .to(let line, let product, _) = step, let quantity = Int(text) else { return [] }
    guard quantity > 0, quantity <= line.stock.available else {
      return refuse(Refusal.tooMany(asked: quantity, open: line.stock.available).lines)
    }
    message = nil
    step = .to(line, product, quantity)
    return []
  }

  private mutating func pressed(_ key: Key) -> [Effect] {
    switch (key, step) {
    case (.function(5), _): return [.open(Lookup())]
    case (.escape, .to(let line, _, _)), (.function(3), .to(let line, _, _)):
      message = nil
      guard case .bin(let bin) = line.stock.key.holder else { return look() }
      step = .item(bin, [line])
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
      title: replenishing ? Text(zh: "补货", en: "Replenish") : Text(zh: "移库", en: "Bin to bin"),
      message: message, prompt: .wait(Text(zh: "请稍候", en: "One moment")), keys: [.back, .lookup])
    switch step {
    case .looking: break
    case .from:
      screen.prompt = .scan(Text(zh: "扫来源库位", en: "Scan from-bin"))
      if let chore {
        screen.body =
          [.fact(Fact(Text(chore.chore.goods.holder.label), weight: .headline))]
          + chore.product.facts(chore.chore.goods) + [.fact(wanted(chore.chore))]
      } else if replenishing {
        screen.body = [
          .fact(Fact(Text(zh: "没有待补货, 可移库", en: "None waits; move any"), weight: .strong))
        ]
      }
    case .item(let bin, let stock):
      screen.body = [.fact(Fact(Text(bin.rawValue), weight: .headline))]
      if let chore {
        screen.body += chore.product.facts(chore.chore.goods) + [.fact(wanted(chore.chore))]
      } else {
        screen.body += stock.enumerated().map { index, line in
          .fact(
            Fact(
              Text(line.name), trailing: Text("\(line.stock.available)"), rank: 2 + min(index, 20)))
        }
      }
      screen.prompt = .scan(ClusterPicking.scanItem)
    case .to(let line, let product, let quantity):
      screen.body = [
        .fact(
          Fact(
            chore?.chore.to.map { Text($0.rawValue) }
              ?? Text(zh: "任意库位", en: "Any bin"), weight: .headline))
      ]
      screen.body += product.facts(line.stock.key)
      screen.body.append(
        .fact(
          Fact(
            Text(zh: "移 \(quantity) 件", en: "Move \(quantity)"),
            trailing: Text(line.stock.key.holder.label), weight: .strong, rank: 0)))
      screen.prompt = .quantity(Text(zh: "扫目的库位", en: "Scan to-bin"), proposed: quantity)
    }
    return screen
  }

  private func wanted(_ chore: Chore) -> Fact {
    Fact(
      Text(zh: "移 \(chore.quantity) 件", en: "Move \(chore.quantity)"),
      trailing: Text(chore.to?.rawValue ?? "-"), weight: .strong, rank: 0)
  }
}
