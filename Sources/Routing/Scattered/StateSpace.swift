import Synchronization

/// The states of the sweep, frontier classes in layers by the ends placed, and its step tables.
///
/// Made once for a number of cross-aisles and kept, as are the tables of all forms met so far: a
/// form is one of a few dozen combinations of outcomes.
final class StateSpace: Sendable {
  /// A form of a cell: what its plans, by slot, do to the frontier.
  enum Form: Hashable {
    case block(Int, [Slot])
    /// A block of which only the slots in a set of bits can be used.
    case part(Int, [Slot], Int)
    case junction(Int, [JunctionSlot])
    /// Over to the next aisle by all cross-aisles at once; slots are patterns in base 3.
    case crossing
    /// Over by one cross-aisle; slots are walks.
    case crossingOne(Int)
  }

  struct Slot: Hashable {
    let outcome: BlockOutcome
    let ends: Int
  }

  struct JunctionSlot: Hashable {
    let touches: Bool
    let ends: Int
  }

  /// Crossing all cross-aisles in one step is quicker while patterns are few.
  static let mostFused = 3

  let frontier: FrontierTable
  let stateCount: Int
  let first: Int
  let last: Int
  private let numbers: [Int]
  private let states: [(layer: Int, number: Int)]
  private let tables = Mutex<[Form: StepTable]>([:])

  private init(crossAisles: Int, open: Bool) {
    let frontier = FrontierTable(vertexCount: crossAisles, open: open)
    self.frontier = frontier
    let layers =
      open
      ? [[frontier.even], [frontier.oneOdd], [frontier.oneOdd], [frontier.even, frontier.twoOdd]]
      : [[frontier.even]]
    var numbers = [Int](repeating: -1, count: layers.count * frontier.classCount)
    var states: [(layer: Int, number: Int)] = []
    for (layer, ranges) in layers.enumerated() {
      for range in ranges {
        for number in range {
          numbers[layer * frontier.classCount + number] = states.count
          states.append((layer, number))
        }
      }
    }
    self.numbers = numbers
    self.states = states
    stateCount = states.count
    first = numbers[frontier.untouched]
    last = numbers[(layers.count - 1) * frontier.classCount + frontier.done]
  }

  /// The table of a form, made when first asked for.
  func table(_ form: Form) -> StepTable {
    tables.withLock { tables in
      if let known = tables[form] { return known }
      let made = make(form)
      tables[form] = made
      return made
    }
  }

  private struct Key: Hashable {
    let crossAisles: Int
    let open: Bool
  }

  private static let spaces = Mutex<[Key: StateSpace]>([:])

  /// The states for a number of cross-aisles, made when first asked for.
  static func space(crossAisles: Int, open: Bool) -> StateSpace {
    let key = Key(crossAisles: crossAisles, open: open)
    return spaces.withLock { spaces in
      if let known = spaces[key] { return known }
      let made = StateSpace(crossAisles: crossAisles, open: open)
      spaces[key] = made
      return made
    }
  }

  private func state(_ layer: Int, _ number: Int) -> Int {
    number < 0 ? -1 : numbers[layer * frontier.classCount + number]
  }

  private func make(_ form: Form) -> StepTable {
    var found: [StepTable.Transition] = []
    func add(_ from: Int, _ to: Int, _ slot: Int) {
      if to >= 0 { found.append(.init(from: from, to: to, slot: slot)) }
    }
    let classes = frontier.classCount
    switch form {
    case .block(let block, let slots):
      for (from, here) in states.enumerated() {
        for (number, slot) in slots.enumerated() where here.layer & slot.ends == 0 {
          let reached = frontier.applying(slot.outcome, block, to: here.number)
          add(from, state(here.layer | slot.ends, reached), number)
        }
      }
      return StepTable(found, stateCount: stateCount, slotCount: slots.count)
    case .part(let block, let slots, let used):
      let whole = make(.block(block, slots))
      for to in 0..<stateCount {
        for next in Int(whole.inFirst.base[to])..<Int(whole.inFirst.base[to + 1])
        where used >> Int(whole.inSlot.base[next]) & 1 == 1 {
          add(Int(whole.inFrom.base[next]), to, Int(whole.inSlot.base[next]))
        }
      }
      return StepTable(found, stateCount: stateCount, slotCount: slots.count)
    case .junction(let vertex, let slots):
      for (from, here) in states.enumerated() {
        for (number, slot) in slots.enumerated() where here.layer & slot.ends == 0 {
          let at = vertex * classes + here.number
          let flips = slot.ends == Ends.start || slot.ends == Ends.end
          let reached =
            flips
            ? Int(frontier.flip[at]) : slot.touches ? Int(frontier.touch[at]) : here.number
          add(from, state(here.layer | slot.ends, reached), number)
        }
      }
      return StepTable(found, stateCount: stateCount, slotCount: slots.count)
    case .crossingOne(let vertex):
      for (from, here) in states.enumerated() {
        add(from, state(here.layer, Int(frontier.leave[vertex * classes + here.number])), 0)
        if let walks = walks(vertex, here.number) { add(from, from, walks) }
      }
      return StepTable(found, stateCount: stateCount, slotCount: 3)
    case .crossing:
      var patterns = 1
      for _ in 0..<frontier.vertexCount { patterns *= 3 }
      for (from, here) in states.enumerated() {
        var reached: [(number: Int, pattern: Int)] = [(here.number, 0)]
        var weight = 1
        for vertex in 0..<frontier.vertexCount {
          reached = reached.flatMap { number, pattern in
            var next: [(number: Int, pattern: Int)] = []
            let left = Int(frontier.leave[vertex * classes + number])
            if left >= 0 { next.append((left, pattern)) }
            if let walks = walks(vertex, number) { next.append((number, pattern + walks * weight)) }
            return next
          }
          weight *= 3
        }
        for each in reached { add(from, state(here.layer, each.number), each.pattern) }
      }
      return StepTable(found, stateCount: stateCount, slotCount: patterns)
    }
  }

  /// How often a touched vertex is led on.
  private func walks(_ vertex: Int, _ number: Int) -> Int? {
    guard frontier.touched[number] >> UInt8(vertex) & 1 == 1 else { return nil }
    return frontier.odd[number] >> UInt8(vertex) & 1 == 1 ? 1 : 2
  }
}
