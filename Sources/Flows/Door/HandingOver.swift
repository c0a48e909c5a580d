import Barcodes
import Warehouse

/// Handover 交接: a carrier's cages are closed, their parcels listed on a manifest, and the driver
/// signs for it.
///
/// Scan a cage; its count and weight stand on the glass, and by name whatever of its carrier would
/// be left behind. Enter closes it; where the carrier has several, one chooses between this one and
/// all. Then the driver's badge or plate is scanned, or typed: the parcels are handed over, the
/// cage is empty, and platform and customer will be told. A stopped parcel inside is refused by
/// name and has to come out first. F7 opens the cages again as long as nobody signed. Scanning a
/// manifest, or a cage that is closed, goes on with it.
public struct HandingOver: Flow {
  /// The name under which the flow is saved.
  public static let kind = "handingOver"
  /// The version of the saved form.
  public static let version = 1

  enum State: Hashable, Codable {
    /// Waits for a cage or a manifest.
    case cage
    /// Waits for the word to close the cage, or all of its carrier.
    case pickup(PickupView)
    /// Waits for the driver.
    case driver(ManifestView)
    /// Opens the cages of a manifest again.
    case reopening(ManifestView)
  }

  var state = State.cage
  var message: Message?
  var loads: [CageLoad] = []

  /// Makes the job.
  public init() {}

  /// What stands in the cages follows what others do.
  public var isLive: Bool { state == .cage }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun: return [.ask(.cages)]
    case .changed, .returned: return state == .cage ? [.ask(.cages)] : []
    case .scan(let scan): return scanned(scan.text)
    case .answer(.cages(let loads)):
      self.loads = loads
      return []
    case .answer(.pickup(let view)): return found(view)
    case .answer(.manifest(let view)): return found(view)
    case .answer(.meaning(let meaning)): return named(meaning)
    case .confirmed:
      guard case .pickup(let view) = state else { return [] }
      return [.commit(.closeCages([view.cage]))]
    case .chosen(let id): return chosen(id)
    case .outcome(.done(let receipt)): return done(receipt)
    case .outcome(.refused(let refusal)): return refused(refusal)
    case .key(let key): return pressed(key)
    case .entered, .answer, .verified: return []
    }
  }

  private mutating func scanned(_ code: String) -> [Effect] {
    message = nil
    switch state {
    case .cage, .pickup: return [.ask(.pickup(code))]
    case .driver, .reopening: return [.ask(.meaning(code))]
    }
  }

  private mutating func found(_ view: PickupView) -> [Effect] {
    guard view.cages.contains(where: { $0.cage.code == view.cage }) else {
      return refuse(Refusal.cageEmpty(view.cage).lines)
    }
    state = .pickup(view)
    return [.sound(.good)]
  }

  private mutating func found(_ view: ManifestView) -> [Effect] {
    guard view.manifest.state == .closed else {
      return refuse(Refusal.manifestIs(view.manifest.code, view.manifest.state).lines)
    }
    state = .driver(view)
    return [.sound(.good)]
  }

  /// What is nothing of this house may be the driver's; what is something is not.
  private mutating func named(_ meaning: Meaning) -> [Effect] {
    let got = Text(zh: "扫到: \(meaning.text.zh)", en: "Got: \(meaning.text.en)")
    switch state {
    case .driver(let view):
      guard case .nothing(let code) = meaning else {
        return refuse([
          Text(zh: "不是司机的", en: "Not the driver's"), got,
          Text(zh: "扫司机工牌或车牌", en: "Driver's badge, plate"),
        ])
      }
      return [.commit(.handOver(view.manifest.code, signature: code))]
    // A signature is for good: nothing signs while something else is asked.
    case .reopening:
      return refuse(meaning.instead(of: Text(zh: "先答是否重开", en: "First: open again?")))
    case .cage, .pickup:
      return refuse([
        Text(zh: "不是笼车", en: "Not a cage"), got, Text(zh: "请扫笼车", en: "Scan a cage"),
      ])
    }
  }

  private mutating func chosen(_ id: String) -> [Effect] {
    switch (state, id) {
    case (.pickup(let view), "one"): return [.commit(.closeCages([view.cage]))]
    case (.pickup(let view), "all"): return [.commit(.closeCages(view.cages.map(\.cage.code)))]
    case (.reopening(let view), "reopen"): return [.commit(.reopen(view.manifest.code))]
    case (.reopening(let view), _):
      state = .driver(view)
      return []
    case (.pickup, _):
      state = .cage
      return [.ask(.cages)]
    case (.cage, _), (.driver, _): return []
    }
  }

  private mutating func done(_ receipt: Receipt) -> [Effect] {
    switch (receipt, state) {
    case (.manifested(let manifest), _):
      return [.sound(.good), .ask(.pickup(manifest.code.rawValue))]
    case (.handedOver(let manifest), _):
      message = Message(
        .good,
        [
          Text(zh: "\(manifest.code) 已交接", en: "\(manifest.code) handed over"),
          CageFigures(parcels: manifest.parcels, grams: manifest.grams).text,
        ] + (manifest.left > 0 ? [Self.left(manifest.left)] : []))
      state = .cage
      return [.sound(.good), .ask(.cages)]
    case (.plain, .reopening(let view)):
      message = Message(
        .warn, [Text(zh: "\(view.manifest.code) 已撤回", en: "\(view.manifest.code) reopened")])
      state = .cage
      return [.sound(.good), .ask(.cages)]
    case (.plain, _), (.signedIn, _), (.allocated, _), (.picked, _), (.shorted, _), (.opened, _),
      (.verified, _), (.closed, _), (.gathered, _), (.seeded, _), (.packedNext, _), (.lost, _),
      (.emptied, _), (.counted, _), (.caged, _), (.uncaged, _), (.tried, _), (.relotted, _),
      (.carried, _), (.levered, _), (.filled, _), (.dropped, _):
      return []
    }
  }

  /// Who was told that the manifest is somebody else's work by now begins anew.
  private mutating func refused(_ refusal: Refusal) -> [Effect] {
    if refusal.endsTheHandover { state = .cage }
    return refuse(refusal.lines)
  }

  private mutating func pressed(_ key: Key) -> [Effect] {
    switch key {
    case .function(5): return [.open(Lookup())]
    case .function(7):
      guard case .driver(let view) = state else { return [] }
      message = nil
      state = .reopening(view)
      return []
    case .escape, .function(3):
      message = nil
      switch state {
      case .cage: return [.close]
      case .pickup, .driver: state = .cage
      case .reopening(let view):
        state = .driver(view)
        return []
      }
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
