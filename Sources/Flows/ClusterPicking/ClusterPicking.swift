import Barcodes
public import Warehouse

/// Picking 拣货: one walk over the stops of a list, whichever way it is picked.
///
/// Cluster 边拣边分 sorts each piece into its order's tote at the bin; discrete 摘果 has one order and
/// one tote; batch 合拣 and bulk 爆款 take the pieces of all orders into one tote, to be sorted later;
/// a zone's 分区 list goes on with the totes that the zone before passes on: scanning one takes the
/// list and binds it. The steps are the same
/// for all: lines of one stop that want the same pieces into the same tote are picked as one.
///
/// A list is offered with what it will take; Enter takes it, and the list in hand comes back by
/// itself. Then a free tote is scanned for every slot. At each stop: the bin, the item, and the
/// tote of each slot that wants pieces; the quantity stands there and can be typed over downwards.
/// A bin of the same list, scanned out of turn, is never an error: the rest of the walk is planned
/// again from there. Another bin with free pieces of the product is taken as its replacement.
/// Everything else is refused by name with what was wanted. F6 leaves a stop for the end, F9 says
/// why pieces are missing (other bins are promised where there are any), F7 puts an empty tote in
/// place of a full one, F8 takes the last step back, F5 looks a code up and comes back, F3 goes a
/// step back. A bin that should be empty now is asked about where the site wants it. What others
/// change in the list is told between steps, and the rest is planned again. When nothing is open
/// the totes are set down at the drop.
public struct ClusterPicking: Flow {
  /// The name under which the flow is saved.
  public static let kind = "clusterPicking"
  /// The version of the saved form.
  public static let version = 4

  enum Step: Hashable, Codable {
    /// Asks for a list.
    case looking
    /// No list is waiting.
    case nothing
    /// Waits for a yes to a list.
    case offer
    /// Waits for a tote for the first slot without one.
    case bind
    /// Waits for the bin of the next line.
    case bin
    /// Waits for the item of the next line.
    case item
    /// Waits for the tote of the next line, with so many pieces in the hand.
    case tote(Int)
    /// Waits for the reason of a short pick.
    case reason
    /// Waits for an empty tote in place of a full one, with so many pieces in the hand.
    case full(Int)
    /// Nothing is open: waits for a yes at the drop.
    case drop
    /// Waits for the pieces that are left in a bin that should be empty.
    case empty(StockKey)
    /// Waits for the bin that the pieces of the last pick go back to, or for a yes where no pieces
    /// were moved.
    case undo(Pick)
    /// Waits for what must be known of so many pieces in the hand: lot, serial numbers, weight.
    case known(Int)
    /// Waits for the digits of a bin whose label is damaged.
    case digits
    /// Waits for the bin that the missing pieces lie in.
    case elsewhere
    /// Waits for a word on another product in place of missing pieces.
    case substitute(SubstituteView)
  }

  let badge: Code<Operator>
  var step = Step.looking
  var view: ListView?
  /// The bin the person stands at, once its label was scanned.
  var here: Code<Bin>?
  /// The bin pieces are taken from in place of the planned one.
  var instead: Code<Bin>?
  /// The product whose label was scanned at this bin.
  var item: StockKey?
  /// The tote of the zone before that was scanned to go on with it.
  var handed: Code<Tote>?
  /// The tote that is being bound.
  var binding: Code<Tote>?
  /// What is known of the pieces in the hand, and of how many of them the weight.
  var told = Told()
  var weighed = 0
  /// What lies in the bin of the product, lot by lot, once it was asked.
  var lots: [Stock] = []
  /// The lines that came out short, until it is asked what may go in place of their pieces.
  var shorted: [Code<PickLine>] = []
  /// The bin that pieces in the hand came from, when nobody wants them any more.
  var unwanted: Code<Bin>?
  var message: Message?

  /// Makes the job of a person.
  public init(badge: Code<Operator>) {
    self.badge = badge
  }

  /// Lines of the list in hand that are closed; those given back are no part of it any more.
  public var recorded: Progress? {
    guard let view, view.list.state == .picking else { return nil }
    let lines = view.lines.filter { $0.state != .released }
    return Progress(done: lines.filter { $0.open == 0 }.count, of: lines.count)
  }

  /// The line that is next in the walk.
  var next: PickLine? { view?.lines.first { $0.open > 0 } }

  /// The next line with all that want the same pieces of its stop into the same slot.
  var together: [PickLine] {
    guard let view, let next else { return [] }
    return view.lines.filter {
      $0.open > 0 && $0.from == next.from && $0.slot == next.slot
    }
  }

  /// Base units that are wanted at the stop into the slot.
  var wanted: Int { together.reduce(0) { $0 + $1.open } }

  /// The bin pieces of a line come from now.
  func bin(of line: PickLine) -> Code<Bin>? {
    if let instead { return instead }
    guard case .bin(let code) = line.from.holder else { return nil }
    return code
  }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun: return [.ask(.nextList(badge))]
    case .answer(.list(let view)): return loaded(view)
    case .answer(.walk(let walk)): return planned(walk)
    case .answer(.meaning(let meaning)): return named(meaning)
    case .scan(let scan): return scanned(Scanned(scan))
    case .entered(let text): return entered(text)
    case .confirmed: return confirmed()
    case .chosen(let id): return chosen(id)
    case .key(let key): return pressed(key)
    case .outcome(.done(let receipt)): return done(receipt)
    case .outcome(.refused(let refusal)): return refused(refusal)
    case .answer(.lastPick(let pick, let stays)): return undoing(pick, stays)
    case .changed: return looked()
    case .answer(.revision(let revision)): return compared(revision)
    case .answer(.lots(let stock)):
      lots = stock
      return []
    case .answer(.substitute(let substitute)): return offered(substitute)
    case .returned, .verified, .answer: return []
    }
  }

  /// A list in hand follows what others do to it, between steps; who has none waits for one.
  public var isLive: Bool {
    guard step != .nothing else { return true }
    guard view?.list.state == .picking else { return false }
    switch step {
    case .bin, .item, .drop: return true
    case .looking, .nothing, .offer, .bind, .tote, .reason, .full, .empty, .undo, .known, .digits,
      .elsewhere, .substitute:
      return false
    }
  }

  // MARK: - What the store says

  private mutating func loaded(_ view: ListView?) -> [Effect] {
    if let told = stopped(before: self.view, now: view) { message = told }
    unwanted = nil
    if let tote = handed, view?.list.state != .picking {
      handed = nil
      guard let view, view.passed.values.contains(tote) else {
        return refuse([
          Text(zh: "周转箱 \(tote)", en: "Tote \(tote)"),
          Text(zh: "没有传给这里", en: "is not passed on"),
        ])
      }
      self.view = view
      step = .offer
      handed = tote
      return [.commit(.take(view.list.code))]
    }
    self.view = view
    guard let view else {
      step = .nothing
      return []
    }
    guard view.list.state == .picking, view.list.badge == badge else {
      let isAwaited = step == .nothing
      step = .offer
      return isAwaited ? [.sound(.good)] : []
    }
    // Lines that came to the list while nobody had it are walked where they lie.
    if step == .offer, view.lines.unwalked > 0 { return replan() }
    arrive()
    guard let tote = handed else { return [] }
    handed = nil
    guard step == .bind, view.passed.values.contains(tote) else { return [] }
    return bind(tote, view)
  }

  /// A tote goes into its slot, or into the next one without.
  mutating func bind(_ tote: Code<Tote>, _ view: ListView) -> [Effect] {
    binding = tote
    guard let slot = slotToBind else { return [] }
    return [.commit(.bind(list: view.list.code, slot: slot.number, tote: tote))]
  }

  private mutating func done(_ receipt: Receipt) -> [Effect] {
    switch (receipt, step) {
    case (.picked(let line, _), _): return put([line])
    case (.gathered(let lines, _), _): return put(lines)
    case (.emptied(let lines, _, let key), _):
      let effects = put(lines)
      step = .empty(key)
      return effects
    case (.shorted(let missing, let replaced), _):
      message = Message(
        missing > 0 ? .warn : .good,
        [
          replaced > 0
            ? Text(zh: "缺拣已记, 换\(replaced)个库位", en: "Short; \(replaced.counted("other bin"))")
            : Text(zh: "已记缺拣, 欠 \(missing) 件", en: "Short by \(missing)")
        ])
      guard missing > 0 else { return replan() }
      return offerSubstitute()
    case (.plain, .drop):
      view = nil
      here = nil
      message = Message(
        .good, [Text(zh: "拣货单完成", en: "List finished")])
      step = .looking
      return [.sound(.good), .ask(.nextList(badge))]
    case (.plain, .bind):
      // Nothing but the slot has changed, so the list need not be read again.
      place(binding, in: slotToBind?.number)
      arrive()
      return [.sound(.good)]
    case (.plain, .full(let counted)):
      place(binding, in: next?.slot)
      let tote = binding?.rawValue ?? ""
      message = Message(
        .good,
        [Text(zh: "\(next?.slot ?? 0)号位换 \(tote)", en: "Slot \(next?.slot ?? 0) has \(tote)")])
      step = .tote(counted)
      return [.sound(.good)]
    case (.plain, .bin), (.plain, .item), (.plain, .tote):
      // A line was left for the end: what is walked when is planned anew.
      return [.sound(.good)] + replan()
    case (.plain, .empty):
      return checked()
    case (.plain, .undo(let pick)):
      return undone(pick)
    case (.plain, _):
      // The list has changed: it is read again as it is now.
      return [.sound(.good), .ask(.nextList(badge))]
    case (.signedIn, _), (.allocated, _), (.opened, _), (.verified, _), (.closed, _), (.seeded, _),
      (.packedNext, _), (.lost, _), (.counted, _), (.tried, _), (.carried, _), (.levered, _),
      (.caged, _), (.uncaged, _), (.manifested, _), (.handedOver, _), (.filled, _), (.dropped, _):
      return []
    case (.relotted(let lines), _): return relotted(lines)
    }
  }

  private mutating func refused(_ refusal: Refusal) -> [Effect] {
    handed = nil
    if refusal == .notTheOpenLines { return replan() }
    if case .staleWalk = refusal { return replan() }
    if case .unknown(let code) = refusal, asksForATote { return [.ask(.meaning(code))] }
    mistold(refusal)
    let effects = refuse(refusal.lines)
    if refusal.changesTheWalk {
      if holdsPieces { unwanted = next.flatMap { bin(of: $0) } }
      return effects + replan()
    }
    if case .undo = step { arrive() }
    guard refusal.losesTheList else { return effects }
    step = .looking
    return effects + [.ask(.nextList(badge))]
  }

  private var asksForATote: Bool {
    if case .full = step { true } else { step == .bind }
  }

  private var holdsPieces: Bool {
    switch step {
    case .tote, .known: true
    case .looking, .nothing, .offer, .bind, .bin, .item, .reason, .full, .drop, .empty, .undo,
      .digits, .elsewhere, .substitute:
      false
    }
  }

  /// Asks for the shortest walk over what is open, from where the person stands.
  mutating func replan() -> [Effect] {
    guard let view else { return [.ask(.nextList(badge))] }
    forget()
    step = .looking
    return [.ask(.walk(view.list.code, from: standing(view)))]
  }

  private mutating func planned(_ walk: WalkView) -> [Effect] {
    guard !walk.order.isEmpty else { return [.ask(.nextList(badge))] }
    return [
      .commit(
        .adoptWalk(
          list: walk.list, revision: walk.revision, order: walk.order, walk: walk.walk))
    ]
  }

  private mutating func put(_ lines: [PickLine]) -> [Effect] {
    let before = view?.lines ?? []
    let put = lines.reduce(0) { sum, line in
      sum + line.picked - (before.first { $0.code == line.code }?.picked ?? 0)
    }
    let slot = lines.first?.slot ?? 0
    for line in lines { update(line) }
    message = Message(
      .good, [Text(zh: "好: \(put) 件放 \(slot)号箱", en: "OK: \(put) in slot \(slot)")])
    // The lot stays with the item; the rest was of these pieces only.
    told = Told(lot: told.unit == nil ? told.lot : nil)
    weighed = 0
    arrive()
    return [.sound(.good)]
  }

  /// The slot a tote is wanted for.
  var slotToBind: PickList.Slot? {
    guard let slots = view?.unbound else { return nil }
    return slots.first { view?.passed[$0.number] == binding && binding != nil } ?? slots.first
  }

  private mutating func place(_ tote: Code<Tote>?, in slot: Int?) {
    guard let index = view?.list.slots.firstIndex(where: { $0.number == slot }) else { return }
    view?.list.slots[index].tote = tote
  }

  mutating func update(_ line: PickLine) {
    guard let index = view?.lines.firstIndex(where: { $0.code == line.code }) else { return }
    view?.lines[index] = line
  }

  /// Goes to the step that the list wants next.
  mutating func arrive() {
    guard let view else {
      step = .looking
      return
    }
    binding = nil
    guard view.unbound.isEmpty else {
      step = .bind
      return
    }
    guard let next else {
      step = .drop
      return
    }
    let planned: Code<Bin>? = if case .bin(let code) = next.from.holder { code } else { nil }
    if item != next.from || (instead == nil && planned != here) {
      instead = nil
      item = nil
      forget()
    }
    guard instead != nil || planned == here else {
      step = .bin
      return
    }
    guard item == next.from, scanning == .once else {
      item = nil
      step = .item
      return
    }
    step = want(wanted) == nil ? .tote(wanted) : .known(wanted)
  }

  mutating func refuse(_ lines: [Text]) -> [Effect] {
    message = Message(.bad, lines)
    return [.refuse(keepingWaiting: false)]
  }
}
