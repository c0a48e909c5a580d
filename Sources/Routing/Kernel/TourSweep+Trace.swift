extension TourSweep {
  /// Finds what the shortest tour consists of, after `length(_:tracing:)` with tracing found one.
  ///
  /// Goes back from the complete tour, from aisle to aisle and from step to step. A step's origin
  /// is any state and move that explain the length found; where several do, the first in a fixed
  /// order is taken.
  func trace(_ input: SweepInput, into choices: TourChoices) {
    choices.reserve(aisles: input.aisleCount, crossAisles: vertexCount)
    if vertexCount == 2 { return traceOneBlock(input, into: choices) }
    var state = Trail(index: doneIndex, length: 0)
    for aisle in (0..<input.aisleCount).reversed() {
      if keeping == .aisles { sweep(aisle, input) }
      let stepCount = firstStep[aisle + 1] - firstStep[aisle]
      let last = stepVector(aisle, stepCount - 1)
      if aisle == input.aisleCount - 1 { state.length = last[state.index] }
      uncross(aisle, input, &state, choices)
      unleave(last, &state)
      var step = stepCount
      for block in (0..<blockCount).reversed() {
        step -= 1
        unpass(block, aisle, step, input, &state, choices)
      }
      for vertex in (0..<vertexCount).reversed()
      where input.required[aisle] >> UInt8(vertex) & 1 == 1 {
        step -= 1
        unstop(vertex, aisle, step, &state)
      }
      guard let ends = input.ends else { continue }
      for vertex in (0..<vertexCount).reversed()
      where ends.junctions[aisle] >> UInt8(vertex) & 1 == 1 {
        step -= 1
        unplace(vertex, aisle, step, ends, &state, choices)
      }
    }
  }

  /// A state on the way back and the length left that has to be explained.
  struct Trail {
    var index: Int
    var length: Int
  }

  func vector(before step: Int, _ aisle: Int) -> UnsafeMutablePointer<Int> {
    step == 0 ? inputVector(aisle) : stepVector(aisle, step - 1)
  }

  /// Whether a layer was in use before a step; if not, its part of the vector means nothing.
  func isAlive(_ layer: Int, before step: Int, _ aisle: Int) -> Bool {
    aliveAtSteps[firstStep[aisle] + step] >> UInt8(layer) & 1 == 1
  }

  /// The layer of a state, its group, where the group begins in a vector, and in the table.
  private func piece(of index: Int) -> (
    layer: Int, group: SweepProgram.Group, base: Int, first: Int
  ) {
    let table = program.table
    if !isOpen || index < startBase { return (Ends.none, program.even, 0, 0) }
    if index < endBase { return (Ends.start, program.one, startBase, table.oneOdd.lowerBound) }
    if index < bothBase { return (Ends.end, program.one, endBase, table.oneOdd.lowerBound) }
    if index < twoBase { return (Ends.both, program.even, bothBase, 0) }
    return (Ends.both, program.two, twoBase, table.twoOdd.lowerBound)
  }

  private func uncross(
    _ aisle: Int, _ input: SweepInput, _ state: inout Trail, _ choices: TourChoices
  ) {
    let row = choices.crossings.start + aisle * vertexCount
    guard aisle + 1 < input.aisleCount else {
      for vertex in 0..<vertexCount { row[vertex] = 0 }
      return
    }
    let (_, group, base, first) = piece(of: state.index)
    let number = state.index - base
    let isDone = first + number == program.table.done
    for vertex in 0..<vertexCount {
      let isTouched = !isDone && group.pointee.touched[number] >> vertex & 1 == 1
      let isOdd = program.table.odd[first + number] >> UInt8(vertex) & 1 == 1
      row[vertex] = isTouched ? (isOdd ? 1 : 2) : 0
    }
    state.length -= input.widths[aisle] * group.pointee.edges[number]
  }

  private func unleave(_ vector: UnsafePointer<Int>, _ state: inout Trail) {
    let (_, group, base, _) = piece(of: state.index)
    var vertex = 0
    while vertex < vertexCount {
      let origin = group.pointee.leaves.moves(to: state.index - base, in: vertex)
        .first { vector[base + Int($0.from)] == state.length }
      guard let origin else {
        vertex += 1
        continue
      }
      state.index = base + Int(origin.from)
      vertex = 0
    }
  }

  func unstop(_ vertex: Int, _ aisle: Int, _ step: Int, _ state: inout Trail) {
    let old = vector(before: step, aisle)
    let (_, group, base, _) = piece(of: state.index)
    if old[state.index] == state.length { return }
    for move in group.pointee.stops.moves(to: state.index - base, in: vertex)
    where old[base + Int(move.from)] == state.length {
      state.index = base + Int(move.from)
      return
    }
  }

  func unpass(
    _ block: Int, _ aisle: Int, _ step: Int, _ input: SweepInput, _ state: inout Trail,
    _ choices: TourChoices
  ) {
    let old = vector(before: step, aisle)
    let cellNumber = aisle * blockCount + block
    let cell = input.cells[cellNumber]
    MoveCosts.write(cell, to: costs.start)
    let (layer, group, base, first) = piece(of: state.index)
    let number = state.index - base
    let length = state.length
    var found: (plan: CellPlan, index: Int)?

    let isOld = isAlive(layer, before: step, aisle)
    let meeting = group.pointee.meetings[block * group.pointee.count + number]
    if isOld, old[state.index] + costs[meeting] == length {
      found = (cell.plan(meeting), state.index)
    }
    func look(_ lists: MoveLists, _ base: Int, _ plan: (Move) -> (CellPlan, Int)) {
      guard isOld, found == nil else { return }
      for move in lists.moves(to: number, in: block) {
        let (plan, cost) = plan(move)
        if old[base + Int(move.from)] + cost == length {
          found = (plan, base + Int(move.from))
          return
        }
      }
    }
    look(group.pointee.once, base) { _ in (.once, cell.once) }
    if cell.none != 0 {
      look(group.pointee.touches, base) { (cell.plan(Int($0.cost)), costs[Int($0.cost)]) }
    }
    if isOpen && base == bothBase {
      look(program.onceJoining, twoBase) { _ in (.once, cell.once) }
    }
    if input.needsTwice {
      look(group.pointee.twice, base) { _ in (.twice, cell.twice) }
      if isOpen && base == bothBase {
        look(program.twiceJoining, twoBase) { _ in (.twice, cell.twice) }
      }
    }
    if found == nil, let ends = input.ends, ends.rowNumbers[cellNumber] >= 0 {
      let row = ends.row(cellNumber)
      ends.forEachPlacing { from, placing in
        guard found == nil, from | placing == layer, isAlive(from, before: step, aisle) else {
          return
        }
        for form in PlacedCosts.Form.allCases where found == nil {
          let cost = row[PlacedCosts.place(placing, form)]
          guard cost < Self.never else { continue }
          let outcome = form.outcome
          forEachClass(from) { origin, index in
            guard found == nil, old[index] + cost == length,
              program.table.applying(outcome, block, to: origin) == first + number
            else { return }
            found = (.placed(ends: placing, form), index)
          }
        }
      }
    }
    guard let found else { preconditionFailure("a length without an origin") }
    choices.plans[cellNumber] = found.plan
    state = Trail(index: found.index, length: old[found.index])
  }

  func unplace(
    _ vertex: Int, _ aisle: Int, _ step: Int, _ ends: SweepEnds, _ state: inout Trail,
    _ choices: TourChoices
  ) {
    let old = vector(before: step, aisle)
    let (layer, _, base, first) = piece(of: state.index)
    let number = state.index - base + first
    let junction = aisle * vertexCount + vertex
    let table = program.table
    if isAlive(layer, before: step, aisle), old[state.index] == state.length { return }
    var found: (ends: Int, index: Int)?
    ends.forEachPlacing { from, placing in
      let cost = ends.cost(placing, junction)
      guard found == nil, from | placing == layer, cost < Self.never,
        isAlive(from, before: step, aisle)
      else { return }
      let operation = placing == Ends.both ? table.touch : table.flip
      forEachClass(from) { origin, index in
        guard found == nil, old[index] + cost == state.length,
          Int(operation[vertex * table.classCount + origin]) == number
        else { return }
        found = (placing, index)
      }
    }
    guard let found else { return }
    if found.ends & Ends.start != 0 { choices.startJunction = junction }
    if found.ends & Ends.end != 0 { choices.endJunction = junction }
    state = Trail(index: found.index, length: old[found.index])
  }
}
