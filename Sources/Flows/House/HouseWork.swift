import Barcodes
public import Warehouse

/// Work inside the house 库内作业: what exceptions left behind, with how much of it waits.
///
/// Choose by digit; a tote with pieces of a stopped order opens the put-back of them. Esc or F3
/// goes back to the menu.
public struct HouseWork: Flow {
  /// The name under which the flow is saved.
  public static let kind = "houseWork"
  /// The version of the saved form.
  public static let version = 1

  let person: BadgeView
  var view: HouseView?
  var message: Message?

  /// Makes the menu of a person.
  public init(person: BadgeView) {
    self.person = person
  }

  /// Counts follow what others do.
  public var isLive: Bool { true }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun, .changed, .returned: return [.ask(.house)]
    case .answer(.house(let view)):
      self.view = view
      return []
    case .chosen(let id): return open(id)
    case .scan(let scan):
      message = nil
      return [.ask(.meaning(Scanned(scan).code))]
    case .answer(.meaning(let meaning)):
      switch meaning {
      case .tote(let tote, _): return [.open(PutBack(badge: person.badge, tote: tote.code))]
      case .bin(let bin, _): return [.open(Counting(badge: person.badge, bin: bin.code))]
      case .product, .cart, .order, .parcel, .workstation, .list, .badge, .wall, .wallSlot,
        .nothing, .serials, .unit, .cage, .manifest, .placed:
        message = Message(.bad, [meaning.text, Text(zh: "请选一项", en: "Choose one")])
        return [.refuse(keepingWaiting: false)]
      }
    case .key(.function(5)): return [.open(Lookup(teaches: teaches))]
    case .key(let key): return key == .escape || key == .function(3) ? [.close] : []
    case .entered, .confirmed, .outcome, .answer, .verified: return []
    }
  }

  private var teaches: Bool { person.roles.contains(.supervisor) }

  private mutating func open(_ id: String) -> [Effect] {
    message = nil
    switch Item(rawValue: id) {
    case .counting: return [.open(Counting(badge: person.badge))]
    case .putBack: return [.open(PutBack(badge: person.badge))]
    case .replenish: return [.open(Moving(badge: person.badge, replenishing: true))]
    case .moving: return [.open(Moving(badge: person.badge, replenishing: false))]
    case .correction: return [.open(Correction())]
    case nil: return []
    }
  }

  enum Item: String, CaseIterable {
    case counting, putBack, replenish, moving, correction
  }

  /// What the person sees now.
  public var screen: Screen {
    let items = Item.allCases.filter { $0 != .correction || teaches }
    return Screen(
      title: Text(zh: "库内作业", en: "House work"), message: message,
      prompt: .choose(
        Text(zh: "选一项", en: "Choose"),
        items.map { Choice($0.rawValue, label($0), trailing: waiting($0)) }),
      keys: [.back, .lookup])
  }

  private func label(_ item: Item) -> Text {
    switch item {
    case .counting: Text(zh: "盘点", en: "Count")
    case .putBack: Text(zh: "归位", en: "Put back")
    case .replenish: Text(zh: "补货", en: "Replenish")
    case .moving: Text(zh: "移库", en: "Bin to bin")
    case .correction: Text(zh: "库存调整", en: "Correct stock")
    }
  }

  private func waiting(_ item: Item) -> Text? {
    let kind: Chore.Kind? =
      switch item {
      case .counting: .count
      case .putBack: .putBack
      case .replenish: .replenish
      case .moving, .correction: nil
      }
    return kind.flatMap { view?.waiting[$0] }.map { Text("\($0)") }
  }
}
