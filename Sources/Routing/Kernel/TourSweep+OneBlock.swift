/// One block: with two cross-aisles there are so few classes that what a block does to them is
/// written out (`OneBlockRound`, `OneBlockHalf`) instead of listed. The vectors hold the same, and
/// a trace finds the same choices.
extension TourSweep {
  /// Deals with the block of an aisle and walks on, after `step` steps at its junctions.
  func finishOneBlock(
    _ aisle: Int, _ input: SweepInput, _ step: Int, _ aliveBefore: Int,
    from current: UnsafePointer<Int>
  ) -> UnsafeMutablePointer<Int> {
    let vector = stepVector(aisle, step)
    var alive = aliveBefore
    aliveAtSteps[firstStep[aisle] + step] = UInt8(alive)
    let cell = input.cells[aisle]
    let twice = input.needsTwice
    if alive & 1 << Ends.none != 0 { passRound(cell, twice, current, vector) }
    if isOpen {
      if alive & 1 << Ends.start != 0 {
        passHalf(cell, twice, current + startBase, vector + startBase)
      }
      if alive & 1 << Ends.end != 0 { passHalf(cell, twice, current + endBase, vector + endBase) }
      if alive & 1 << Ends.both != 0 {
        passRound(cell, twice, current + bothBase, vector + bothBase)
        passApart(cell, twice, current, vector)
      }
    }
    if let ends = input.ends {
      if ends.rowNumbers[aisle] >= 0 {
        alive = pass(ends, ends.row(aisle), 0, alive, from: current, to: vector)
      }
      alive &= ends.layersAlive(after: aisle)
    }
    self.alive[aisle + 1] = UInt8(alive)
    let isLast = aisle + 1 == input.aisleCount
    let next = isLast ? nil : inputVector(aisle + 1)
    let width = isLast ? 0 : input.widths[aisle]
    let closed = isLast ? 0 : input.closed?[aisle] ?? 0
    if alive & 1 << Ends.none != 0 { leaveRound(vector, to: next, width, closed) }
    if isOpen {
      if alive & 1 << Ends.start != 0 {
        leaveHalf(vector + startBase, to: next.map { $0 + startBase }, width, closed)
      }
      if alive & 1 << Ends.end != 0 {
        leaveHalf(vector + endBase, to: next.map { $0 + endBase }, width, closed)
      }
      if alive & 1 << Ends.both != 0 {
        leaveRound(vector + bothBase, to: next.map { $0 + bothBase }, width, closed)
        next?[twoBase] = closed != 0 ? Self.never : min(Self.never, vector[twoBase] + 2 * width)
      }
    }
    if isLast, alive >> (isOpen ? Ends.both : Ends.none) & 1 == 0 {
      vector[doneIndex] = Self.never
    }
    return vector
  }

  @inline(__always)
  private func passRound(
    _ cell: CellCosts, _ twice: Bool, _ old: UnsafePointer<Int>, _ new: UnsafeMutablePointer<Int>
  ) {
    var classes = OneBlockRound(old)
    classes.pass(cell, twice)
    classes.store(to: new)
  }

  @inline(__always)
  private func passHalf(
    _ cell: CellCosts, _ twice: Bool, _ old: UnsafePointer<Int>, _ new: UnsafeMutablePointer<Int>
  ) {
    var classes = OneBlockHalf(old)
    classes.pass(cell, twice)
    classes.store(to: new)
  }

  /// Start and end are in, not yet connected.
  @inline(__always)
  private func passApart(
    _ cell: CellCosts, _ twice: Bool, _ old: UnsafePointer<Int>, _ new: UnsafeMutablePointer<Int>
  ) {
    let apart = old[twoBase]
    new[twoBase] = apart + min(min(cell.none, cell.split), min(cell.low, cell.high))
    let joined = bothBase + OneBlockRound.Number.evenEvenJoined
    new[joined] = min(new[joined], apart + cell.once)
    guard twice else { return }
    let odd = bothBase + OneBlockRound.Number.oddOdd
    new[odd] = min(new[odd], apart + cell.twice)
  }

  @inline(__always)
  private func leaveRound(
    _ vector: UnsafeMutablePointer<Int>, to next: UnsafeMutablePointer<Int>?, _ width: Int,
    _ closed: UInt8
  ) {
    var classes = OneBlockRound(vector)
    classes.leave()
    classes.store(to: vector)
    guard let next else { return }
    classes.advance(width, closed)
    classes.store(to: next)
  }

  @inline(__always)
  private func leaveHalf(
    _ vector: UnsafeMutablePointer<Int>, to next: UnsafeMutablePointer<Int>?, _ width: Int,
    _ closed: UInt8
  ) {
    var classes = OneBlockHalf(vector)
    classes.leave()
    classes.store(to: vector)
    guard let next else { return }
    classes.advance(width, closed)
    classes.store(to: next)
  }
}
