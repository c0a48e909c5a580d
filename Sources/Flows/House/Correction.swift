import Barcodes
import Warehouse

/// Stock correction 库存调整: a supervisor sets the book of a bin right, with a reason.
///
/// Scan the bin and the item, choose the lot where there are several, type the pieces there are,
/// choose the reason. Promises that cannot be kept any more are taken back as by a count.
public struct Correction: Flow {
  /// The name under which the flow is saved.
  public static let kind = "correction"
  /// The version of the saved form.
  public static let version = 1

  enum Step: Hashable, Codable {
    /// Waits for a bin.
    case bin
    /// Waits for an item.
    case item(Code<Bin>, [StockLine])
    /// Waits for a lot.
    case lot(Product, [StockLine])
    /// Waits for the pieces there are.
    case pieces(Product, StockKey, Int)
    /// Waits for the reason.
    case reason(Product, StockKey, Int, Int)
  }

  var step = Step.bin
  var message: Message?

  /// Makes the job.
  public init() {}

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .scan(let scan):
      message = nil
      return [.ask(.meaning(Scanned(scan).code))]
    case .entered(let text): return entered(text)
    case .chosen(let id): return chosen(id)
    case .answer(.meaning(let meaning)): return named(meaning)
    case .outcome(.done):
      message = Message(.good, [Text(zh: "已调账", en: "Book set right")])
      step = .bin
      return [.sound(.good)]
    case .outcome(.refused(let refusal)):
      step = .bin
      return refuse(refusal.lines)
    case .key(.function(5)): return [.open(Lookup())]
    case .key(let key): return key == .escape || key == .function(3) ? back() : []
    case .begun, .returned, .changed, .confirmed, .answer, .verified: return []
    }
  }

  private mutating func named(_ meaning: Meaning) -> [Effect] {
    switch (meaning, step) {
    case (.bin(let bin, let stock), .bin), (.bin(let bin, let stock), .item):
      step = .item(bin.code, stock)
      return [.sound(.good)]
    case (.product(let product, _, _), .item(let bin, let stock)):
      let own = stock.filter { $0.stock.key.sku == product.sku }
      if own.count > 1 {
        step = .lot(product, own)
        return [.sound(.good)]
      }
      if let only = own.first {
        step = .pieces(product, only.stock.key, only.stock.quantity)
        return [.sound(.good)]
      }
      guard !product.tracking.lot, !product.tracking.expiry else {
        return refuse(Refusal.lotUnknown(product.sku).lines)
      }
      step = .pieces(product, StockKey(holder: .bin(bin), sku: product.sku), 0)
      return [.sound(.good)]
    case (_, .bin): return refuse(meaning.instead(of: Text(zh: "要扫库位", en: "Scan a bin")))
    case (_, .item): return refuse(meaning.instead(of: Text(zh: "要扫商品", en: "Scan an item")))
    case (_, .lot), (_, .reason):
      return refuse(meaning.instead(of: Text(zh: "请选一项", en: "Choose one")))
    case (_, .pieces):
      return refuse(meaning.instead(of: Text(zh: "请先输件数", en: "Type the pieces")))
    }
  }

  private mutating func entered(_ text: String) -> [Effect] {
    guard case .pieces(let product, let key, let book) = step else { return [] }
    guard let quantity = Int(text), (0...999_999).contains(quantity) else {
      return refuse([Text(zh: "请输件数", en: "Type a number")])
    }
    message = nil
    step = .reason(product, key, book, quantity)
    return []
  }

  private mutating func chosen(_ id: String) -> [Effect] {
    switch step {
    case .lot(let product, let lines):
      guard let index = Int(id), lines.indices.contains(index) else { return [] }
      message = nil
      step = .pieces(product, lines[index].stock.key, lines[index].stock.quantity)
      return []
    case .reason(_, let key, _, let quantity):
      guard let reason = CorrectionReason(rawValue: id) else { return [] }
      return [.commit(.correct(key, quantity: quantity, reason))]
    case .bin, .item, .pieces: return []
    }
  }

  private mutating func back() -> [Effect] {
    message = nil
    switch step {
    case .bin: return [.close]
    case .item, .lot, .pieces: step = .bin
    case .reason(let product, let key, let book, _): step = .pieces(product, key, book)
    }
    return []
  }

  private mutating func refuse(_ lines: [Text]) -> [Effect] {
    message = Message(.bad, lines)
    return [.refuse(keepingWaiting: false)]
  }

  /// What the person sees now.
  public var screen: Screen {
    var screen = Screen(
      title: Text(zh: "库存调整", en: "Correct stock"), message: message,
      prompt: .scan(ClusterPicking.scanBin), keys: [.back, .lookup])
    switch step {
    case .bin: break
    case .item(let bin, let stock):
      screen.body =
        [.fact(Fact(Text(bin.rawValue), weight: .headline))]
        + stock.enumerated().map { index, line in
          .fact(
            Fact(
              Text(line.name), trailing: Text("\(line.stock.quantity)"), rank: 2 + min(index, 20)))
        }
      screen.prompt = .scan(ClusterPicking.scanItem)
    case .lot(let product, let lines):
      screen.body = [.fact(Fact(Text(product.name), weight: .strong))]
      screen.prompt = .choose(
        Text(zh: "哪一批?", en: "Which lot?"),
        lines.enumerated().map { index, line in
          Choice(
            "\(index)", Text("\(line.stock.key.lot) \(line.stock.key.expiry?.short ?? "")"),
            trailing: Text("\(line.stock.quantity)"))
        })
    case .pieces(let product, let key, let book):
      screen.body = product.facts(key)
      screen.body.append(
        .fact(
          Fact(Text(zh: "账面", en: "Book"), trailing: Text("\(book)"), weight: .strong, rank: 0)))
      screen.prompt = .text(Text(zh: "实际几件?", en: "How many there?"))
    case .reason(let product, _, let book, let quantity):
      screen.body = [
        .fact(Fact(Text(product.name), trailing: Text("\(book) > \(quantity)"), weight: .strong))
      ]
      screen.prompt = .choose(
        Text(zh: "为什么?", en: "Why?"),
        CorrectionReason.allCases.map { Choice($0.rawValue, $0.text) })
    }
    return screen
  }
}

extension CorrectionReason {
  /// The reason in a few words.
  var text: Text {
    switch self {
    case .damaged: Text(zh: "货损", en: "Damaged")
    case .lost: Text(zh: "丢失", en: "Lost")
    case .found: Text(zh: "找到", en: "Found")
    case .wrongEntry: Text(zh: "记错账", en: "Wrongly booked")
    }
  }
}
