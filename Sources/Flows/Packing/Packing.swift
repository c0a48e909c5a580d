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
/// A carrier that gives the number itself is asked beside the bench: the parcel waits, the next one
/// may be begun, and its label prints by itself. A carrier's no is told with its remedy. A parcel
/// whose waybill was given up needs no scan again: Enter closes it.
///
/// An order goes into as many parcels as it takes: F7 closes a full one and opens the next. A tote
/// scanned twice is packed without a look at each piece, where the site does so.
///
/// The tote of hot orders 爆款 holds single pieces of one product: each scan of one gives it to the
/// next order, closes its parcel and queues its label, until the tote is empty or a person says
/// that the rest is not there. Where the site wants cartons or weights, each of these parcels is asked
/// for them, too, and then the tote goes on.
///
/// Who has no bench yet scans one; scanning another one is how to move there.
public struct Packing: Flow {
  /// The name under which the flow is saved.
  public static let kind = "packing"
  /// The version of the saved form.
  public static let version = 2

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
    /// Everything is verified and the waybill was given up: waits for a yes to a new one.
    case whole(PackView, Code<Parcel>)
    /// Waits for the next piece of a tote of hot orders.
    case hot(BulkView)
    /// Waits for a word on pieces of hot orders that are not there.
    case lost(BulkView)
    /// Asks for the carton or the weight of a parcel.
    case bench(PackView, BenchView?, Step)
    /// Waits for the label of a closed parcel, scanned on it; then goes on with a tote of hot orders.
    case proof(Code<Parcel>, String, BulkView?)
  }

  /// The parcel that goes on once the label of the full one before it is on.
  struct After: Hashable, Codable {
    let view: PackView
    let parcel: Code<Parcel>
  }

  /// A parcel without its number, and which trouble was told of it.
  struct Awaited: Hashable, Codable {
    let parcel: Code<Parcel>
    var told: Name?
  }

  var state = State.source
  var message: Message?
  let first: String?
  var view: PackView?
  var scanned: Product?
  var units = 0
  /// The parcel whose label is on its way.
  var labelled: Code<Parcel>?
  /// The parcels whose carriers are asked for their numbers; nil for none.
  var awaited: [Awaited]?
  /// Its waybill number.
  var waybill: String?
  /// What was last told of that label, when it did not simply come out.
  var doubted: PrintJob?
  /// What a person just said of a label nobody knew of: there, or not.
  var decided: Bool?
  var packed = 0
  /// What the scans of the piece in the hand told.
  var told = Told()
  /// Whether the serial number of the piece in the hand is asked for.
  var wantsSerial = false
  /// What the bench knows of the parcel on it; nil where it asks for nothing.
  var bench: BenchView?
  /// What the scale shows.
  var scale: ScaleView?
  /// The weight that is being looked at, or did not pass.
  var off: Off?
  /// What was last taken from the scale.
  var tried: Load?
  /// The load the last parcel was weighed with.
  var usedLoad: Int?
  /// Whether a full parcel is being closed; nil for no.
  var isFilling: Bool?
  /// Whether pieces go back to be verified again; nil for no.
  var isRechecking: Bool?
  /// Whether a weight is being let pass; nil for no.
  var isPassing: Bool?
  /// Whether material is being noted; nil for no.
  var isNoting: Bool?
  /// What waits to be packed.
  var queue: BenchQueue?
  /// The bench, once a cart was left there.
  var place: Code<Workstation>?
  /// What goes on behind the label of a full parcel.
  var after: After?
  /// The tote of hot orders that goes on behind the parcel on the bench.
  var hot: BulkView?

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
  public var isLive: Bool {
    if case .bench(_, _, .weight) = state { return true }
    return labelled != nil || awaited != nil
  }

  var current: PackView? {
    switch state {
    case .source, .opening, .hot, .lost, .proof: nil
    case .piece(let view, _), .missing(let view, _), .deciding(let view, _), .whole(let view, _),
      .bench(let view, _, _):
      view
    }
  }

  /// The tote of hot orders on the bench.
  var bulk: BulkView? {
    switch state {
    case .hot(let view), .lost(let view): view
    case .source, .opening, .piece, .missing, .deciding, .whole, .bench, .proof: nil
    }
  }

  /// Takes what happened and says what is wanted; whenever the next tote is asked for, what waits is
  /// asked for with it.
  public mutating func handle(_ event: Event) -> [Effect] {
    let before = state
    let effects = react(to: event)
    if state == .source { hot = nil }
    let isAsking = effects.contains { effect in
      switch effect {
      case .commit, .ask, .verify, .signIn, .open, .become, .close, .signOut, .switchLanguage,
        .choose, .changeUser:
        true
      case .sound, .refuse, .adopt: false
      }
    }
    guard state == .source, before != .source || event == .begun || event == .confirmed, !isAsking
    else { return effects }
    return effects + [.ask(.queue(place))]
  }

  private mutating func react(to event: Event) -> [Effect] {
    switch event {
    case .begun:
      guard let first else { return [] }
      return look(first)
    case .scan(let scan): return scanned(Scanned(scan))
    case .answer(.packing(let view)):
      self.view = view
      return [.commit(.openParcel(order: view.order))]
    case .answer(.bulk(let view)):
      if let open = view.open {
        hot = view
        return look(open.rawValue)
      }
      state = .hot(view)
      return [.sound(.good)]
    case .answer(.notPackable(.unknown(let code))): return [.ask(.meaning(code))]
    case .answer(.notPackable(let refusal)):
      state = .source
      return refuse(refusal.lines)
    case .answer(.meaning(let meaning)):
      if wantsSerial { return numbered(meaning) }
      if case .opening = state, case .cart(let cart) = meaning {
        state = .source
        return [.commit(.dropCart(cart.code))]
      }
      if case .opening = state, case .workstation(let bench) = meaning {
        state = .source
        return [.commit(.equip(workstation: bench.code, cart: nil))]
      }
      if case .opening = state {
        state = .source
        return refuse(meaning.instead(ofFull: Self.scanSource))
      }
      return refuse(bulk.map { Self.notHot(meaning, $0) } ?? named(meaning))
    case .changed:
      if case .bench(_, let known?, .weight) = state { return [.ask(.scale(known.parcel))] }
      return lookForLabel()
    case .answer(.scale(let shown)):
      let effects = scaled(shown)
      return effects.isEmpty ? lookForLabel() : effects
    case .answer(.bench(let known)): return knows(known)
    case .answer(.queue(let queue)):
      self.queue = queue
      return []
    case .answer(.badge(let person)): return badge(person)
    case .verified(let isRight): return verified(isRight)
    case .answer(.label(let job)): return followed(job) + lookForNumbers()
    case .answer(.waybills(let jobs)): return followed(jobs)
    case .outcome(let outcome): return heard(outcome)
    case .chosen(let id):
      if case .lost(let view) = state {
        state = .hot(view)
        return id == "lost" ? [.commit(.lose(from: view.tote))] : []
      }
      if case .bench(let view, let known?, let step) = state {
        return chosen(id, view, known, step)
      }
      guard case .missing(let view, let parcel) = state else { return [] }
      guard let settlement = Settlement(rawValue: id) else {
        state = .piece(view, parcel)
        return []
      }
      state = .deciding(view, parcel)
      return [.commit(.settle(parcel: parcel, settlement))]
    case .key(let key): return pressed(key)
    case .confirmed:
      guard case .whole(let view, let parcel) = state else { return [] }
      state = .deciding(view, parcel)
      return [.commit(.closeParcel(parcel))]
    case .entered(let text): return entered(text)
    case .answer, .returned: return []
    }
  }

  private func lookForLabel() -> [Effect] {
    guard let labelled else { return lookForNumbers() }
    return [.ask(.label(labelled))]
  }

  mutating func look(_ code: String) -> [Effect] {
    state = .opening
    return [.ask(.packing(code))]
  }

  private mutating func scanned(_ scan: Scanned) -> [Effect] {
    message = nil
    if let problem = scan.problem { return refuse([problem]) }
    let code = scan.code
    if wantsSerial { return numbered(scan) }
    if case .proof(let parcel, _, _) = state {
      return [.commit(.proveLabel(parcel: parcel, scanned: code))]
    }
    if let label = unknownLabel, code == label.rawValue || code == waybill {
      decided = true
      return [.commit(.labelSeen(parcel: label))]
    }
    switch state {
    case .source: return look(code)
    case .piece(let view, let parcel), .missing(let view, let parcel):
      state = .piece(view, parcel)
      if view.totes.contains(where: { $0.rawValue == code }) {
        return [.commit(.sealAll(parcel: parcel))]
      }
      if let material = bench?.rules.material(code) {
        isNoting = true
        return [.commit(.useMaterial(parcel: parcel, material.code, count: 1))]
      }
      guard
        let line = view.lines.first(where: { $0.product.units(of: scan) != nil }),
        let units = line.product.units(of: scan)
      else { return [.ask(.meaning(code))] }
      scanned = line.product
      self.units = units
      return [.commit(verifying(parcel, line.product, scan))]
    case .hot(let view), .lost(let view):
      state = .hot(view)
      guard view.product.units(of: scan) == 1 else { return [.ask(.meaning(code))] }
      scanned = view.product
      units = 1
      told = Self.told(by: scan, of: view.product)
      let command = Command.packNext(from: view.tote, sku: view.product.sku)
      return [.commit(told.isEmpty ? command : .told(command, told))]
    case .whole:
      return refuse([
        Text(zh: "货已复核完", en: "All is verified"), Text(zh: "按 Enter 出新面单", en: "Enter: new label"),
      ])
    case .bench(let view, let known, let step):
      return known.map { scanned(code, view, $0, step) } ?? []
    case .opening, .deciding, .proof: return []
    }
  }

  private mutating func pressed(_ key: Key) -> [Effect] {
    if case .bench(let view, let known?, let step) = state,
      let effects = pressed(key, view, known, step)
    {
      return effects
    }
    switch key {
    case .function(5): return [.open(Lookup())]
    case .function(7):
      guard case .piece(_, let parcel) = state else { return [] }
      (message, wantsSerial, isFilling) = (nil, false, true)
      return [.commit(.fillParcel(parcel))]
    case .function(8):
      guard let label = unknownLabel else { return [] }
      message = nil
      decided = false
      return [.commit(.labelMissing(parcel: label))]
    case .function(9):
      wantsSerial = false
      switch state {
      case .piece(let view, let parcel): state = .missing(view, parcel)
      case .hot(let view): state = .lost(view)
      case .source, .opening, .missing, .deciding, .lost, .whole, .bench, .proof: return []
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
    if wantsSerial {
      wantsSerial = false
      message = nil
      return []
    }
    switch state {
    case .missing(let view, let parcel): state = .piece(view, parcel)
    case .lost(let view): state = .hot(view)
    case .piece, .hot, .whole, .proof: (state, after) = (.source, nil)
    case .bench(let view, let known?, let step):
      switch step {
      case .instead: state = .bench(view, known, .carton)
      case .release, .pin, .reason: state = .bench(view, known, .weight)
      case .asking, .carton, .weight: state = .source
      }
      (off, tried) = (step == .weight ? nil : off, step == .weight ? nil : tried)
    case .bench: state = .source
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
