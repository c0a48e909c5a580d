import Flows
import Storage
import Warehouse

/// A picker who does the right thing: knows what to scan at every step of the list in hand.
struct PickScript {
  /// What a picker does next.
  enum Act {
    case scan(String)
    case enter
    /// A choice by its digit.
    case digit(Character)
  }

  private struct Stop {
    var bin: String
    var item: String
    var tote: String
  }

  private let badge: String
  private let cart: String
  private var totes: ArraySlice<String>
  private var equipped = false
  private var stops: ArraySlice<Stop> = []

  /// Pieces put into totes so far: pick lines done.
  private(set) var picks = 0

  init(person: Int, among count: Int = 1) {
    badge = BenchFloor.badge(person)
    cart = BenchFloor.cart(person)
    totes = BenchFloor.totes(of: person, among: count)[...]
  }

  /// The right answer to what the glass asks for; nil when there is nothing left to pick.
  mutating func act(on wanted: Wanted, in store: some Store) throws -> Act? {
    switch wanted {
    case .badge: return .scan(badge)
    case .equipment:
      defer { equipped = true }
      return equipped ? .enter : .scan(cart)
    case .menu: return .digit("1")
    case .list: return .enter
    case .emptyTote:
      guard let tote = totes.popFirst() else { return nil }
      return .scan(tote)
    case .bin: return .scan(try stop(store).bin)
    case .item: return .scan(try stop(store).item)
    case .tote:
      let tote = try stop(store).tote
      stops.removeFirst()
      picks += 1
      return .scan(tote)
    case .drop: return .enter
    case .rest: return nil
    }
  }

  private mutating func stop(_ store: some Store) throws -> Stop {
    if let stop = stops.first { return stop }
    guard case .list(let list?) = try store.answer(.nextList(Code(badge))) else {
      throw Trouble("\(badge) has no list in hand")
    }
    stops = list.lines.filter { $0.open > 0 }.compactMap { Self.stop($0, list) }[...]
    guard let stop = stops.first else { throw Trouble("\(badge) has nothing left to pick") }
    return stop
  }

  private static func stop(_ line: PickLine, _ list: ListView) -> Stop? {
    guard case .bin(let bin) = line.from.holder,
      let product = list.products.first(where: { $0.sku == line.from.sku }),
      let tote = list.list.slots.first(where: { $0.number == line.slot })?.tote
    else { return nil }
    let item = product.packagings.first?.barcodes.first ?? product.sku.rawValue
    return Stop(bin: bin.rawValue, item: item, tote: tote.rawValue)
  }
}
