extension TourKernel {
  /// Writes down a walk within one aisle.
  func write(_ walk: OneAisleWalk, stopCount: Int) {
    chosenStart = walk.start
    chosenEnd = walk.end
    writer.begin(
      at: GridPoint(aisle: walk.aisle, y: walk.from), after: starts[walk.start].length,
      stopCount: stopCount, mostLegs: 3)
    writer.walk(toY: walk.first)
    writer.walk(toY: walk.last)
    writer.walk(toY: walk.to)
    writer.end(by: walk.end < 0 ? 0 : ends[walk.end].length)
  }

  /// Writes down the walk over what the sweep chose.
  func write(_ aisles: ClosedRange<Int>, stopCount: Int) {
    let junctionCount = aisles.count * vertexCount
    trail.clear(junctionCount)
    for junction in 0..<junctionCount {
      spurUp[junction] = Self.noTurn
      spurDown[junction] = Self.noTurn
      trail.right[junction] = choices.crossings[junction]
    }
    let isUnruled = rules.isEmpty
    var start = EndPlan(junction: choices.startJunction, vertexCount, ys)
    var end = EndPlan(junction: choices.endJunction, vertexCount, ys)
    for column in 0..<aisles.count {
      for block in 0..<blockCount {
        let plan = choices.plans[column * blockCount + block]
        let bucket = (aisles.lowerBound + column) * stops.bucketsPerAisle + 2 * block + 1
        if isUnruled, takeUnruled(plan, column * vertexCount + block, bucket) { continue }
        take(plan, column, block, aisles.lowerBound + column, &start, &end)
      }
    }
    if let home { beginAtHome(home, aisles.lowerBound, &start, &end) }
    chosenStart = number(of: start, starts, aisles.lowerBound)
    chosenEnd = ends.isEmpty ? -1 : number(of: end, ends, aisles.lowerBound)

    trail.find(from: start.junction, crossAisles: vertexCount)
    let first = aisles.lowerBound
    writer.begin(
      at: GridPoint(aisle: first + start.junction / vertexCount, y: start.y),
      after: starts[chosenStart].length, stopCount: stopCount, mostLegs: 8 * junctionCount + 8)
    writer.walk(toY: start.turn)
    var place = trail.count - 1
    while place >= 0 {
      let at = trail.junctions[place]
      let junction = at.column &* vertexCount &+ at.cross
      let y = ys[at.cross]
      // Either the aisle stays, or the height does.
      writer.walk(toAisle: first &+ at.column)
      writer.walk(toY: y)
      walk(spurDown, junction, backTo: y)
      walk(spurUp, junction, backTo: y)
      place -= 1
    }
    writer.walk(toY: end.turn)
    writer.walk(toY: end.y)
    writer.end(by: chosenEnd < 0 ? 0 : ends[chosenEnd].length)
  }

  private func walk(_ spurs: FlatBuffer<Int>, _ junction: Int, backTo y: Int) {
    let turn = spurs[junction]
    guard turn != Self.noTurn else { return }
    spurs[junction] = Self.noTurn
    writer.walk(toY: turn)
    writer.walkBack(toY: y)
  }

  /// Notes the pieces and spurs of one block where nothing is forbidden and no end of the walk is.
  @inline(__always)
  private func takeUnruled(_ plan: CellPlan, _ low: Int, _ bucket: Int) -> Bool {
    let (begin, end) = (stops.first[bucket], stops.first[bucket &+ 1])
    let points = stops.points.start
    switch plan {
    case .none: return true
    case .once: trail.up[low] = 1
    case .twice: trail.up[low] = 2
    case .low: spurUp[low] = points[end &- 1].y
    case .high: spurDown[low &+ 1] = points[begin].y
    case .split:
      var (widest, above) = (0, begin)
      var place = begin &+ 1
      while place < end {
        let gap = points[place].y &- points[place &- 1].y
        if gap > widest { (widest, above) = (gap, place) }
        place &+= 1
      }
      guard widest > 0 else { return true }
      spurUp[low] = points[above &- 1].y
      spurDown[low &+ 1] = points[above].y
    case .placed: return false
    }
    return true
  }

  /// Notes the pieces and spurs of one block.
  private func take(
    _ plan: CellPlan, _ column: Int, _ block: Int, _ aisle: Int, _ start: inout EndPlan,
    _ end: inout EndPlan
  ) {
    let low = column * vertexCount + block
    let high = low + 1
    let points = points(aisle, block)
    switch plan {
    case .none: break
    case .once: trail.up[low] = 1
    case .twice: trail.up[low] = 2
    case .low: spurUp[low] = points.lastTurn ?? points.high
    case .high: spurDown[high] = points.firstTurn ?? points.low
    case .split:
      guard let gap = points.widestGap() else { break }
      spurUp[low] = gap.below
      spurDown[high] = gap.above
    case .placed(let ends, let form):
      guard let openEnds else { break }
      var best: PlacedPlan?
      openEnds.forEachPlan(aisle, block, self) { plan in
        guard plan.ends == ends, plan.form == form, plan.cost < best?.cost ?? .max else { return }
        best = plan
      }
      if let best { take(best, low, high, &start, &end) }
    }
  }

  /// Notes the pieces and spurs of a block with an end of the walk in it.
  private func take(
    _ plan: PlacedPlan, _ low: Int, _ high: Int, _ start: inout EndPlan, _ end: inout EndPlan
  ) {
    var lower = EndPlan(y: plan.lower.y, turn: plan.lower.y, junction: low)
    var upper = EndPlan(y: plan.upper.y, turn: plan.upper.y, junction: high)
    switch plan.form {
    case .throughAndHigh:
      trail.up[low] = 1
      lower.junction = high
    case .throughAndLow: trail.up[low] = 1
    case .low: lower.turn = plan.below
    case .lowAndSpur:
      lower.turn = plan.below
      spurDown[high] = plan.above
    case .high:
      lower.turn = plan.above
      lower.junction = high
    case .highAndSpur:
      lower.turn = plan.above
      lower.junction = high
      spurUp[low] = plan.below
    case .throughAndBoth: trail.up[low] = 1
    case .crossed: (lower.junction, upper.junction) = (high, low)
    case .bothHigh:
      lower.turn = plan.above
      lower.junction = high
    case .bothHighAndSpur:
      lower.turn = plan.above
      lower.junction = high
      spurUp[low] = plan.below
    case .bothLow:
      upper.turn = plan.below
      upper.junction = low
    case .bothLowAndSpur:
      upper.turn = plan.below
      upper.junction = low
      spurDown[high] = plan.above
    case .apart:
      lower.turn = plan.below
      upper.turn = plan.above
    }
    if plan.ends == Ends.start { start = lower }
    if plan.ends == Ends.end { end = lower }
    if plan.ends == Ends.both {
      (start, end) = plan.startIsLower ? (lower, upper) : (upper, lower)
    }
  }

  /// Lets a round begin and end at its home: at a junction, or on a way within a block.
  private func beginAtHome(
    _ home: GridPoint, _ firstAisle: Int, _ start: inout EndPlan, _ end: inout EndPlan
  ) {
    let column = (home.aisle - firstAisle) * vertexCount
    let bucket = stops.bucket(of: home.y)
    let low = column + bucket / 2
    start = EndPlan(y: home.y, turn: home.y, junction: low)
    end = start
    guard bucket % 2 == 1 else { return }
    if trail.up[low] > 0 {
      trail.up[low] -= 1
      start.junction = low + 1
    } else if spurUp[low] != Self.noTurn, spurUp[low] >= home.y {
      start.turn = spurUp[low]
      spurUp[low] = Self.noTurn
    } else {
      start.turn = spurDown[low + 1]
      spurDown[low + 1] = Self.noTurn
      start.junction = low + 1
      end.junction = low + 1
    }
  }

  /// Which of the terminals an end of the walk is.
  private func number(of end: EndPlan, _ terminals: [Terminal], _ firstAisle: Int) -> Int {
    let point = GridPoint(aisle: firstAisle + end.junction / vertexCount, y: end.y)
    return terminals.firstIndex { $0.point == point } ?? 0
  }
}
