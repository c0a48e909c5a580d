/// The steps of the frontier program as lists of moves, sorted by where they lead.
///
/// A state is a frontier class in a layer; the layers tell which ends of the walk were placed. A
/// step replaces the cost of each state by the least of `cost[from] + price[slot]` over its moves,
/// where the prices are those of the aisle at hand. Outcomes of a block that lead from one class
/// to the same class are one move whose price is the least of theirs.
struct LaneProgram {
  /// One step: the moves into state s are `moves[offsets[s]..<offsets[s + 1]]`.
  struct Step {
    /// The state a move comes from, times 16, plus the slot of its price.
    let moves: [UInt32]
    let offsets: [Int32]
  }

  /// The prices of a block step.
  enum Slot {
    static let skip = 0
    static let below = 1
    static let above = 2
    static let split = 3
    static let skipOrBelow = 4
    static let skipOrAbove = 5
    static let aboveOrSplit = 6
    static let belowOrSplit = 7
    static let least = 8
    static let through = 9
    static let turn = 10
    static let count = 16
  }

  /// Where the walk may start and end.
  enum Ending {
    /// A round from a junction.
    case closed
    /// Start and end are the same choice of links.
    case symmetric
    case open
  }

  let stateCount: Int
  let firstState: Int
  let lastState: Int
  /// For each cross-aisle: the walk may start here (slot 1), end here (2), do both (3), or not (0).
  let terminals: [Step]
  /// For each cross-aisle: it need not be touched (slot 0), or is (slot 1).
  let touches: [Step]
  let blocks: [Step]
  /// To the next aisle; slot k is the price of k ways there.
  let advance: Step

  private struct Move {
    let from: Int
    let to: Int
    let slot: Int
  }

  /// - Complexity: O(classes * 2^cross-aisles), once for a floor.
  init(crossAisles: Int, ending: Ending) {
    let table = FrontierTable(vertexCount: crossAisles, open: ending != .closed)
    // The layers, each with the classes it can be in.
    let layers: [[Range<Int>]]
    switch ending {
    case .closed: layers = [[table.even]]
    case .symmetric: layers = [[table.even], [table.oneOdd], [table.even, table.twoOdd]]
    case .open:
      layers = [[table.even], [table.oneOdd], [table.oneOdd], [table.even, table.twoOdd]]
    }
    var numbers = [[Int]](
      repeating: [Int](repeating: -1, count: table.classCount), count: layers.count)
    var states: [(layer: Int, class: Int)] = []
    for (layer, ranges) in layers.enumerated() {
      for range in ranges {
        for number in range {
          numbers[layer][number] = states.count
          states.append((layer, number))
        }
      }
    }
    func step(_ moves: [Move]) -> Step {
      var packed: [UInt32] = []
      var offsets: [Int32] = [0]
      var into = [[Move]](repeating: [], count: states.count)
      for move in moves { into[move.to].append(move) }
      for moves in into {
        for move in moves { packed.append(UInt32(move.from * 16 + move.slot)) }
        offsets.append(Int32(packed.count))
      }
      return Step(moves: packed, offsets: offsets)
    }
    func move(_ from: Int, _ layer: Int, _ reached: Int, _ slot: Int) -> Move? {
      guard reached >= 0, numbers[layer][reached] >= 0 else { return nil }
      return Move(from: from, to: numbers[layer][reached], slot: slot)
    }
    let count = table.classCount
    stateCount = states.count
    firstState = numbers[0][table.untouched]
    lastState = numbers[layers.count - 1][table.done]
    touches = (0..<crossAisles).map { vertex in
      step(
        states.enumerated().flatMap { state, at -> [Move] in
          let touched = Int(table.touch[vertex * count + at.class])
          let stay = Move(from: state, to: state, slot: touched == at.class ? 1 : 0)
          guard touched >= 0, touched != at.class else { return [stay] }
          return [stay, move(state, at.layer, touched, 1)].compactMap { $0 }
        })
    }
    terminals = (0..<crossAisles).map { vertex in
      guard ending != .closed else { return step([]) }
      return step(
        states.enumerated().flatMap { state, at -> [Move] in
          let flipped = Int(table.flip[vertex * count + at.class])
          let touched = Int(table.touch[vertex * count + at.class])
          var moves = [Move(from: state, to: state, slot: 0)]
          func add(_ layer: Int, _ reached: Int, _ slot: Int) {
            if let made = move(state, layer, reached, slot) { moves.append(made) }
          }
          if ending == .symmetric {
            if at.layer < 2 { add(at.layer + 1, flipped, 1) }
            if at.layer == 0 { add(2, touched, 3) }
          } else {
            if at.layer & Ends.start == 0 { add(at.layer | Ends.start, flipped, 1) }
            if at.layer & Ends.end == 0 { add(at.layer | Ends.end, flipped, 2) }
            if at.layer == 0 { add(Ends.both, touched, 3) }
          }
          return moves
        })
    }
    blocks = (0..<crossAisles - 1).map { block in
      step(
        states.enumerated().flatMap { state, at -> [Move] in
          let low = table.touched[at.class] >> UInt8(block) & 1 == 1
          let high = table.touched[at.class] >> UInt8(block + 1) & 1 == 1
          let base = block * count
          let withLow = Int(table.touch[base + at.class])
          let withHigh = Int(table.touch[base + count + at.class])
          let withBoth = withLow < 0 ? -1 : Int(table.touch[base + count + withLow])
          let through = Int(table.traverse[base + at.class])
          let joined = Int(table.join[base + at.class])
          var moves: [Move?] = [move(state, at.layer, through, Slot.through)]
          if joined != at.class { moves.append(move(state, at.layer, joined, Slot.turn)) }
          switch (low, high) {
          case (true, true): moves.append(move(state, at.layer, at.class, Slot.least))
          case (true, false):
            moves.append(move(state, at.layer, at.class, Slot.skipOrBelow))
            moves.append(move(state, at.layer, withHigh, Slot.aboveOrSplit))
          case (false, true):
            moves.append(move(state, at.layer, at.class, Slot.skipOrAbove))
            moves.append(move(state, at.layer, withLow, Slot.belowOrSplit))
          case (false, false):
            moves.append(move(state, at.layer, at.class, Slot.skip))
            moves.append(move(state, at.layer, withLow, Slot.below))
            moves.append(move(state, at.layer, withHigh, Slot.above))
            moves.append(move(state, at.layer, withBoth, Slot.split))
          }
          return moves.compactMap { $0 }
        })
    }
    advance = step(
      states.enumerated().flatMap { state, at in
        Self.advances(at.class, table).compactMap { move(state, at.layer, $0.to, $0.ways) }
      })
  }

  /// The classes the line can move on to, and how many ways lead to the next aisle.
  private static func advances(
    _ number: Int, _ table: FrontierTable
  ) -> [(to: Int, ways: Int)] {
    var reached = [(to: number, ways: 0)]
    for vertex in 0..<table.vertexCount {
      let bit = UInt8(1) << UInt8(vertex)
      reached = reached.flatMap { at -> [(to: Int, ways: Int)] in
        var next: [(to: Int, ways: Int)] = []
        let left = Int(table.leave[vertex * table.classCount + at.to])
        if left >= 0 { next.append((left, at.ways)) }
        if table.touched[at.to] & bit != 0 {
          next.append((at.to, at.ways + (table.odd[at.to] & bit != 0 ? 1 : 2)))
        }
        return next
      }
    }
    return reached
  }
}
