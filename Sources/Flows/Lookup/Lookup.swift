import Barcodes
public import Warehouse

/// A detour: what is this code? Any known code shows what it is and where; Esc or F3 goes back to
/// the step one came from, which has not moved.
///
/// A supervisor may say of an unknown code which product it belongs to: F7, then a scan of the
/// product; from then on both stand for it.
public struct Lookup: Flow {
  /// The name under which the flow is saved.
  public static let kind = "lookup"
  /// The version of the saved form.
  public static let version = 1

  var meaning: Meaning?
  let teaches: Bool
  /// The unknown code whose product is asked for.
  var teaching: String?
  /// What became of a code that was taught.
  var message: Message?

  /// Makes a detour, perhaps with something to show at once, for somebody who may teach or not.
  public init(showing meaning: Meaning? = nil, teaches: Bool = false) {
    self.meaning = meaning
    self.teaches = teaches
  }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .scan(let scan):
      message = nil
      let scanned = Scanned(scan)
      if let problem = scanned.problem {
        message = Message(.bad, [problem])
        return [.refuse(keepingWaiting: true)]
      }
      return [.ask(Self.question(scanned))]
    case .answer(.meaning(let meaning)):
      if let teaching { return taught(teaching, meaning) }
      self.meaning = meaning
      if case .nothing = meaning { return [.refuse(keepingWaiting: true)] }
      return [.sound(.good)]
    case .outcome(.done):
      let code = teaching ?? ""
      message = Message(.good, [Text(zh: "已记住 \(code)", en: "Learned \(code)")])
      teaching = nil
      return [.sound(.good)] + (code.isEmpty ? [] : [.ask(.meaning(code))])
    case .outcome(.refused(let refusal)):
      teaching = nil
      message = Message(.bad, refusal.lines)
      return [.refuse(keepingWaiting: false)]
    case .key(.function(7)):
      guard teaches, case .nothing(let code) = meaning else { return [] }
      message = nil
      teaching = code
      return []
    case .key(let key):
      guard key == .escape || key == .function(3) else { return [] }
      guard teaching == nil else {
        teaching = nil
        return []
      }
      return [.close]
    case .begun, .entered, .chosen, .confirmed, .answer, .verified, .returned, .changed:
      return []
    }
  }

  /// What is asked of the store to find out what a code stands for.
  public static func question(_ code: String) -> Query { question(Scanned(Scan(text: code))) }

  /// A serial number says more than its product, where it is known.
  private static func question(_ scanned: Scanned) -> Query {
    scanned.serial.map { .piece($0, scanned.code) } ?? .meaning(scanned.code)
  }

  private mutating func taught(_ code: String, _ meaning: Meaning) -> [Effect] {
    guard case .product(let product, let units, _) = meaning else {
      message = Message(.bad, meaning.instead(of: Text(zh: "要扫商品", en: "Scan an item")))
      return [.refuse(keepingWaiting: false)]
    }
    return [.commit(.teach(barcode: code, sku: product.sku, units: units))]
  }

  /// What the person sees now.
  public var screen: Screen {
    var message = self.message
    if message == nil, teaching == nil, let meaning, case .nothing = meaning {
      message = Message(.bad, [meaning.text])
    }
    if let teaching {
      return Screen(
        title: Text(zh: "查询", en: "Look up"),
        body: [
          .fact(Fact(Text(teaching), weight: .strong, rank: 0)),
          .fact(Fact(Text(zh: "是哪个商品的?", en: "Belongs to which?"))),
        ], message: message, prompt: .scan(ClusterPicking.scanItem), keys: [.back])
    }
    var keys: [KeyHint] = [.back]
    if teaches, case .nothing = meaning { keys.append(.belongsTo) }
    return Screen(
      title: Text(zh: "查询", en: "Look up"), body: (meaning?.facts ?? []).map { .fact($0) },
      message: message, prompt: .scan(Text(zh: "扫任意码", en: "Scan any code")), keys: keys)
  }
}

extension Meaning {
  /// What a code stands for, with what one wants to know of it.
  var facts: [Fact] {
    switch self {
    case .bin(let bin, let stock):
      [Fact(Text(bin.code.rawValue), weight: .headline), Fact(bin.kind.text)]
        + contents(stock)
    case .product(let product, let units, let stock):
      [
        Fact(Text(product.name), weight: .headline),
        Fact(Text(product.sku.rawValue), trailing: Text("x\(units)")),
      ]
        + stock.map { entry in
          Fact(
            Text(entry.bin.code.rawValue),
            trailing: Text(
              "\(entry.stock.quantity)"
                + (entry.stock.allocated > 0 ? "/-\(entry.stock.allocated)" : "")))
        }
    case .tote(let tote, let stock):
      [
        Fact(Text(tote.code.rawValue), weight: .headline),
        Fact(
          (tote.order?.rawValue ?? tote.list?.rawValue).map { Text($0) }
            ?? Text(zh: "空闲", en: "free")),
      ] + contents(stock)
    case .order(let order, let lines, let parcels):
      [
        Fact(Text(order.number.rawValue), weight: .headline),
        Fact(order.state.text, trailing: Text(zh: "\(lines)行", en: lines.counted("line"))),
        Fact(Text(order.carrier.rawValue), trailing: Text(order.wave?.rawValue ?? "")),
      ]
        + (order.note.isEmpty ? [] : [Fact(Text(order.note))])
        + parcels.map { Fact(Text($0.waybill ?? $0.code.rawValue), trailing: $0.state.text) }
    case .parcel(let parcel):
      [
        Fact(Text(parcel.code.rawValue), weight: .headline), Fact(parcel.state.text),
        Fact(Text(parcel.waybill ?? "-")),
        Fact(Text(parcel.order.rawValue)),
      ]
    case .list(let list, let open):
      [
        Fact(Text(list.code.rawValue), weight: .headline), Fact(list.state.text),
        Fact(Text(zh: "待拣 \(open) 行", en: "\(open.counted("line")) open")),
      ]
    case .cart(let cart):
      [
        Fact(text, weight: .headline),
        Fact(Text(zh: "\(cart.slots) 个箱位", en: "\(cart.slots) slots")),
      ]
    case .workstation(let bench):
      [Fact(text, weight: .headline), Fact(Text(bench.printer?.rawValue ?? "-"))]
    case .wall(let wall, let free):
      [
        Fact(text, weight: .headline),
        Fact(Text(zh: "\(wall.slots) 格", en: "\(wall.slots) slots")),
        Fact(Text(zh: "空 \(free) 格", en: "\(free) free")),
      ]
    case .wallSlot(let slot):
      [
        Fact(text, weight: .headline),
        Fact(
          slot.order.map { Text($0.rawValue) } ?? Text(zh: "空闲", en: "free"),
          trailing: slot.tote.map { Text($0.rawValue) }),
      ]
    case .serials(let serials, let waybill):
      [Fact(text, weight: .headline)]
        + serials.flatMap { serial in
          [
            Fact(Text(serial.sku.rawValue)),
            Fact(
              Text(serial.holder.label),
              trailing: waybill.flatMap { waybill in
                if case .parcel = serial.holder { Text(waybill) } else { nil }
              }),
          ]
        }
    case .unit(let unit, let name):
      [
        Fact(Text(unit.code.rawValue), weight: .headline),
        Fact(Text(name), trailing: Text("\(unit.quantity)")),
        Fact(Text(unit.goods.holder.label), trailing: unit.state.text),
      ]
    case .cage(let load):
      [
        Fact(text, weight: .headline), Fact(Text(load.carrier)),
        Fact(load.figures.text, trailing: load.cage.dock.map { Text($0.rawValue) }),
      ] + (load.figures.manifest.map { [Fact(Text($0.rawValue))] } ?? [])
    case .manifest(let manifest):
      [
        Fact(Text(manifest.code.rawValue), weight: .headline), Fact(manifest.state.text),
        Fact(
          CageFigures(parcels: manifest.parcels, grams: manifest.grams).text,
          trailing: Text(manifest.carrier.rawValue)),
      ] + (manifest.signature.isEmpty ? [] : [Fact(Text(manifest.signature))])
    case .placed(let parcel, let place):
      [
        Fact(Text(parcel.code.rawValue), weight: .headline), Fact(place.text, weight: .strong),
        Fact(Text(parcel.waybill ?? "-")), Fact(Text(parcel.order.rawValue)),
      ]
    case .badge, .nothing:
      [Fact(text, weight: .headline)]
    }
  }

  private func contents(_ stock: [StockLine]) -> [Fact] {
    stock.isEmpty
      ? [Fact(Text(zh: "空", en: "empty"))]
      : stock.map { Fact(Text($0.name), trailing: Text("\($0.stock.quantity)")) }
  }
}

extension Bin.Kind {
  /// What the bin is for, in a word.
  var text: Text {
    switch self {
    case .pickFace: Text(zh: "拣货位", en: "pick face")
    case .reserve: Text(zh: "存储位", en: "reserve")
    case .staging: Text(zh: "集货区", en: "staging")
    }
  }
}
