/// Tour lengths for any floor of few blocks, eight batches at a time.
///
/// The frontier program of `LaneProgram` with a batch in each lane of a vector: the moves are the
/// same for all, only the prices differ. Lengths are whole numbers of units kept as `Float`, which
/// is exact below 2^24; with `infinity` for what cannot be. The walk's start and end lie on
/// junctions or are joined to junctions by links.
final class LaneLengths {
  typealias Lane = SIMD8<Float>

  private let masks: OrderMasks
  private let program: LaneProgram
  private let aisleCount: Int
  private let blockCount: Int
  /// A step for the loop: pointers into `moves` and `offsets`.
  private struct Range {
    let moves: UnsafePointer<UInt32>
    let offsets: UnsafePointer<Int32>
  }
  private let moves: UnsafeMutablePointer<UInt32>
  private let offsets: UnsafeMutablePointer<Int32>
  private var touchSteps: [Range] = []
  private var terminalSteps: [Range] = []
  private var blockSteps: [Range] = []
  private var advanceStep: Range
  private var cost: UnsafeMutablePointer<Lane>
  private var next: UnsafeMutablePointer<Lane>
  private let prices: UnsafeMutablePointer<Lane>
  /// What starting and ending at a junction costs, at [aisle * crossAisles + vertex].
  private var startCost: [Float]
  private var endCost: [Float]
  /// The junction of a round, as a bit of its aisle's word.
  private var depotAisle = -1
  private var depotBit: UInt64 = 0
  /// The outermost aisles at which the walk may start or end.
  private let terminalAisles: ClosedRange<Int>

  /// Most cross-aisles: the states of five fit the cache.
  static let mostCrossAisles = 5

  /// Nil where the floor has more cross-aisles or rules, where the walk starts or ends inside a
  /// block, or where lengths could exceed 2^24 units.
  init?(_ masks: OrderMasks, _ request: BatchRequest) {
    let layout = request.layout
    let crossings = layout.crossAisles.count
    let starts = Terminal.cheapest(layout.terminals(of: request.start))
    let ends = Terminal.cheapest(layout.terminals(of: request.end))
    let farthest = (starts + ends).map(\.length).max() ?? 0
    let across = masks.widths.reduce(0, +) * crossings
    let most = 2 * (masks.heights.reduce(0, +) * masks.aisleCount + across)
    guard crossings <= Self.mostCrossAisles, layout.isUnrestricted,
      (starts + ends).allSatisfy({ layout.crossAisles.contains($0.point.y) }),
      2 * most + 2 * (farthest / masks.unit) < 1 << 24
    else { return nil }
    let isClosed = starts == ends && starts.count == 1 && starts[0].link == nil
    program = LaneProgram(
      crossAisles: crossings, ending: isClosed ? .closed : starts == ends ? .symmetric : .open)
    self.masks = masks
    aisleCount = masks.aisleCount
    blockCount = masks.blockCount
    let steps = program.touches + program.terminals + program.blocks + [program.advance]
    moves = .allocate(capacity: steps.reduce(1) { $0 + $1.moves.count })
    offsets = .allocate(capacity: steps.reduce(1) { $0 + $1.offsets.count })
    var (move, offset) = (0, 0)
    var ranges: [Range] = []
    for step in steps {
      ranges.append(
        Range(moves: UnsafePointer(moves + move), offsets: UnsafePointer(offsets + offset)))
      for each in step.moves {
        (moves + move).initialize(to: each)
        move += 1
      }
      for each in step.offsets {
        (offsets + offset).initialize(to: each)
        offset += 1
      }
    }
    touchSteps = Array(ranges[0..<crossings])
    terminalSteps = Array(ranges[crossings..<2 * crossings])
    blockSteps = Array(ranges[2 * crossings..<3 * crossings - 1])
    advanceStep = ranges[3 * crossings - 1]
    let never = Lane(repeating: .infinity)
    cost = .allocate(capacity: program.stateCount)
    cost.initialize(repeating: never, count: program.stateCount)
    next = .allocate(capacity: program.stateCount)
    next.initialize(repeating: never, count: program.stateCount)
    prices = .allocate(capacity: 16)
    prices.initialize(repeating: never, count: 16)
    startCost = [Float](repeating: .infinity, count: aisleCount * crossings)
    endCost = startCost
    let touched = (starts + ends).map { $0.point.aisle - masks.firstAisle }
    terminalAisles = (touched.min() ?? 0)...(touched.max() ?? 0)
    for (terminals, isStart) in [(starts, true), (ends, false)] {
      for terminal in terminals {
        let aisle = terminal.point.aisle - masks.firstAisle
        let vertex = layout.crossAisles.firstIndex(of: terminal.point.y) ?? 0
        let length = Float(terminal.length / masks.unit)
        if isClosed {
          depotAisle = aisle
          depotBit = 1 << UInt64(vertex)
        } else if isStart {
          startCost[aisle * crossings + vertex] = length
        } else {
          endCost[aisle * crossings + vertex] = length
        }
      }
    }
  }

  deinit {
    moves.deallocate()
    offsets.deallocate()
    cost.deallocate()
    next.deallocate()
    prices.deallocate()
  }

  /// The lengths of the shortest tours over up to eight unions of masks, in units; 0 for an empty
  /// one.
  ///
  /// - Parameters:
  ///   - batches: the masks, one after the other; eight may be read and all must be initialized.
  ///   - count: how many lengths are wanted.
  /// - Complexity: O(aisles * moves + positions visited).
  func lengths(
    _ batches: UnsafePointer<UInt64>, count: Int, into result: UnsafeMutablePointer<Int>
  ) {
    let width = masks.wordCount
    let (firstAisle, lastAisle) = span(batches, count)
    let never = Lane(repeating: .infinity)
    for state in 0..<program.stateCount { cost[state] = never }
    cost[program.firstState] = Lane(repeating: 0)
    for aisle in firstAisle...lastAisle {
      passJunctions(batches, count, aisle)
      for block in 0..<blockCount {
        setPrices(batches, count, aisle &* blockCount &+ block, block)
        run(blockSteps[block])
      }
      let step: Float = aisle < lastAisle ? Float(masks.widths[aisle]) : .infinity
      prices[0] = Lane(repeating: 0)
      for ways in 1...2 &* (blockCount &+ 1) { prices[ways] = Lane(repeating: step * Float(ways)) }
      run(advanceStep)
    }
    let lengths = cost[program.lastState]
    for lane in 0..<count {
      var any: UInt64 = 0
      for word in lane &* width..<(lane &+ 1) &* width { any |= batches[word] }
      result[lane] = any == 0 ? 0 : Int(lengths[lane])
    }
  }

  /// The outermost aisles with a stop or a terminal.
  private func span(_ batches: UnsafePointer<UInt64>, _ count: Int) -> (Int, Int) {
    let perAisle = masks.wordsPerCell &* blockCount
    func isEmpty(_ aisle: Int) -> Bool {
      var any: UInt64 = 0
      for lane in 0..<count {
        let mask = batches + lane &* masks.wordCount
        if let base = masks.junctionBase { any |= mask[base &+ aisle] }
        for word in aisle &* perAisle..<(aisle &+ 1) &* perAisle { any |= mask[word] }
      }
      return any == 0
    }
    var first = 0
    var last = aisleCount &- 1
    while first < terminalAisles.lowerBound, isEmpty(first) { first &+= 1 }
    while last > terminalAisles.upperBound, isEmpty(last) { last &-= 1 }
    return (first, last)
  }

  private func passJunctions(
    _ batches: UnsafePointer<UInt64>, _ count: Int, _ aisle: Int
  ) {
    let crossings = blockCount &+ 1
    for vertex in 0..<crossings {
      var must = SIMD8<Float>(repeating: 0)
      var any = false
      if aisle == depotAisle, depotBit >> UInt64(vertex) & 1 == 1 {
        must = SIMD8(repeating: .infinity)
        any = true
      } else if let base = masks.junctionBase {
        for lane in 0..<count
        where batches[lane &* masks.wordCount &+ base &+ aisle] >> UInt64(vertex) & 1 == 1 {
          must[lane] = .infinity
          any = true
        }
      }
      if any {
        prices[0] = must
        prices[1] = SIMD8(repeating: 0)
        run(touchSteps[vertex])
      }
      let start = startCost[aisle &* crossings &+ vertex]
      let end = endCost[aisle &* crossings &+ vertex]
      if start < .infinity || end < .infinity {
        prices[0] = SIMD8(repeating: 0)
        prices[1] = SIMD8(repeating: start)
        prices[2] = SIMD8(repeating: end)
        prices[3] = SIMD8(repeating: start + end)
        run(terminalSteps[vertex])
      }
    }
  }

  @inline(__always)
  private func setPrices(
    _ batches: UnsafePointer<UInt64>, _ count: Int, _ cell: Int, _ block: Int
  ) {
    typealias Slot = LaneProgram.Slot
    let height = Float(masks.heights[block])
    var skip = Lane(repeating: 0)
    var below = Lane(repeating: .infinity)
    var above = below
    var split = below
    let words = masks.wordsPerCell
    let positions = masks.positions + (cell &* words) << 6
    for lane in 0..<count {
      let mask = batches + (lane &* masks.wordCount &+ cell &* words)
      guard let scan = CellScan(mask, words: words, positions) else { continue }
      skip[lane] = .infinity
      below[lane] = 2 * Float(scan.last)
      above[lane] = 2 * (height - Float(scan.first))
      split[lane] = 2 * (height - Float(scan.gap))
    }
    prices[Slot.skip] = skip
    prices[Slot.below] = below
    prices[Slot.above] = above
    prices[Slot.split] = split
    prices[Slot.skipOrBelow] = Self.least(skip, below)
    prices[Slot.skipOrAbove] = Self.least(skip, above)
    prices[Slot.aboveOrSplit] = Self.least(above, split)
    prices[Slot.belowOrSplit] = Self.least(below, split)
    prices[Slot.least] = Self.least(Self.least(skip, below), Self.least(above, split))
    prices[Slot.through] = Lane(repeating: height)
    prices[Slot.turn] = Lane(repeating: 2 * height)
  }

  @inline(__always)
  private static func least(_ a: Lane, _ b: Lane) -> Lane { b.replacing(with: a, where: a .< b) }

  @inline(__always)
  private func run(_ step: Range) {
    let never = Lane(repeating: .infinity)
    var move = 0
    for state in 0..<program.stateCount {
      var least = never
      let end = Int(step.offsets[state &+ 1])
      while move < end {
        let packed = Int(step.moves[move])
        let price = cost[packed >> 4] + prices[packed & 15]
        least = Self.least(price, least)
        move &+= 1
      }
      next[state] = least
    }
    swap(&cost, &next)
  }
}
