extension TourSweep {
  /// Comes by a stop at a junction.
  func pass(
    _ vertex: Int, _ alive: Int, from old: UnsafePointer<Int>,
    to new: UnsafeMutablePointer<Int>
  ) {
    forEachPiece(alive) { group, base in
      for number in 0..<group.pointee.count {
        let isTouched = group.pointee.touched[number] >> vertex & 1 == 1
        new[base + number] = isTouched ? old[base + number] : Self.never
      }
      for move in group.pointee.stops[vertex] { Self.relax(new + base, old + base, move, 0) }
    }
  }

  /// Deals with a block in which the walk neither starts nor ends.
  func pass(
    _ cell: CellCosts, _ block: Int, _ needsTwice: Bool, _ alive: Int,
    from old: UnsafePointer<Int>, to new: UnsafeMutablePointer<Int>
  ) {
    MoveCosts.write(cell, to: costs.start)
    let costs = UnsafePointer(self.costs.start)
    let isEmpty = cell.none == 0
    forEachPiece(alive) { group, base in
      let old = old + base
      let new = new + base
      let meetings = group.pointee.meetings.values + block * group.pointee.count
      for number in 0..<group.pointee.count {
        new[number] = old[number] + costs[Int(meetings[number])]
      }
      for move in group.pointee.once[block] { Self.relax(new, old, move, cell.once) }
      if needsTwice {
        for move in group.pointee.twice[block] { Self.relax(new, old, move, cell.twice) }
      }
      if isEmpty { return }
      for move in group.pointee.touches[block] {
        Self.relax(new, old, move, costs[Int(move.cost)])
      }
    }
    guard alive & 1 << Ends.both != 0, isOpen else { return }
    for move in program.onceJoining[block] {
      Self.relax(new + bothBase, old + twoBase, move, cell.once)
    }
    if needsTwice {
      for move in program.twiceJoining[block] {
        Self.relax(new + bothBase, old + twoBase, move, cell.twice)
      }
    }
  }

  /// Lets every vertex lead on nowhere, in place: a tour all of whose vertices do is done.
  func leave(_ group: SweepProgram.Group, _ vector: UnsafeMutablePointer<Int>) {
    for vertex in 0..<vertexCount {
      for move in group.pointee.leaves[vertex] { Self.relax(vector, vector, move, 0) }
    }
  }

  /// Walks the cross-aisles to the next aisle, `width` away; `closed` are those that cannot be.
  func advance(
    _ group: SweepProgram.Group, _ width: Int, _ closed: Int, from old: UnsafePointer<Int>,
    to new: UnsafeMutablePointer<Int>
  ) {
    let edges = group.pointee.edges.values
    for number in 0..<group.pointee.count {
      new[number] = min(Self.never, old[number] + width * Int(edges[number]))
    }
    guard closed != 0 else { return }
    for number in 0..<group.pointee.count where group.pointee.touched[number] & closed != 0 {
      new[number] = Self.never
    }
  }

  @inline(__always)
  static func relax(
    _ new: UnsafeMutablePointer<Int>, _ old: UnsafePointer<Int>, _ move: Move, _ cost: Int
  ) {
    let to = Int(move.to)
    new[to] = min(new[to], old[Int(move.from)] + cost)
  }
}
