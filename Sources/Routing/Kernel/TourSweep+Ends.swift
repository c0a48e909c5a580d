extension TourSweep {
  /// Lets the walk start or end at a junction; gives the layers in use afterwards.
  func pass(
    _ ends: SweepEnds, _ aisle: Int, _ vertex: Int, _ alive: Int, from old: UnsafePointer<Int>,
    to new: UnsafeMutablePointer<Int>
  ) -> Int {
    forEachPiece(alive) { group, base in
      (new + base).update(from: old + base, count: group.pointee.count)
    }
    var reached = alive
    ends.forEachPlacing { layer, placing in
      let cost = ends.cost(placing, aisle * vertexCount + vertex)
      guard alive >> layer & 1 == 1, cost < Self.never else { return }
      reached = open(layer | placing, reached, new)
      let table = program.table
      let operation = placing == Ends.both ? table.touch : table.flip
      operation.withUnsafeBufferPointer { operation in
        forEachClass(layer) { number, index in
          let to = Int(operation[vertex * table.classCount + number])
          guard to >= 0, old[index] < Self.never else { return }
          let target = self.index(layer | placing, to)
          new[target] = min(new[target], old[index] + cost)
        }
      }
    }
    return reached
  }

  /// Lets the walk start or end within a block; gives the layers in use afterwards.
  func pass(
    _ ends: SweepEnds, _ row: UnsafePointer<Int>, _ block: Int, _ alive: Int,
    from old: UnsafePointer<Int>, to new: UnsafeMutablePointer<Int>
  ) -> Int {
    var reached = alive
    ends.forEachPlacing { layer, placing in
      guard alive >> layer & 1 == 1 else { return }
      for form in PlacedCosts.Form.allCases {
        let cost = row[PlacedCosts.place(placing, form)]
        guard cost < Self.never else { continue }
        reached = open(layer | placing, reached, new)
        let outcome = form.outcome
        forEachClass(layer) { number, index in
          guard old[index] < Self.never else { return }
          let to = program.table.applying(outcome, block, to: number)
          guard to >= 0 else { return }
          let target = self.index(layer | placing, to)
          new[target] = min(new[target], old[index] + cost)
        }
      }
    }
    return reached
  }

  /// Takes a layer into use.
  private func open(_ layer: Int, _ alive: Int, _ new: UnsafeMutablePointer<Int>) -> Int {
    if alive >> layer & 1 == 0 {
      forEachPiece(1 << layer) { group, base in
        (new + base).update(repeating: Self.never, count: group.pointee.count)
      }
    }
    return alive | 1 << layer
  }

  /// Calls the body with the number in the table and the index in a vector of a layer's classes.
  @inline(__always)
  func forEachClass(_ layer: Int, _ body: (_ number: Int, _ index: Int) -> Void) {
    let table = program.table
    switch layer {
    case Ends.none:
      for number in table.even { body(number, number) }
    case Ends.start, Ends.end:
      for number in table.oneOdd { body(number, index(layer, number)) }
    default:
      for number in table.even { body(number, bothBase + number) }
      for number in table.twoOdd { body(number, index(layer, number)) }
    }
  }

  /// Where in a vector a class stands, by its number in the table.
  @inline(__always)
  func index(_ layer: Int, _ number: Int) -> Int {
    let table = program.table
    switch layer {
    case Ends.none: return number
    case Ends.start: return startBase + number - table.oneOdd.lowerBound
    case Ends.end: return endBase + number - table.oneOdd.lowerBound
    default:
      return number < table.even.upperBound
        ? bothBase + number : twoBase + number - table.twoOdd.lowerBound
    }
  }
}
