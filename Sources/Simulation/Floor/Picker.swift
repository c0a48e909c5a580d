import Flows
import Warehouse

/// A picker: signs in, takes lists, walks them and sets the totes down.
struct Picker: Worker {
  let badge: String
  let cart: String
  let paces: Paces
  /// How far was walked, in millimetres.
  private(set) var walked = 0
  private var at: FloorPoint
  private var equipped = false
  private var slots: [Int: Code<Tote>] = [:]
  private var item: String?

  init(badge: String, cart: String, paces: Paces, at start: FloorPoint) {
    self.badge = badge
    self.cart = cart
    self.paces = paces
    at = start
  }

  mutating func act(on screen: Screen, in world: inout World) throws -> Act {
    // Two pickers may want the same list; who is second is offered the next one, or told that there
    // is none.
    let isOffer =
      switch screen.prompt {
      case .confirm, .read: true
      case .scan, .quantity, .text, .secret, .choose, .wait: false
      }
    if screen.message?.tone == .bad, !isOffer {
      throw Stuck("picker \(badge) was refused: \(screen.message?.lines.map(\.en) ?? [])")
    }
    switch screen.prompt {
    case .scan(SignIn.scanBadge): return .scan(badge, paces.scan)
    case .scan(SignIn.scanEquipment):
      defer { equipped = true }
      return equipped ? .key(.enter, paces.key) : .scan(cart, paces.scan)
    case .choose(_, let choices):
      return try .choose("picking", in: choices, paces.key)
    case .read: return .key(.enter, paces.rest)
    case .confirm: return confirm(world, screen)
    case .scan(ClusterPicking.scanEmptyTote): return try bind(screen, &world)
    case .scan(ClusterPicking.scanPassedTote): return try take(over: screen)
    case .scan(ClusterPicking.scanBin): return try walk(to: screen, world)
    case .scan(ClusterPicking.scanItem):
      guard let code = screen.rows.first(where: Self.isBarcode) else {
        throw Stuck("picker \(badge) sees no barcode: \(screen.rows)")
      }
      item = code
      return .scan(code, paces.scan)
    case .quantity(let label, let proposed): return try put(label, proposed, &world)
    case .scan, .text, .secret, .wait:
      throw Stuck("picker \(badge) does not know: \(screen.prompt.label.en)")
    }
  }

  private static func isBarcode(_ row: String) -> Bool {
    row.count >= 8 && row.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private mutating func confirm(_ world: World, _ screen: Screen) -> Act {
    guard screen.headline == "Totes to the drop" else {
      slots = [:]
      let time = go(to: world.site.start, world)
      return .key(.enter, paces.key + time)
    }
    let time = go(to: world.site.drop, world)
    // What the next zone goes on with stays where its person finds it.
    let passed = screen.trailing(of: "Next zone:").map { $0.split(separator: " ") } ?? []
    let totes = slots.keys.sorted().filter { !passed.contains(Substring(String($0))) }
      .compactMap { slots[$0] }
    let isForAWall = screen.rows.contains("then to a put wall")
    var act = Act.key(.enter, paces.key + time)
    act.effect = { world in
      for tote in totes {
        if (world.pieces[tote] ?? []).isEmpty {
          world.freeTotes.append(tote)
        } else if isForAWall {
          world.toSeed.append(tote)
        } else {
          world.dropped.append(tote)
        }
      }
    }
    return act
  }

  private mutating func bind(_ screen: Screen, _ world: inout World) throws -> Act {
    guard !world.freeTotes.isEmpty else { return .wait(paces.look) }
    guard let slot = screen.headline.flatMap({ Int($0.drop { !$0.isNumber }) }) else {
      throw Stuck("picker \(badge) sees no slot: \(screen.rows)")
    }
    let tote = world.freeTotes.removeFirst()
    slots[slot] = tote
    return .scan(tote.rawValue, paces.tote)
  }

  /// The tote that the zone before has left for this slot.
  private mutating func take(over screen: Screen) throws -> Act {
    guard let code = screen.trailing(of: "Passed on"),
      let slot = screen.headline.flatMap({ Int($0.drop { !$0.isNumber }) })
    else { throw Stuck("picker \(badge) sees no tote to take over: \(screen.rows)") }
    slots[slot] = Code(code)
    return .scan(code, paces.tote)
  }

  private mutating func walk(to screen: Screen, _ world: World) throws -> Act {
    guard let code = screen.headline, let point = world.points[code] else {
      throw Stuck("picker \(badge) sees no bin: \(screen.rows)")
    }
    let time = go(to: point, world)
    return .scan(code, paces.scan + time)
  }

  private mutating func put(
    _ label: Text, _ quantity: Int, _ world: inout World
  ) throws -> Act {
    guard let slot = slots.keys.first(where: { ClusterPicking.scanTote($0) == label }),
      let tote = slots[slot], let item
    else { throw Stuck("picker \(badge) has no tote for: \(label.en)") }
    world.pieces[tote, default: []] += Array(repeating: item, count: quantity)
    return .scan(tote.rawValue, paces.scan + Int64(quantity) * paces.piece)
  }

  private mutating func go(to point: FloorPoint, _ world: World) -> Int64 {
    let distance = world.distance(from: at, to: point)
    walked += distance
    at = point
    return Int64(distance) * 1000 / Int64(max(1, world.site.walkingSpeed))
  }
}
