import Barcodes
import Warehouse

/// Carrier sort 按快递分拨: labelled parcels go into the cages of their carriers.
///
/// Scan a parcel's waybill: the carrier and its cage stand on the glass as large as it allows; scan
/// the cage and the parcel is in. Another carrier's cage is refused by both carriers' names. Who
/// stands at a cage scans it first, and then every parcel of its carrier goes straight in; scanning
/// the cage once more, or another one, ends that. A parcel that has no label, a void one, was
/// stopped or handed over is refused with what to do with it. F7 takes parcels out again, also
/// stopped ones, F8 goes on to the handover. F3 goes a step back; what is in a cage stays there.
public struct Sorting: Flow {
  /// The name under which the flow is saved.
  public static let kind = "sorting"
  /// The version of the saved form.
  public static let version = 1

  enum State: Hashable, Codable {
    /// Waits for a parcel, or for the cage one stands at.
    case parcel
    /// Waits for the cage of the parcel in the hand.
    case cage(SortView)
    /// Stands at a cage: parcels go straight in.
    case inside(CageLoad)
    /// Waits for a parcel to be taken out of its cage.
    case out
  }

  var state = State.parcel
  var message: Message?
  var loads: [CageLoad] = []
  let first: String

  /// Makes the job, perhaps with the code of a cage one stands at.
  public init(code: String = "") {
    first = code
  }

  /// What stands in the cages follows what others do.
  public var isLive: Bool { state == .parcel }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun: return [.ask(first.isEmpty ? .cages : .sorting(first))]
    case .changed, .returned: return state == .parcel ? [.ask(.cages)] : []
    case .scan(let scan): return scanned(scan.text)
    case .answer(.cages(let loads)):
      self.loads = loads
      return []
    case .answer(.sorting(let view)): return found(view)
    case .answer(.cage(let load)): return stands(at: load)
    case .answer(.notSortable(let refusal)): return refuse(refusal.lines)
    case .answer(.meaning(let meaning)): return named(meaning)
    case .outcome(.done(let receipt)): return done(receipt)
    case .outcome(.refused(let refusal)): return refuse(refusal.lines)
    case .key(let key): return pressed(key)
    case .entered, .chosen, .confirmed, .answer, .verified: return []
    }
  }

  private mutating func scanned(_ code: String) -> [Effect] {
    message = nil
    switch state {
    case .parcel, .inside: return [.ask(.sorting(code))]
    case .cage(let view):
      guard view.cages.contains(where: { $0.cage.code.rawValue == code }) else {
        return [.ask(.sorting(code))]
      }
      return [.commit(.cage(parcel: view.parcel, into: Code(code)))]
    // A stopped parcel must come out, too.
    case .out: return [.ask(.meaning(code))]
    }
  }

  /// A parcel that may go was scanned.
  private mutating func found(_ view: SortView) -> [Effect] {
    switch state {
    case .parcel:
      state = .cage(view)
      return [.sound(.good)]
    case .cage(let held):
      guard held.parcel != view.parcel else { return [.sound(.good)] }
      return refuse([
        Text(zh: "手上还有一件", en: "One is in your hand"), Text(held.waybill),
        Text(zh: "先放 \(held.name.zh)", en: "First to \(held.name.en)"),
      ])
    case .inside(let load):
      guard view.carrier == load.cage.carrier else {
        let wrong = Refusal.wrongCage(load.cage.code, of: load.carrier, wanted: view.name)
        return refuse(wrong.lines)
      }
      return [.commit(.cage(parcel: view.parcel, into: load.cage.code))]
    case .out: return []
    }
  }

  /// A cage was scanned that is not the one asked for.
  private mutating func stands(at load: CageLoad) -> [Effect] {
    switch state {
    case .parcel: break
    case .inside(let before):
      guard before.cage.code != load.cage.code else {
        state = .parcel
        return [.sound(.good), .ask(.cages)]
      }
    case .cage(let view):
      let wrong = Refusal.wrongCage(load.cage.code, of: load.carrier, wanted: view.name)
      return refuse(wrong.lines)
    case .out: return []
    }
    if let manifest = load.figures.manifest {
      return refuse(Refusal.cageClosed(load.cage.code, manifest).lines)
    }
    state = .inside(load)
    return [.sound(.good)]
  }

  private mutating func named(_ meaning: Meaning) -> [Effect] {
    if state == .out {
      switch meaning {
      case .placed(let parcel, _), .parcel(let parcel):
        return [.commit(.uncage(parcel: parcel.code))]
      case .bin, .product, .tote, .cart, .order, .workstation, .list, .badge, .nothing, .wall,
        .wallSlot, .cage, .manifest, .serials, .unit:
        break
      }
    }
    return refuse([
      Text(zh: "不是包裹", en: "Not a parcel"),
      Text(zh: "扫到: \(meaning.text.zh)", en: "Got: \(meaning.text.en)"),
      Text(zh: "请扫运单号", en: "Scan its waybill"),
    ])
  }

  private mutating func done(_ receipt: Receipt) -> [Effect] {
    switch receipt {
    case .caged(_, let cage, let parcels, let grams):
      let figures = CageFigures(parcels: parcels, grams: grams)
      message = Message(
        .good,
        [
          Text(zh: "好: 入笼 \(cage)", en: "OK: in \(cage)"), figures.text,
        ])
      if let index = loads.firstIndex(where: { $0.cage.code == cage }) {
        loads[index].figures = figures
      }
      if case .inside(var load) = state {
        load.figures = figures
        state = .inside(load)
        return [.sound(.good)]
      }
      state = .parcel
      return [.sound(.good)] + (loads.isEmpty ? [.ask(.cages)] : [])
    case .uncaged(_, let cage):
      message = Message(
        .good, [Text(zh: "好: 已出笼 \(cage)", en: "OK: out of \(cage)")])
      return [.sound(.good)]
    case .plain, .signedIn, .allocated, .picked, .shorted, .opened, .verified, .closed, .gathered,
      .seeded, .packedNext, .lost, .emptied, .counted, .manifested, .handedOver, .filled, .dropped,
      .tried, .relotted,
      .carried, .levered:
      return []
    }
  }

  private mutating func pressed(_ key: Key) -> [Effect] {
    switch key {
    case .function(5): return [.open(Lookup())]
    case .function(7):
      guard state == .parcel else { return [] }
      message = nil
      state = .out
      return []
    case .function(8):
      guard state == .parcel else { return [] }
      message = nil
      return [.open(HandingOver())]
    case .escape, .function(3):
      message = nil
      guard state != .parcel else { return [.close] }
      state = .parcel
      return [.ask(.cages)]
    case .character, .function, .enter, .backspace, .delete, .tab, .up, .down, .left, .right,
      .pageUp, .pageDown, .home, .end, .control:
      return []
    }
  }

  private mutating func refuse(_ lines: [Text]) -> [Effect] {
    message = Message(.bad, lines)
    return [.refuse(keepingWaiting: false)]
  }
}
