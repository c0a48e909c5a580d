import Flows
import Warehouse

/// A packer: takes totes from the drop, scans every piece, sticks the label.
struct Packer: Worker {
  let badge: String
  let bench: String
  let paces: Paces
  private var equipped = false
  private var tote: Code<Tote>?
  private var left: [String] = []

  init(badge: String, bench: String, paces: Paces) {
    self.badge = badge
    self.bench = bench
    self.paces = paces
  }

  mutating func act(on screen: Screen, in world: inout World) throws -> Act {
    if screen.message?.tone == .bad {
      throw Stuck("packer \(badge) was refused: \(screen.message?.lines.map(\.en) ?? [])")
    }
    switch screen.prompt {
    case .scan(SignIn.scanBadge): return .scan(badge, paces.scan)
    case .scan(SignIn.scanEquipment):
      defer { equipped = true }
      return equipped ? .key(.enter, paces.key) : .scan(bench, paces.scan)
    case .choose(_, let choices):
      return try .choose("packing", in: choices, paces.key)
    case .scan(Packing.scanSource):
      var time: Int64 = 0
      if let empty = tote {
        // The parcel has just been closed: its label is stuck and its tote goes back.
        world.pieces[empty] = nil
        world.freeTotes.append(empty)
        tote = nil
        time = paces.label
      }
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
    case .scan, .quantity, .text, .secret, .confirm, .read, .wait:
      throw Stuck("packer \(badge) does not know: \(screen.prompt.label.en)")
    }
  }
}
