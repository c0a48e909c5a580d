import Flows
import Warehouse

/// Whoever takes parcels out of the door at the end of the day: every label on the pile goes into
/// a cage of its carrier, and each carrier's driver signs for all of its cages.
struct Sorter: Worker {
  /// A labelled parcel on the pile.
  struct Labelled {
    let waybill: String
    let carrier: Code<Carrier>
  }

  let badge: String
  let paces: Paces
  /// A cage of each carrier.
  let cages: [Code<Carrier>: [Code<Cage>]]
  private var pile: [Labelled]
  private var hand: Labelled?
  private var turn = 0
  private var carriers: [Code<Carrier>]
  private var isHandingOver = false
  private(set) var isDone = false

  init(
    badge: String, paces: Paces, cages: [Code<Carrier>: [Code<Cage>]], pile: [Labelled]
  ) {
    self.badge = badge
    self.paces = paces
    self.cages = cages
    self.pile = pile.reversed()
    carriers = Set(pile.map(\.carrier)).sorted()
  }

  mutating func act(on screen: Screen, in world: inout World) throws -> Act {
    if screen.message?.tone == .bad {
      throw Stuck("sorter \(badge) was refused: \(screen.message?.lines.map(\.en) ?? [])")
    }
    switch screen.prompt {
    case .scan(SignIn.scanBadge): return .scan(badge, paces.scan)
    case .scan(SignIn.scanEquipment): return .key(.enter, paces.key)
    case .scan(Sorting.scanParcel):
      guard let next = pile.popLast() else { return .key(.function(8), paces.key) }
      hand = next
      return .scan(next.waybill, paces.scan)
    case .scan(Sorting.scanCage):
      guard let carrier = hand?.carrier, let own = cages[carrier], !own.isEmpty else {
        throw Stuck("sorter \(badge) has no cage for \(screen.rows)")
      }
      turn += 1
      return .scan(own[turn % own.count].rawValue, paces.scan + paces.piece)
    case .scan(HandingOver.scanCage):
      isHandingOver = true
      guard let carrier = carriers.popLast(), let cage = cages[carrier]?.first else {
        isDone = true
        return .wait(paces.look)
      }
      // Of two cages the first may have stayed empty when there was one parcel only.
      let full = cages[carrier]?.first { code in screen.holds(code) } ?? cage
      return .scan(full.rawValue, paces.scan)
    case .scan(HandingOver.scanDriver): return .scan("D-\(carriers.count + 1)00", paces.scan)
    // A session that is taken over goes on where it was: at the bench.
    case .scan(Packing.scanSource), .scan(Seeding.scanSource):
      return .key(.function(3), paces.key)
    case .confirm: return .key(.enter, paces.key)
    case .choose(_, let choices):
      let wanted = choices.contains { $0.id == "all" } ? "all" : "sorting"
      return try .choose(wanted, in: choices, paces.key)
    case .scan, .quantity, .text, .secret, .read, .wait:
      throw Stuck("sorter \(badge) does not know: \(screen.prompt.label.en)")
    }
  }
}

extension Screen {
  /// Whether a listing says that something stands in a cage.
  fileprivate func holds(_ cage: Code<Cage>) -> Bool {
    for case .table(let table) in body {
      for row in table.rows where row.cells.first?.en == cage.rawValue {
        return row.cells.count > 2 && row.cells[2].en != "0"
      }
    }
    return false
  }
}
