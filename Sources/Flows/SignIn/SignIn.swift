import Barcodes
public import Warehouse

/// Signing in: badge, PIN where the badge has one, then the bench or cart one works with.
///
/// Scan a badge. An unknown one is refused by its code. Whoever is at work on another handheld is
/// asked whether to go on here; Esc leaves everything as it is. Then a bench or a cart may be
/// scanned (both, one after the other), and Enter goes on to the menu.
public struct SignIn: Flow {
  /// The name under which the flow is saved.
  public static let kind = "signIn"
  /// The version of the saved form.
  public static let version = 1

  enum State: Hashable, Codable {
    /// Waits for a badge.
    case badge
    /// Waits for the PIN of a badge.
    case pin(BadgeView)
    /// Waits for a word on the session that is open elsewhere.
    case takeOver(BadgeView, Code<Device>)
    /// Is being signed in.
    case entering(BadgeView)
    /// Waits for a bench, a cart or Enter.
    case equip(BadgeView, bench: Code<Workstation>?, cart: Code<Cart>?)
  }

  var state = State.badge
  var message: Message?
  let site: Text
  let hints: [Text]

  /// Makes a sign-in for a site; `hints` are shown below the badge prompt, as on a demo floor.
  public init(site: Text, hints: [Text] = [], message: Message? = nil) {
    self.site = site
    self.hints = hints
    self.message = message
  }

  /// Goes on after a badge was recognized in an earlier run of the program.
  public init(site: Text, equipping person: BadgeView, session: Session) {
    self.init(site: site)
    state = .equip(person, bench: session.workstation, cart: session.cart)
  }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun, .changed: return []
    case .scan(let scan): return scanned(scan.text)
    case .entered(let pin):
      guard case .pin(let person) = state else { return [] }
      return [.verify(person.badge, pin: pin)]
    case .verified(let right):
      guard case .pin(let person) = state else { return [] }
      return [.commit(.tryPIN(person.badge, right: right))]
    case .confirmed:
      switch state {
      case .takeOver(let person, _):
        state = .entering(person)
        return [.signIn(person.badge, takeOver: true)]
      case .equip(let person, _, _): return [.become(Menu(person: person))]
      case .badge, .pin, .entering: return []
      }
    case .key(let key):
      guard key == .escape || key == .function(3) else { return [] }
      message = nil
      switch state {
      case .equip(let person, _, _): return [.become(Menu(person: person))]
      case .pin, .takeOver: state = .badge
      case .badge, .entering: break
      }
      return []
    case .answer(.badge(let person)): return recognized(person)
    case .answer(.meaning(let meaning)): return equip(meaning)
    case .outcome(let outcome): return entered(outcome)
    case .chosen, .answer, .returned: return []
    }
  }

  private mutating func scanned(_ code: String) -> [Effect] {
    message = nil
    switch state {
    case .badge, .pin, .takeOver:
      state = .badge
      return [.ask(.badge(code))]
    case .equip: return [.ask(.meaning(code))]
    case .entering: return []
    }
  }

  private mutating func recognized(_ person: BadgeView?) -> [Effect] {
    guard let person else {
      return refuse([Text(zh: "不认识这张工牌", en: "Unknown badge"), Self.scanBadge])
    }
    guard !person.hasPIN else {
      state = .pin(person)
      message = person.tried.map { Message(.warn, $0.lines) }
      return []
    }
    return enter(person)
  }

  private mutating func enter(_ person: BadgeView) -> [Effect] {
    state = .entering(person)
    return [.signIn(person.badge, takeOver: false)]
  }

  private mutating func entered(_ outcome: Outcome) -> [Effect] {
    switch (outcome, state) {
    case (.done(.tried(.right)), .pin(let person)):
      message = nil
      return enter(person)
    case (.done(.tried(let result)), .pin):
      state = .badge
      return refuse(result.lines)
    case (.done(.signedIn(let session)), .entering(let person)),
      (.done(.signedIn(let session)), .equip(let person, _, _)):
      state = .equip(person, bench: session.workstation, cart: session.cart)
      return (person.standing.map { [.adopt($0)] } ?? []) + [.sound(.good)]
    case (.refused(.atWorkElsewhere(let device)), .entering(let person)):
      state = .takeOver(person, device)
      return []
    case (.refused(let refusal), _):
      if case .entering = state { state = .badge }
      return refuse(refusal.lines)
    case (.done, _):
      return []
    }
  }

  private mutating func equip(_ meaning: Meaning) -> [Effect] {
    switch meaning {
    case .workstation(let bench): return [.commit(.equip(workstation: bench.code, cart: nil))]
    case .cart(let cart): return [.commit(.equip(workstation: nil, cart: cart.code))]
    case .bin, .product, .tote, .order, .parcel, .list, .badge, .nothing, .wall, .wallSlot,
      .serials, .unit, .cage, .manifest, .placed:
      return refuse([
        Text(zh: "这是\(meaning.text.zh)", en: "This is \(meaning.text.en)"), Self.scanEquipment,
      ])
    }
  }

  private mutating func refuse(_ lines: [Text]) -> [Effect] {
    message = Message(.bad, lines)
    return [.refuse(keepingWaiting: false)]
  }
}
