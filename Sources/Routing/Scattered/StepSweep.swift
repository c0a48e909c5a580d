/// The dynamic program over the model's steps for given costs: least costs from the left and from
/// the right of every step.
///
/// Ratliff & Rosenthal 1983 in the form of `Sweep`, with the choice inside a cell left to whoever
/// fills the cell's slots. After `forward`, `left(s)[q]` is the least cost of steps before s that
/// lead to state q; after `backward`, `right(s)[q]` the least cost of steps from s on that lead
/// from q to a finished walk. So what a change inside one cell costs is seen from its neighbors.
///
/// - Complexity: O(transitions of all steps) for each way.
final class StepSweep {
  let model: BinModel
  let stateCount: Int
  let stepCount: Int
  let costs: Slab<Int>
  /// The lists of every step; those of a block may be narrowed to the slots in use.
  let views: Slab<StepView>
  private let full: Slab<StepView>
  private let partViews: Slab<StepView?>
  private let lefts: Slab<Int>
  private let rights: Slab<Int>
  private let stepCost: Slab<Int32>
  private let first: Int
  private let last: Int

  init(_ model: BinModel) {
    self.model = model
    stateCount = model.space.stateCount
    stepCount = model.tables.count
    costs = Slab(model.costs)
    stepCost = Slab(model.stepCost.map { Int32($0) })
    full = Slab(model.tables.map(\.view))
    views = Slab(model.tables.map(\.view))
    partViews = Slab(repeating: nil, count: model.request.layout.blockCount << 6)
    lefts = Slab(repeating: BinModel.never, count: (stepCount + 1) * stateCount)
    rights = Slab(repeating: BinModel.never, count: (stepCount + 1) * stateCount)
    first = model.space.first
    last = model.space.last
    lefts.base[first] = 0
    rights.base[stepCount * stateCount + last] = 0
  }

  func left(_ step: Int) -> UnsafeMutablePointer<Int> { lefts.base + step * stateCount }
  func right(_ step: Int) -> UnsafeMutablePointer<Int> { rights.base + step * stateCount }

  /// Narrows a plain block's step to the slots in a set of bits.
  @inline(__always)
  func narrow(_ cell: BinCell, to used: Int) {
    let place = cell.block << 6 | used
    if let view = partViews.base[place] {
      views.base[cell.step] = view
    } else {
      makePart(cell, used, place)
    }
  }

  private func makePart(_ cell: BinCell, _ used: Int, _ place: Int) {
    // The space keeps the table for good.
    let view = model.space.table(.part(cell.block, CellPlans.plainSlots, used)).view
    partViews.base[place] = view
    views.base[cell.step] = view
  }

  /// The cost of the whole after `forward`; `never` or more where there is no walk.
  var total: Int { lefts.base[stepCount * stateCount + last] }

  /// Recomputes what depends on the costs of steps from `step` on.
  func forward(from step: Int = 0) {
    for number in step..<stepCount {
      let table = views.base[number]
      let cost = costs.base + Int(stepCost.base[number])
      let source = left(number)
      let target = left(number + 1)
      let firsts = table.inFirst
      let froms = table.inFrom
      let slots = table.inSlot
      var next = Int(firsts[0])
      for state in 0..<stateCount {
        let end = Int(firsts[state + 1])
        var best = BinModel.never
        while next < end {
          best = min(best, source[Int(froms[next])] &+ cost[Int(slots[next])])
          next &+= 1
        }
        target[state] = best
      }
    }
  }

  /// Recomputes what depends on the costs of steps up to `step`.
  func backward(from step: Int? = nil) {
    for number in (0...(step ?? stepCount - 1)).reversed() {
      let table = views.base[number]
      let cost = costs.base + Int(stepCost.base[number])
      let source = right(number + 1)
      let target = right(number)
      let firsts = table.outFirst
      let tos = table.outTo
      let slots = table.outSlot
      var next = Int(firsts[0])
      for state in 0..<stateCount {
        let end = Int(firsts[state + 1])
        var best = BinModel.never
        while next < end {
          best = min(best, source[Int(tos[next])] &+ cost[Int(slots[next])])
          next &+= 1
        }
        target[state] = best
      }
    }
  }

  /// For every slot of a step, narrowed away or not, the least cost of a walk without the slot's own
  /// cost.
  func around(_ step: Int, _ least: UnsafeMutablePointer<Int>) {
    let table = full.base[step]
    for slot in 0..<table.slotCount { least[slot] = BinModel.never }
    let (source, target) = (left(step), right(step + 1))
    let firsts = table.inFirst
    let froms = table.inFrom
    let slots = table.inSlot
    var next = Int(firsts[0])
    for state in 0..<stateCount {
      let end = Int(firsts[state + 1])
      let rest = target[state]
      if rest >= BinModel.never / 2 {
        next = end
        continue
      }
      while next < end {
        let slot = Int(slots[next])
        least[slot] = min(least[slot], source[Int(froms[next])] &+ rest)
        next &+= 1
      }
    }
  }

  /// The slot chosen at every step of a cheapest walk, after `forward`.
  ///
  /// - Complexity: O(transitions into the states of the walk).
  func trace(_ chosen: UnsafeMutablePointer<Int32>) {
    var state = last
    for number in (0..<stepCount).reversed() {
      let table = views.base[number]
      let cost = costs.base + Int(stepCost.base[number])
      let source = left(number)
      let goal = left(number + 1)[state]
      let firsts = table.inFirst
      for next in Int(firsts[state])..<Int(firsts[state + 1]) {
        let from = Int(table.inFrom[next])
        let slot = Int(table.inSlot[next])
        if source[from] &+ cost[slot] == goal {
          chosen[number] = Int32(slot)
          state = from
          break
        }
      }
    }
  }
}
