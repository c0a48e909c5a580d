import Barcodes
import Warehouse

/// Pack verification 复核: scan a tote (or an order), then every piece of it.
///
/// A piece that is not the order's, or one too many, is refused by name and the count stands. The
/// last good scan closes the parcel, takes its waybill number and queues its label; then the next
/// tote is scanned. Pieces that were never picked, or that nobody finds, stop the parcel until a
/// person decides: send without them, or hold the order. F3 leaves the bench at any step; what is
/// verified stays verified.
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
  }

  var state = State.source
  var message: Message?
  let first: String?
  var view: PackView?
  var scanned: Product?
  var units = 0
  /// The parcel whose label is on its way.
  var labelled: Code<Parcel>?
  var packed = 0

  /// Makes the job, perhaps with the code of a first tote or order.
  public init(code: String? = nil) {
    first = code
  }

  /// Pieces verified of the order on the bench.
  public var recorded: Progress? {
    guard let view = current else { return nil }
    return Progress(
      done: view.lines.reduce(0) { $0 + $1.packed },
      of: view.lines.reduce(0) { $0 + $1.ordered })
  }

  /// The bench follows its last label until it is out.
  public var isLive: Bool { labelled != nil }

  var current: PackView? {
    switch state {
    case .source, .opening: nil
    case .piece(let view, _), .missing(let view, _), .deciding(let view, _): view
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
    case .answer(.notPackable(let refusal)):
      state = .source
      return refuse(refusal.lines)
    case .answer(.meaning(let meaning)): return refuse(named(meaning))
    case .changed:
      guard let labelled else { return [] }
      return [.ask(.label(labelled))]
    case .answer(.label(let job)): return followed(job)
    case .outcome(let outcome): return heard(outcome)
    case .chosen(let id):
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
    case .opening, .deciding: return []
    }
  }

  private mutating func heard(_ outcome: Outcome) -> [Effect] {
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
      labelled = parcel
      message = Message(
        .good,
        [
          Text(zh: "已封箱, 面单打印中", en: "Closed, label prints"),
          Text(waybill), Text(parcel.rawValue),
        ])
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

  /// A label that does not come out is told at once; it prints by itself when the printer is back,
  /// and that is told too.
  private mutating func followed(_ job: PrintJob?) -> [Effect] {
    guard let job else {
      labelled = nil
      return []
    }
    let told = Message(.bad, Self.noLabel(job))
    switch job.state {
    case .printed:
      labelled = nil
      guard message == told else { return [] }
      message = Message(.good, Self.label(job))
      return [.sound(.good)]
    case .failed:
      guard message != told else { return [] }
      message = told
      return [.sound(.bad)]
    case .queued, .claimed:
      return []
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
    case .function(9):
      guard case .piece(let view, let parcel) = state else { return [] }
      message = nil
      state = .missing(view, parcel)
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
    case .piece: state = .source
    case .source: return [.close]
    case .opening, .deciding: return []
    }
    message = nil
    return []
  }

  private mutating func refuse(_ lines: [Text]) -> [Effect] {
    message = Message(.bad, lines)
    // Pieces on a bench may come in any order: the next one is judged by itself.
    return [.refuse(keepingWaiting: true)]
  }
}
