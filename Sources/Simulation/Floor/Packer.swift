import Flows
import Warehouse

/// A packer: seeds what was picked together, takes totes from the drop, scans every piece, sticks
/// the label.
struct Packer: Worker {
  let badge: String
  let bench: String
  let paces: Paces
  private var equipped = false
  private var tote: Code<Tote>?
  private var left: [String] = []
  /// The item in the hand, to be put into a slot.
  private var item: String?
  /// How often a wall was chosen.
  private var tries = 0

  init(badge: String, bench: String, paces: Paces) {
    self.badge = badge
    self.bench = bench
    self.paces = paces
  }

  /// Puts pieces into the slot on the screen, and the tote of a slot that has everything onto the
  /// way to the benches.
  private mutating func seed(
    _ label: Text, _ quantity: Int, _ screen: Screen, _ world: inout World
  ) throws -> Act {
    guard let item, let slot = screen.headline.flatMap({ Int($0) }),
      let order = screen.rows.last
    else { throw Stuck("packer \(badge) sees no slot: \(screen.rows)") }
    var code = screen.trailing(of: "Put \(quantity)") ?? ""
    var place = screen.trailing(of: order).map { Code<Tote>($0) }
    if label == Seeding.scanEmptyTote(slot) {
      guard !world.freeTotes.isEmpty else { return .wait(paces.look) }
      let free = world.freeTotes.removeFirst()
      (code, place) = (free.rawValue, free)
    }
    guard let place else { throw Stuck("packer \(badge) sees no tote in slot \(slot)") }
    for _ in 0..<quantity {
      guard let index = left.lastIndex(of: item) else {
        throw Stuck("packer \(badge) has too few pieces of \(item)")
      }
      left.remove(at: index)
    }
    world.pieces[place, default: []] += Array(repeating: item, count: quantity)
    let gauge = screen.gauges.first { $0.marked }
    let isWhole = gauge.map { $0.done + quantity == $0.total } ?? false
    var act = Act.scan(code, paces.scan + Int64(quantity) * paces.piece)
    if isWhole { act.effect = { $0.dropped.append(place) } }
    return act
  }

  mutating func act(on screen: Screen, in world: inout World) throws -> Act {
    if screen.message?.tone == .bad, screen.prompt != .scan(Seeding.scanWall) {
      throw Stuck("packer \(badge) was refused: \(screen.message?.lines.map(\.en) ?? [])")
    }
    switch screen.prompt {
    case .scan(SignIn.scanBadge): return .scan(badge, paces.scan)
    case .scan(SignIn.scanEquipment):
      defer { equipped = true }
      return equipped ? .key(.enter, paces.key) : .scan(bench, paces.scan)
    case .choose(_, let choices):
      return try .choose(world.toSeed.isEmpty ? "packing" : "seeding", in: choices, paces.key)
    case .scan(Packing.scanSource):
      var time: Int64 = 0
      if let empty = tote {
        // The parcel has just been closed: its label is stuck and its tote goes back.
        world.pieces[empty] = nil
        world.freeTotes.append(empty)
        tote = nil
        time = paces.label
      }
      guard world.toSeed.isEmpty else { return .key(.function(3), paces.key + time) }
      guard !world.dropped.isEmpty else { return .wait(max(time, paces.look)) }
      let next = world.dropped.removeFirst()
      tote = next
      left = world.pieces[next] ?? []
      return .scan(next.rawValue, paces.scan + time)
    case .scan(Packing.scanPiece):
      guard let piece = left.popLast() else {
        throw Stuck("packer \(badge) has an empty tote, but: \(screen.rows)")
      }
      return .scan(piece, paces.scan + paces.piece)
    case .scan(Seeding.scanSource):
      if let empty = tote {
        world.pieces[empty] = nil
        world.freeTotes.append(empty)
        tote = nil
      }
      guard !world.toSeed.isEmpty else { return .key(.function(3), paces.key) }
      let next = world.toSeed.removeFirst()
      tote = next
      left = world.pieces[next] ?? []
      return .scan(next.rawValue, paces.scan)
    case .scan(Seeding.scanWall):
      // Slots get free as totes go to the benches.
      guard !screen.rows.isEmpty else { throw Stuck("there is no wall") }
      tries += 1
      return .scan(
        screen.rows[(tries - 1) % screen.rows.count],
        screen.message?.tone == .bad ? paces.look : paces.scan)
    case .scan(Seeding.scanItem):
      guard let next = left.last else {
        throw Stuck("packer \(badge) has an empty batch tote, but: \(screen.rows)")
      }
      item = next
      return .scan(next, paces.scan)
    case .quantity(let label, let quantity): return try seed(label, quantity, screen, &world)
    case .scan, .text, .secret, .confirm, .read, .wait:
      throw Stuck("packer \(badge) does not know: \(screen.prompt.label.en)")
    }
  }
}
