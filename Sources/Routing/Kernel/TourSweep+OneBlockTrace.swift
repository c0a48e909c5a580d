/// The way back through the classes of one block, written out: the same origins, looked for in the
/// same order as `trace` does.
extension TourSweep {
  private typealias Round = OneBlockRound.Number
  private typealias Half = OneBlockHalf.Number

  /// Where in a vector a state's classes begin.
  private enum Part {
    case round, half, apart
  }

  /// How often the lower (upper) cross-aisle is walked right of an aisle, by class, a digit each.
  private static let lowRound = 0x021_2020
  private static let highRound = 0x021_2200
  private static let lowHalf = 0x21_2011
  private static let highHalf = 0x12_1120

  func traceOneBlock(_ input: SweepInput, into choices: TourChoices) {
    var state = Trail(index: doneIndex, length: 0)
    let last = input.aisleCount - 1
    for aisle in (0...last).reversed() {
      if keeping == .aisles { sweep(aisle, input) }
      var step = firstStep[aisle + 1] - firstStep[aisle] - 1
      let vector = UnsafePointer(stepVector(aisle, step))
      if aisle == last { state.length = vector[state.index] }
      let (part, layer, base) = part(of: state.index)
      cross(aisle, aisle == last ? 0 : input.widths[aisle], part, base, &state, choices)
      unleave(vector, part, base, &state)
      let old = UnsafePointer(self.vector(before: step, aisle))
      if !isAlive(layer, before: step, aisle)
        || !unpass(input.cells[aisle], input.needsTwice, aisle, part, base, old, &state, choices)
      {
        unpass(0, aisle, step, input, &state, choices)
      }
      if input.required[aisle] != 0 {
        for vertex in [1, 0] where input.required[aisle] >> UInt8(vertex) & 1 == 1 {
          step -= 1
          unstop(vertex, aisle, step, &state)
        }
      }
      guard let ends = input.ends, ends.junctions[aisle] != 0 else { continue }
      for vertex in [1, 0] where ends.junctions[aisle] >> UInt8(vertex) & 1 == 1 {
        step -= 1
        unplace(vertex, aisle, step, ends, &state, choices)
      }
    }
  }

  @inline(__always)
  private func part(of index: Int) -> (Part, layer: Int, base: Int) {
    if !isOpen || index < startBase { return (.round, Ends.none, 0) }
    if index < endBase { return (.half, Ends.start, startBase) }
    if index < bothBase { return (.half, Ends.end, endBase) }
    return index < twoBase ? (.round, Ends.both, bothBase) : (.apart, Ends.both, twoBase)
  }

  @inline(__always)
  private func cross(
    _ aisle: Int, _ width: Int, _ part: Part, _ base: Int, _ state: inout Trail,
    _ choices: TourChoices
  ) {
    let shift = 4 &* (state.index &- base)
    let (low, high) =
      switch part {
      case .round: (Self.lowRound >> shift & 3, Self.highRound >> shift & 3)
      case .half: (Self.lowHalf >> shift & 3, Self.highHalf >> shift & 3)
      case .apart: (1, 1)
      }
    choices.crossings[2 &* aisle] = UInt8(truncatingIfNeeded: low)
    choices.crossings[2 &* aisle &+ 1] = UInt8(truncatingIfNeeded: high)
    state.length &-= width &* (low &+ high)
  }

  @inline(__always)
  private func unleave(
    _ vector: UnsafePointer<Int>, _ part: Part, _ base: Int, _ state: inout Trail
  ) {
    let length = state.length
    var number = state.index &- base
    switch part {
    case .round:
      if number == Round.done {
        if vector[base &+ Round.evenNone] == length {
          number = Round.evenNone
        } else if vector[base &+ Round.noneEven] == length {
          number = Round.noneEven
        }
      }
      if number == Round.evenNone || number == Round.noneEven,
        vector[base &+ Round.evenEvenJoined] == length
      {
        number = Round.evenEvenJoined
      }
    case .half:
      if number == Half.noneOdd, vector[base &+ Half.evenOddJoined] == length {
        number = Half.evenOddJoined
      } else if number == Half.oddNone, vector[base &+ Half.oddEvenJoined] == length {
        number = Half.oddEvenJoined
      }
    case .apart: break
    }
    state.index = base &+ number
  }

  /// Finds how the block was dealt with where the walk neither starts nor ends in it.
  @inline(__always)
  private func unpass(
    _ cell: CellCosts, _ needsTwice: Bool, _ aisle: Int, _ part: Part, _ base: Int,
    _ old: UnsafePointer<Int>, _ state: inout Trail, _ choices: TourChoices
  ) -> Bool {
    let length = state.length
    let number = state.index &- base
    let here = old + base
    func found(_ from: Int, _ plan: CellPlan) -> Bool {
      choices.plans[aisle] = plan
      state = Trail(index: from, length: old[from])
      return true
    }
    func stays(_ meeting: Int, _ cost: Int) -> Bool {
      here[number] &+ cost == length && found(base &+ number, cell.plan(meeting))
    }
    func came(from: Int, _ cost: Int, _ plan: CellPlan) -> Bool {
      here[from] &+ cost == length && found(base &+ from, plan)
    }
    func touched(from: Int, _ kind: Int, _ cost: Int) -> Bool {
      here[from] &+ cost == length && found(base &+ from, cell.plan(kind))
    }
    let apart = min(min(cell.none, cell.split), min(cell.low, cell.high))
    let joined = min(apart, cell.twice)
    switch part {
    case .round:
      switch number {
      case Round.untouched, Round.done: return stays(MoveCosts.Meeting.neither, cell.none)
      case Round.evenNone:
        return stays(MoveCosts.Meeting.low, min(cell.none, cell.low))
          || touched(from: Round.untouched, MoveCosts.Kind.low, cell.low)
      case Round.noneEven:
        return stays(MoveCosts.Meeting.high, min(cell.none, cell.high))
          || touched(from: Round.untouched, MoveCosts.Kind.high, cell.high)
      case Round.evenEvenJoined:
        if stays(MoveCosts.Meeting.connected, joined)
          || came(from: Round.oddOdd, cell.once, .once)
        {
          return true
        }
        if isOpen, base == bothBase, old[twoBase] &+ cell.once == length {
          return found(twoBase, .once)
        }
        return needsTwice
          && (came(from: Round.untouched, cell.twice, .twice)
            || came(from: Round.evenNone, cell.twice, .twice)
            || came(from: Round.noneEven, cell.twice, .twice)
            || came(from: Round.evenEvenApart, cell.twice, .twice))
      case Round.oddOdd:
        if stays(MoveCosts.Meeting.connected, joined)
          || came(from: Round.untouched, cell.once, .once)
          || came(from: Round.evenNone, cell.once, .once)
          || came(from: Round.noneEven, cell.once, .once)
          || came(from: Round.evenEvenJoined, cell.once, .once)
          || came(from: Round.evenEvenApart, cell.once, .once)
        {
          return true
        }
        return needsTwice && isOpen && base == bothBase && old[twoBase] &+ cell.twice == length
          && found(twoBase, .twice)
      default:
        return stays(MoveCosts.Meeting.both, apart)
          || touched(from: Round.untouched, MoveCosts.Kind.both, cell.split)
          || touched(
            from: Round.evenNone, MoveCosts.Kind.highBesideLow, min(cell.high, cell.split))
          || touched(
            from: Round.noneEven, MoveCosts.Kind.lowBesideHigh, min(cell.low, cell.split))
      }
    case .half:
      switch number {
      case Half.oddNone: return stays(MoveCosts.Meeting.low, min(cell.none, cell.low))
      case Half.noneOdd: return stays(MoveCosts.Meeting.high, min(cell.none, cell.high))
      case Half.oddEvenJoined:
        return stays(MoveCosts.Meeting.connected, joined)
          || came(from: Half.noneOdd, cell.once, .once)
          || came(from: Half.evenOddJoined, cell.once, .once)
          || came(from: Half.evenOddApart, cell.once, .once)
          || needsTwice
            && (came(from: Half.oddNone, cell.twice, .twice)
              || came(from: Half.oddEvenApart, cell.twice, .twice))
      case Half.evenOddJoined:
        return stays(MoveCosts.Meeting.connected, joined)
          || came(from: Half.oddNone, cell.once, .once)
          || came(from: Half.oddEvenJoined, cell.once, .once)
          || came(from: Half.oddEvenApart, cell.once, .once)
          || needsTwice
            && (came(from: Half.noneOdd, cell.twice, .twice)
              || came(from: Half.evenOddApart, cell.twice, .twice))
      case Half.oddEvenApart:
        return stays(MoveCosts.Meeting.both, apart)
          || touched(
            from: Half.oddNone, MoveCosts.Kind.highBesideLow, min(cell.high, cell.split))
      default:
        return stays(MoveCosts.Meeting.both, apart)
          || touched(
            from: Half.noneOdd, MoveCosts.Kind.lowBesideHigh, min(cell.low, cell.split))
      }
    case .apart: return stays(MoveCosts.Meeting.both, apart)
    }
  }
}
