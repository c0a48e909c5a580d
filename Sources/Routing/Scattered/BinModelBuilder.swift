/// Builds the lists of a `BinModel`: aisle by aisle the cells, their points, options and steps.
struct BinModelBuilder {
  let request: ScatteredRequest
  let supply: BinSupply
  let space: StateSpace
  let isClosed: Bool
  let starts: [Terminal]
  let ends: [Terminal]

  private(set) var pointY: [Int] = []
  private(set) var pointCell: [Int32] = []
  private(set) var forced: [Bool] = []
  private(set) var entryFirst: [Int32] = [0]
  private(set) var entryArticle: [Int32] = []
  private(set) var entryQuantity: [Int] = []
  private(set) var entryUnits: [Int] = []
  private(set) var entryPenalty: [Int] = []
  private(set) var entryStock: [Int] = []
  private(set) var entryPoint: [Int32] = []
  private(set) var entriesOf: [[Int]]
  private(set) var cells: [BinCell] = []
  private(set) var options: [CellOption] = []
  private(set) var surplusArticle: [Int32] = []
  private(set) var surplusUnits: [Int] = []
  private(set) var tables: [StepTable] = []
  private(set) var stepCost: [Int] = []
  private(set) var costs: [Int] = []

  private static let scale = BinModel.scale
  private var reach: [Int]
  private var mustVisit: Set<GridPoint>

  init(_ request: ScatteredRequest) {
    let layout = request.layout
    supply = BinSupply(request)
    self.request = request
    let useful = supply.open + supply.forcedPicks.map(\.stock)
    starts = Terminal.cheapest(layout.terminals(of: request.start))
    if request.ends.isEmpty {
      ends = Terminal.cheapest(
        useful.map { Terminal(point: request.points[$0], link: nil, end: nil) })
    } else {
      ends = Terminal.cheapest(
        request.ends.enumerated().flatMap { layout.terminals(of: $0.element, end: $0.offset) })
    }
    isClosed =
      starts.count == 1 && ends.count == 1 && !request.ends.isEmpty
      && starts[0].point == ends[0].point && starts[0].link == nil && ends[0].link == nil
    space = .space(crossAisles: layout.crossAisles.count, open: !isClosed)
    entriesOf = Array(repeating: [], count: request.demands.count)
    reach = Array(repeating: 0, count: request.demands.count)
    mustVisit = Set(supply.forcedPicks.map { request.points[$0.stock] })
    if isClosed { mustVisit.insert(starts[0].point) }
    build(useful)
  }

  private mutating func build(_ useful: [Int]) {
    let layout = request.layout
    let touched =
      useful.map { request.points[$0].aisle } + (starts + ends).map(\.point.aisle)
    let aisles = (touched.min() ?? 0)...(touched.max() ?? 0)
    var entries = [[Int]](repeating: [], count: aisles.count)
    for entry in supply.open {
      entries[request.points[entry].aisle - aisles.lowerBound].append(entry)
    }
    var must = [[Int]](repeating: [], count: aisles.count)
    for point in mustVisit { must[point.aisle - aisles.lowerBound].append(point.y) }
    for aisle in aisles {
      let column = aisle - aisles.lowerBound
      add(
        aisle, entries[column], Set(must[column]),
        isClosed ? [] : terminals(starts, aisle), isClosed ? [] : terminals(ends, aisle))
      let next = aisle + 1
      addCrossing(aisle < aisles.upperBound ? layout.aisles[next] - layout.aisles[aisle] : nil)
    }
  }

  private func terminals(_ all: [Terminal], _ aisle: Int) -> [CellPlans.End] {
    all.filter { $0.point.aisle == aisle }.map { .init(y: $0.point.y, length: $0.length) }
  }

  private mutating func add(
    _ aisle: Int, _ entries: [Int], _ must: Set<Int>, _ starts: [CellPlans.End],
    _ ends: [CellPlans.End]
  ) {
    let ys = request.layout.crossAisles
    var at: [Int: [Int]] = [:]
    for entry in entries { at[request.points[entry].y, default: []].append(entry) }
    let stations = Set(at.keys).union(must).sorted()
    for (vertex, y) in ys.enumerated() {
      let here = at[y] ?? []
      let start = starts.first { $0.y == y }
      let end = ends.first { $0.y == y }
      if !here.isEmpty || must.contains(y) || start != nil || end != nil {
        addJunction(vertex, y, here, must.contains(y), start, end)
      }
    }
    var next = 0
    for (block, (low, high)) in zip(ys, ys.dropFirst()).enumerated() {
      while next < stations.count, stations[next] <= low { next += 1 }
      let first = next
      while next < stations.count, stations[next] < high { next += 1 }
      let inside = stations[first..<next]
      addBlock(
        block, low, high, inside.map { ($0, at[$0] ?? [], must.contains($0)) },
        starts.filter { low < $0.y && $0.y < high }, ends.filter { low < $0.y && $0.y < high })
    }
  }

  private mutating func addPoint(_ y: Int, _ entries: [Int], _ must: Bool) {
    let point = pointY.count
    pointY.append(y * Self.scale)
    pointCell.append(Int32(cells.count))
    forced.append(must)
    for index in entries {
      let entry = request.stock[index]
      entriesOf[entry.article].append(entryStock.count)
      entryStock.append(index)
      entryPoint.append(Int32(point))
      entryArticle.append(Int32(entry.article))
      entryQuantity.append(min(entry.quantity, supply.need[entry.article]))
      entryUnits.append(supply.units(entry.quantity, of: entry.article))
      entryPenalty.append(entry.penalty * Self.scale)
    }
    entryFirst.append(Int32(entryStock.count))
  }

  private mutating func addJunction(
    _ vertex: Int, _ y: Int, _ entries: [Int], _ must: Bool, _ start: CellPlans.End?,
    _ end: CellPlans.End?
  ) {
    let first = pointY.count
    if must || !entries.isEmpty { addPoint(y, entries, must) }
    let count = pointY.count
    var slots: [StateSpace.JunctionSlot] = []
    let firstOption = options.count
    func option(_ cost: Int, covered: Bool) -> CellOption {
      CellOption(
        cost: cost * Self.scale, from: Int32(covered ? count : first), to: Int32(count),
        slot: Int32(slots.count), surplus: 0, surplusCount: 0)
    }
    func offer(_ cost: Int, touches: Bool, ends: Int) {
      if must && !touches && ends == 0 { return }
      options.append(option(cost, covered: touches || ends != 0))
      slots.append(.init(touches: touches, ends: ends))
    }
    offer(0, touches: false, ends: 0)
    if count > first { offer(0, touches: true, ends: 0) }
    if let start { offer(start.length, touches: true, ends: Ends.start) }
    if let end { offer(end.length, touches: true, ends: Ends.end) }
    if let start, let end { offer(start.length + end.length, touches: true, ends: Ends.both) }
    finishCell(
      first, firstOption, slots.count, space.table(.junction(vertex, slots)), block: -1, low: 0,
      high: 0, isPlain: false)
  }

  private mutating func addBlock(
    _ block: Int, _ low: Int, _ high: Int, _ points: [(y: Int, entries: [Int], must: Bool)],
    _ starts: [CellPlans.End], _ ends: [CellPlans.End]
  ) {
    let first = pointY.count
    for point in points { addPoint(point.y, point.entries, point.must) }
    let ys = points.map(\.y)
    let firstOption = options.count
    let lastMust = points.lastIndex { $0.must } ?? -1
    let firstMust = points.firstIndex { $0.must } ?? points.count
    func misses(_ from: Int, _ to: Int) -> Bool {
      guard lastMust >= from, firstMust < to else { return false }
      return points[from..<to].contains { $0.must }
    }
    func offer(_ slot: Int, _ cost: Int, _ from: Int, _ to: Int) {
      if misses(from, to) { return }
      options.append(
        CellOption(
          cost: cost * Self.scale, from: Int32(first + from), to: Int32(first + to),
          slot: Int32(slot), surplus: 0, surplusCount: 0))
    }
    let endsAnywhere = request.ends.isEmpty
    var slots = CellPlans.plainSlots
    if starts.isEmpty && (ends.isEmpty || endsAnywhere) {
      CellPlans.plain(low: low, high: high, points: ys, offer)
      if !ends.isEmpty {
        slots += CellPlans.openSlots
        CellPlans.ending(low: low, high: high, points: ys, offer)
      }
    } else {
      let found = CellPlans.all(low: low, high: high, points: ys, starts: starts, ends: ends)
      slots = []
      for plan in found {
        let slot = slots.firstIndex(of: plan.slot) ?? slots.count
        if slot == slots.count { slots.append(plan.slot) }
        offer(slot, plan.cost, plan.from, plan.to)
      }
    }
    finishCell(
      first, firstOption, slots.count, space.table(.block(block, slots)), block: block, low: low,
      high: high,
      isPlain: slots.count == CellPlans.plainSlots.count && starts.isEmpty && ends.isEmpty)
  }

  private mutating func finishCell(
    _ firstPoint: Int, _ firstOption: Int, _ slots: Int, _ table: StepTable, block: Int, low: Int,
    high: Int, isPlain: Bool
  ) {
    addSurplus(firstPoint, firstOption)
    cells.append(
      BinCell(
        firstPoint: firstPoint, endPoint: pointY.count, firstOption: firstOption,
        optionCount: options.count - firstOption, costBase: costs.count, slotCount: slots,
        step: tables.count, block: block, low: low * Self.scale, high: high * Self.scale,
        isPlain: isPlain))
    tables.append(table)
    stepCost.append(costs.count)
    costs.append(contentsOf: repeatElement(BinModel.never, count: slots))
  }

  /// Notes for each option how much it covers of an article beyond the demand.
  private mutating func addSurplus(_ firstPoint: Int, _ firstOption: Int) {
    var touched: [Int] = []
    let entries = Int(entryFirst[firstPoint])..<entryStock.count
    for entry in entries {
      let article = Int(entryArticle[entry])
      if reach[article] == 0 { touched.append(article) }
      reach[article] += entryUnits[entry]
    }
    let heavy = touched.filter { reach[$0] > supply.units[$0] && supply.isCapped[$0] }
    for article in touched { reach[article] = 0 }
    guard !heavy.isEmpty else { return }
    let points = pointY.count - firstPoint
    // Units of a heavy article at points below each point.
    var below = [[Int]](repeating: Array(repeating: 0, count: points + 1), count: heavy.count)
    for (number, article) in heavy.enumerated() {
      for point in 0..<points {
        var here = 0
        let range = Int(entryFirst[firstPoint + point])..<Int(entryFirst[firstPoint + point + 1])
        for entry in range where Int(entryArticle[entry]) == article { here += entryUnits[entry] }
        below[number][point + 1] = below[number][point] + here
      }
    }
    for index in firstOption..<options.count {
      let (from, to) = (Int(options[index].from) - firstPoint, Int(options[index].to) - firstPoint)
      options[index].surplus = Int32(surplusArticle.count)
      for (number, article) in heavy.enumerated() {
        let covered = below[number][from] + below[number][points] - below[number][to]
        guard covered > supply.units[article] else { continue }
        surplusArticle.append(Int32(article))
        surplusUnits.append(covered - supply.units[article])
        options[index].surplusCount += 1
      }
    }
  }

  private mutating func addCrossing(_ width: Int?) {
    let count = request.layout.crossAisles.count
    if count <= StateSpace.mostFused {
      let table = space.table(.crossing)
      tables.append(table)
      stepCost.append(costs.count)
      for pattern in 0..<table.slotCount {
        var rest = pattern
        var walks = 0
        while rest > 0 {
          walks += rest % 3
          rest /= 3
        }
        costs.append(cost(walks, width))
      }
    } else {
      for vertex in 0..<count {
        tables.append(space.table(.crossingOne(vertex)))
        stepCost.append(costs.count)
        for walks in 0...2 {
          costs.append(cost(walks, width))
        }
      }
    }
  }

  /// The cost of so many walks to the next aisle, where there is one.
  private func cost(_ walks: Int, _ width: Int?) -> Int {
    if walks == 0 { return 0 }
    guard let width else { return BinModel.never }
    return walks * width * Self.scale
  }

  /// A walk between points of the grid goes up as far as it goes down but for its ends, so the
  /// lengths of all answers differ by multiples of a step.
  func costGrid() -> (step: Int, base: Int) {
    let layout = request.layout
    var unit = 0
    func note(_ values: [Int]) {
      guard let first = values.first else { return }
      for value in values { unit = gcd(unit, value - first) }
    }
    note(layout.aisles)
    let used = supply.open + supply.forcedPicks.map(\.stock)
    note(layout.crossAisles + used.map { request.points[$0].y })
    note(layout.crossAisles + (starts + ends).map(\.point.y))
    var step = 2 * max(unit, 1)
    if unit == 0 { step = 1 }
    var base: Int?
    for start in starts {
      for end in ends {
        let across = abs(layout.aisles[start.point.aisle] - layout.aisles[end.point.aisle])
        let residue = start.length + end.length + across + abs(start.point.y - end.point.y)
        if let base { step = gcd(step, residue - base) } else { base = residue }
      }
    }
    for entry in used { step = gcd(step, request.stock[entry].penalty) }
    step = max(step, 1)
    return (step, (base ?? 0) % step)
  }

  private func gcd(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (abs(a), abs(b))
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
