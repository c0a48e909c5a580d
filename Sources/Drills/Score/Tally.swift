import Flows
import Storage
import Warehouse

/// What a person did well and badly, counted while it happens; whole numbers only.
struct Tally: Hashable, Sendable {
  /// Pieces that went into a tote.
  struct Put: Hashable, Sendable {
    var bin: String
    var wanted: PhysicalWorld.Goods
    var goods: PhysicalWorld.Goods
    var quantity: Int
    var pieces: [PhysicalWorld.Pile]
    var tote: String
    var bookTote: String
    var isScanned: Bool
  }

  /// A short pick.
  struct Short: Hashable, Sendable {
    var bin: String
    var reason: ShortReason
    var isTrue: Bool
  }

  /// Scans the screens refused, and the person is to blame.
  var wrongScans = 0
  /// Of these, at a tote.
  var wrongTotes = 0
  /// Of these, while the handheld said that it cannot save.
  var blindScans = 0
  /// Keys and triggers that did nothing, and codes typed that could be scanned.
  var needless = 0
  var typedItems = 0
  var puts: [Put] = []
  var shorts: [Short] = []
  /// Pieces of another date or lot that were put into totes.
  var wrongDates = 0
  /// Pieces of other or broken goods that were put into totes.
  var wrongGoods = 0
  var wrongTotePuts = 0
  var takenBack = 0
  var setAside = 0
  /// Millimetres.
  var steps = 0
  var deviation = 0
  /// Whether the next plan begins a new leg: what made it was no fault of the person.
  var rebases = false
  /// Whether the last act was refused.
  var wasRefused = false
  private var leg: Leg?
  /// Standard seconds of what waits at the beginning, without the walk.
  var standard = 0

  private struct Leg: Hashable {
    var length: Int
    var reached: [String: Int]
    var begins: Int
  }

  var lastPut: Put? { puts.last }

  /// Standard times of everything that waits: 6 s a tote, 8 s a line, 3 s a unit, a stop's 6 s.
  mutating func plan(_ floor: DrillFloor) throws {
    standard = 30 + 40 * floor.drill.faults.count + 60 * floor.drill.notes.count
    try floor.store.read { facts in
      for progress in try facts.waveProgress() {
        for list in try facts.lists(of: progress.wave.code) {
          let lines = try facts.pickLines(of: list.code)
          let units = lines.reduce(0) { $0 + $1.quantity }
          if floor.drill.job == .picker {
            standard += 15 + 8 * list.slots.count + 14 * lines.count + 3 * units
          }
          if floor.drill.job == .seeder { standard += 10 * units }
        }
      }
      if floor.drill.job == .packer || floor.drill.job == .seeder {
        for order in try facts.orders(in: .picked, limit: 1000) {
          let lines = try facts.lines(of: order.number)
          standard += 25 + 6 * lines.reduce(0) { $0 + $1.quantity }
        }
        if floor.drill.job == .seeder { standard += 25 * floor.drill.orders.count }
      }
      if floor.drill.job == .sorter { standard += 12 * floor.world.parcels.count }
      for kind in Chore.Kind.allCases { standard += 40 * (try facts.openChores(kind).count) }
    }
  }

  // MARK: - Walking

  mutating func walked(_ way: Int) { steps += way }

  mutating func begins(
    _ read: (Code<PickList>, PickList?, [PickLine])
  ) {
    guard let list = read.1 else { return }
    var reached: [String: Int] = [:]
    for line in read.2 {
      if case .bin(let bin) = line.from.holder { reached[bin.rawValue] = line.reached }
    }
    leg = Leg(length: list.walk.length, reached: reached, begins: steps)
    rebases = false
  }

  /// A new walk: the shortest path counts from here on only when no person made it necessary.
  mutating func replanned(
    _ length: Int, _ reached: [(String, Int)], at place: PhysicalWorld.Place
  ) {
    guard rebases, let old = leg else { return }
    rebases = false
    let sofar = steps - old.begins
    var ideal = sofar
    if case .bin(let bin) = place, let known = old.reached[bin] { ideal = known }
    deviation += max(0, sofar - ideal)
    leg = Leg(
      length: length, reached: Dictionary(reached, uniquingKeysWith: { $1 }), begins: steps)
  }

  mutating func arrivesAtDrop() {
    guard let old = leg else { return }
    deviation += max(0, steps - old.begins - old.length)
    leg = nil
  }

  // MARK: - Goods

  mutating func put(_ put: Put, today: Day) {
    puts.append(put)
    for pile in put.pieces where !pile.goods.isSame(as: put.wanted) {
      if pile.goods.sku == put.wanted.sku, !pile.goods.isDamaged {
        wrongDates += pile.count
      } else {
        wrongGoods += pile.count
      }
    }
    if put.tote != put.bookTote { wrongTotePuts += 1 }
  }

  mutating func shorted(_ bin: String, _ reason: ShortReason, isTrue: Bool) {
    shorts.append(Short(bin: bin, reason: reason, isTrue: isTrue))
    if isTrue { rebases = true }
  }

  mutating func tookBack(_ floor: DrillFloor) {
    takenBack += 1
    guard let put = puts.popLast() else { return }
    if var body = floor.world.bodies[put.tote] {
      for pile in put.pieces { _ = PhysicalWorld.take(pile.count, pile.goods, from: &body.piles) }
      floor.world.bodies[put.tote] = body
    }
    var piles = floor.world.shelves[put.bin]?.piles ?? []
    PhysicalWorld.put(put.pieces, onto: &piles)
    floor.world.shelves[put.bin]?.piles = piles
  }

  mutating func tookShortBack(_ bin: String) {
    takenBack += 1
    if let index = shorts.lastIndex(where: { $0.bin == bin }) { shorts.remove(at: index) }
  }

  // MARK: - Scans and keys

  mutating func refused(
    _ floor: DrillFloor, _ act: Act, before: Screen, isTrap: Bool, inTrouble: Bool
  ) {
    guard !isTrap else { return }
    if inTrouble, case .key = act { return }
    wrongScans += 1
    if inTrouble { blindScans += 1 }
    // What is no tote and no slot is a wrong scan, but no wrong tote.
    if case .quantity = before.prompt, let code = floor.conversation.lastScan,
      floor.world.bodies[code] != nil
        || floor.view.things.contains(where: { $0.kind == .wallSlot && $0.code == code })
    {
      wrongTotes += 1
    }
  }

  mutating func typed(_ floor: DrillFloor, _ text: String) {
    guard text.count >= 3,
      let thing = floor.view.things.first(where: { thing in
        // A label that hangs at another place or cage is no label of this one.
        thing.code == text && thing.id != "beside"
          && (thing.kind != .cage || thing.id == "cage/\(text)")
      }),
      !floor.view.things.contains(where: { $0.digits == text })
    else { return }
    needless += 1
    if thing.kind == .goods || thing.kind == .toteGoods { typedItems += 1 }
  }
}
