import Barcodes
public import Warehouse

/// The menu: only the jobs this person may do, with what is waiting for each.
///
/// Choose by digit, or scan: a bench or cart is taken to work with, a tote or order at the bench
/// opens packing, anything else known is looked up. Esc does nothing; signing out is a choice of
/// its own, so that no stray key ends a shift. What nine digits cannot choose stands behind the last
/// one, on a page of its own; F3 leaves that.
public struct Menu: Flow {
  /// The name under which the flow is saved.
  public static let kind = "menu"
  /// The version of the saved form.
  public static let version = 1

  var person: BadgeView
  var home: HomeView?
  var message: Message?
  var tones: Tones?
  /// Whether the second page is shown; nil is no.
  var isMore: Bool?

  /// The closed job that was chosen, while it is asked whether its training was passed meanwhile.
  var wanted: String?

  /// Makes the menu of a person.
  public init(person: BadgeView) {
    self.person = person
    tones = person.standing?.tones
  }

  /// Counts follow what others do.
  public var isLive: Bool { true }

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun, .changed: return [.ask(.home)]
    case .returned:
      message = nil
      return [.ask(.home)]
    case .answer(.home(let home)):
      self.home = home
      return []
    case .chosen(let id): return open(id)
    case .answer(.badge(let known)): return known.map { trained($0) } ?? []
    case .scan(let scan):
      message = nil
      return [.ask(.meaning(Scanned(scan).code))]
    case .answer(.meaning(let meaning)): return scanned(meaning)
    case .outcome(.done(.signedIn(let session))):
      message = Message(
        .good,
        [
          Text(
            zh: "工位 \(session.workstation?.rawValue ?? "-") 车 \(session.cart?.rawValue ?? "-")",
            en: "Bench \(session.workstation?.rawValue ?? "-") "
              + "cart \(session.cart?.rawValue ?? "-")")
        ])
      return [.sound(.good)]
    case .outcome(.refused(let refusal)):
      message = Message(.bad, refusal.lines)
      return [.refuse(keepingWaiting: false)]
    case .key(.function(3)), .key(.escape):
      isMore = nil
      return []
    case .key(.function(5)):
      return [.open(Lookup(teaches: person.roles.contains(.supervisor)))]
    case .key, .outcome, .answer, .entered, .confirmed, .verified: return []
    }
  }

  mutating func open(_ id: String) -> [Effect] {
    message = nil
    let wasMore = isMore
    isMore = nil
    switch Item(rawValue: id) {
    case .more:
      isMore = true
      return []
    case .picking: return open(.picking, ClusterPicking(badge: person.badge))
    case .packing: return open(.packing, Packing())
    case .board: return open(.board, WaveBoard(badge: person.badge))
    case .seeding: return open(.seeding, Seeding())
    case .house: return open(.house, HouseWork(person: person))
    case .sorting: return open(.sorting, Sorting())
    case .labels: return open(.labels, LabelDesk())
    case .overlook: return open(.overlook, Overlook(badge: person.badge))
    case .lookup: return [.open(Lookup(teaches: person.roles.contains(.supervisor)))]
    case .language: return [.switchLanguage]
    case .tones:
      let next = (tones ?? .bad).next
      tones = next
      isMore = wasMore
      message = Message(.good, [Text(zh: "声音: \(next.text.zh)", en: "Sounds: \(next.text.en)")])
      return [.choose(next), .sound(.good)]
    case .signOut: return [.signOut]
    case nil: return []
    }
  }

  private mutating func scanned(_ meaning: Meaning) -> [Effect] {
    switch meaning {
    case .workstation(let bench): return [.commit(.equip(workstation: bench.code, cart: nil))]
    case .cart(let cart): return [.commit(.equip(workstation: nil, cart: cart.code))]
    case .tote(let tote, _) where tote.list != nil && person.roles.contains(.packer):
      return open(.seeding, Seeding(code: tote.code.rawValue))
    case .tote(let tote, _) where tote.order != nil && person.roles.contains(.packer):
      return open(.packing, Packing(code: tote.code.rawValue))
    case .order(let order, _, _)
    where (order.state == .picked || order.state == .packing) && person.roles.contains(.packer):
      return open(.packing, Packing(code: order.number.rawValue))
    case .cage where !person.roles.isDisjoint(with: [.packer, .supervisor]):
      return open(.sorting, Sorting(code: meaning.code))
    case .badge(let badge) where badge != person.badge:
      return [.changeUser(Scan(text: badge.rawValue))]
    case .bin, .product, .tote, .order, .parcel, .list, .badge, .wall, .wallSlot, .serials, .unit,
      .cage, .manifest, .placed:
      return [.open(Lookup(showing: meaning))]
    case .nothing:
      message = Message(.bad, [meaning.text])
      return [.refuse(keepingWaiting: false)]
    }
  }

  enum Item: String, CaseIterable {
    case picking, packing, board, seeding, house, sorting, labels, overlook, lookup, language
    case signOut, tones, more

    /// Who may choose it: anybody with one of these roles; nil is everybody.
    var roles: Set<Role>? {
      switch self {
      case .picking: [.picker]
      case .packing, .seeding, .labels: [.packer]
      case .board, .overlook: [.supervisor]
      case .house: [.picker, .supervisor]
      case .sorting: [.packer, .supervisor]
      case .lookup, .language, .tones, .signOut, .more: nil
      }
    }
  }
}
