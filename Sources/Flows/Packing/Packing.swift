import Barcodes
import Warehouse

/// Pack verification 复核: scan a tote (or an order), then every piece of it.
///
/// A piece that is not the order's, or one too many, is refused by name and the count stands. The
/// last good scan closes the parcel, takes its waybill number and queues its label; then the next
/// tote is scanned. Pieces that were never picked, or that nobody finds, stop the parcel until a
/// person decides: send without them, or hold the order. F3 leaves the bench at any step; what is
/// verified stays verified.
///
/// The tote of hot orders 爆款 holds single pieces of one product: each scan of one gives it to the
/// next order, closes its parcel and queues its label, until the tote is empty or a person says
/// that the rest is not there.
public struct Packing: Flow {
  /// The name under which the flow is saved.
  public static let kind = "packing"
  /// The version of the saved form.
  public static let version = 1

  enum State: Hashable, Codable {
    /// Waits for a tote or an order.
    case source
    /// Looks the order up, then opens its parcel.
    case opening
    /// Waits for a piece.
    case piece(PackView, Code<Parcel>)
    /// Waits for a decision about missing pieces.
    case missing(PackView, Code<Parcel>)
    /// Is carrying a decision out.
    case deciding(PackView, Code<Parcel>)
    /// Waits for the next piece of a tote of hot orders.
    case hot(BulkView)
    /// Waits for a word on pieces of hot orders that are not there.
    case lost(BulkView)
  }

  var state = State.source
  var message: Message?
  let first: String?
  var view: PackView?
  var scanned: Product?
  var units = 0
  /// The parcel whose label is on its way.
  var labelled: Code<Parcel>?
  /// Its waybill number.
  var waybill: String?
  /// What was last told of that label, when it did not simply come out.
  var doubted: PrintJob?
  /// What a person just said of a label nobody knew of: there, or not.
  var decided: Bool?
  var packed = 0

  /// Makes the job, perhaps with the code of a first tote or order.
  public init(code: String? = nil) {
    first = code
  }

  /// Pieces verified of the order on the bench.
  public var recorded: Progress? {
    if let bulk { return Progress(done: bulk.packed, of: bulk.orders) }
    guard let view = current else { return nil }
    return Progress(
      done: view.lines.reduce(0) { $0 + $1.packed },
      of: view.lines.reduce(0) { $0 + $1.ordered })
  }

  /// The bench follows its last label until it is out.
  public var isLive: Bool { labelled != nil }

  var current: PackView? {
    switch state {
    case .source, .opening, .hot, .lost: nil
    case .piece(let view, _), .missing(let view, _), .deciding(let view, _): view
    }
  }

  /// The tote of hot orders on the bench.
  var bulk: BulkView? {
    switch state {
    case .hot(let view), .lost(let view): view
    case .source, .opening, .piece, .missing, .deciding: nil
    }
  }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun:
      guard let first else { return [] }
      return look(first)
    case .scan(let scan): return scanned(scan.text)
    case .answer(.packing(let view)):
      self.view = view
      return [.commit(.openParcel(order: view.order))]
    case .answer(.bulk(let view)):
      state = .hot(view)
      return [.sound(.good)]
    case .answer(.notPackable(let refusal)):
      state = .source
      return refuse(refusal.lines)
    case .answer(.meaning(let meaning)):
      return refuse(bulk.map { Self.notHot(meaning, $0) } ?? named(meaning))
    case .changed:
      guard let labelled else { return [] }
      return [.ask(.label(labelled))]
    case .answer(.label(let job)): return followed(job)
    case .outcome(let outcome): return heard(outcome)
    case .chosen(let id):
      if case .lost(let view) = state {
        state = .hot(view)
        return id == "lost" ? [.commit(.lose(from: view.tote))] : []
      }
      guard case .missing(let view, let parcel) = state else { return [] }
      guard let settlement = Settlement(rawValue: id) else {
        state = .piece(view, parcel)
        return []
      }
      state = .deciding(view, parcel)
      return [.commit(.settle(parcel: parcel, settlement))]
    case .key(let key): return pressed(key)
    case .entered, .confirmed, .answer, .verified, .returned: return []
    }
  }

  private mutating func look(_ code: String) -> [Effect] {
    state = .opening
    return [.ask(.packing(code))]
  }

  private mutating func scanned(_ code: String) -> [Effect] {
    message = nil
    if let label = unknownLabel, code == label.rawValue || code == waybill {
      decided = true
      return [.commit(.labelSeen(parcel: label))]
    }
    switch state {
    case .source: return look(code)
    case .piece(let view, let parcel), .missing(let view, let parcel):
      state = .piece(view, parcel)
      guard
        let line = view.lines.first(where: { $0.product.units(of: code) != nil }),
        let units = line.product.units(of: code)
      else { return [.ask(.meaning(code))] }
      scanned = line.product
      self.units = units
      return [.commit(.verify(parcel: parcel, sku: line.product.sku, units: units))]
    case .hot(let view), .lost(let view):
      state = .hot(view)
      guard view.product.units(of: code) == 1 else { return [.ask(.meaning(code))] }
      return [.commit(.packNext(from: view.tote, sku: view.product.sku))]
    case .opening, .deciding: return []
    }
  }

  private mutating func heard(_ outcome: Outcome) -> [Effect] {
    if decided != nil { return labelDecided(outcome) }
    switch (outcome, state) {
    case (.done(.opened(let parcel)), .opening):
      guard let view else { return [] }
      state = .piece(view, parcel)
      if view.lines.allSatisfy({ $0.packed + $0.inTote >= $0.ordered }) { return [.sound(.good)] }
      message = Message(.warn, Self.pickedShort(view))
      return [.sound(.good)]
    case (.done(.verified(let left, let undecided)), .piece(var view, let parcel)):
      guard let product = scanned else { return [] }
      count(product, in: &view)
      state = left == 0 && undecided > 0 ? .missing(view, parcel) : .piece(view, parcel)
      message = Message(
        .good, [Text(zh: "好: \(product.name.zh)", en: "OK: \(product.name.en)")])
      return [.sound(.good)]
    case (.done(.closed(let parcel, let waybill)), _):
      state = .source
      packed += 1
      follow(parcel, waybill)
      message = Message(
        .good,
        [
          Text(zh: "已封箱, 面单打印中", en: "Closed, label prints"),
          Text(waybill), Text(parcel.rawValue),
        ])
      return [.sound(.good)]
    case (.done(.packedNext(let parcel, let waybill, let left)), .hot(var view)):
      packed += 1
      follow(parcel, waybill)
      view.left = left
      view.packed += 1
      state = left == 0 ? .source : .hot(view)
      message = Message(
        .good,
        [
          Text(
            zh: "第 \(view.packed)/\(view.orders) 单", en: "Order \(view.packed) of \(view.orders)"),
          Text(waybill), Text(parcel.rawValue),
        ])
      return [.sound(.good)]
    case (.done(.lost(let count)), .hot(let view)):
      state = .source
      message = Message(
        .warn,
        [Text(zh: "\(view.tote) 缺 \(count) 件已记", en: "\(view.tote): \(count) short")])
      return [.sound(.good)]
    case (.done, .deciding(let view, _)):
      state = .source
      message = Message(
        .warn, [Text(zh: "订单 \(view.order) 已挂起", en: "Order \(view.order) is held")])
      return [.sound(.good)]
    case (.refused(let refusal), .deciding(let view, let parcel)):
      state = .missing(view, parcel)
      return refuse(refusal.lines)
    case (.refused(let refusal), .opening):
      state = .source
      return refuse(refusal.lines)
    case (.refused(.wrongItem), _), (.refused(.extraPiece), _):
      guard case .refused(let refusal) = outcome, let scanned else { return [] }
      var lines = refusal.lines
      lines.insert(Text(scanned.name), at: 1)
      return refuse(lines)
    case (.refused(let refusal), _): return refuse(refusal.lines)
    case (.done, _): return []
    }
  }

  private func count(_ product: Product, in view: inout PackView) {
    guard let index = view.lines.firstIndex(where: { $0.product.sku == product.sku }) else {
      return
    }
    view.lines[index].packed += units
    view.lines[index].inTote -= units
  }

  private mutating func pressed(_ key: Key) -> [Effect] {
    switch key {
    case .function(5): return [.open(Lookup())]
    case .function(8):
      guard let label = unknownLabel else { return [] }
      message = nil
      decided = false
      return [.commit(.labelMissing(parcel: label))]
    case .function(9):
      switch state {
      case .piece(let view, let parcel): state = .missing(view, parcel)
      case .hot(let view): state = .lost(view)
      case .source, .opening, .missing, .deciding, .lost: return []
      }
      message = nil
      return []
    case .escape, .function(3): return back()
    case .character, .function, .enter, .backspace, .delete, .tab, .up, .down, .left, .right,
      .pageUp, .pageDown, .home, .end, .control:
      return []
    }
  }

  private mutating func back() -> [Effect] {
    switch state {
    case .missing(let view, let parcel): state = .piece(view, parcel)
    case .lost(let view): state = .hot(view)
    case .piece, .hot: state = .source
    case .source: return [.close]
    case .opening, .deciding: return []
    }
    message = nil
    return []
  }

  mutating func refuse(_ lines: [Text]) -> [Effect] {
    message = Message(.bad, lines)
    // Pieces on a bench may come in any order: the next one is judged by itself.
    return [.refuse(keepingWaiting: true)]
  }
}
