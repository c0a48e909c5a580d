/// Where one step of the sweep can lead: transitions between states, each with a price slot.
///
/// Kept twice, by target for the way forward and by source for the way back. Shared by all cells
/// of the same form; nothing changes once made.
final class StepTable: @unchecked Sendable {
  struct Transition: Hashable {
    let from: Int
    let to: Int
    let slot: Int
  }

  /// Transitions into state s are `inFirst[s]..<inFirst[s + 1]`.
  let inFirst: Slab<Int32>
  let inFrom: Slab<Int32>
  let inSlot: Slab<Int32>
  /// Transitions out of state s are `outFirst[s]..<outFirst[s + 1]`.
  let outFirst: Slab<Int32>
  let outTo: Slab<Int32>
  let outSlot: Slab<Int32>
  let slotCount: Int

  init(_ transitions: [Transition], stateCount: Int, slotCount: Int) {
    self.slotCount = slotCount
    func index(_ key: (Transition) -> Int, _ other: (Transition) -> Int)
      -> ([Int32], [Int32], [Int32])
    {
      var first = [Int32](repeating: 0, count: stateCount + 1)
      for each in transitions { first[key(each) + 1] += 1 }
      for state in 0..<stateCount { first[state + 1] += first[state] }
      var free = first
      var others = [Int32](repeating: 0, count: transitions.count)
      var slots = others
      for each in transitions {
        let place = Int(free[key(each)])
        free[key(each)] += 1
        others[place] = Int32(other(each))
        slots[place] = Int32(each.slot)
      }
      return (first, others, slots)
    }
    let into = index({ $0.to }, { $0.from })
    (inFirst, inFrom, inSlot) = (Slab(into.0), Slab(into.1), Slab(into.2))
    let out = index({ $0.from }, { $0.to })
    (outFirst, outTo, outSlot) = (Slab(out.0), Slab(out.1), Slab(out.2))
  }

  /// The lists for inner loops; valid while the table lives.
  var view: StepView {
    StepView(
      inFirst: UnsafePointer(inFirst.base), inFrom: UnsafePointer(inFrom.base),
      inSlot: UnsafePointer(inSlot.base), outFirst: UnsafePointer(outFirst.base),
      outTo: UnsafePointer(outTo.base), outSlot: UnsafePointer(outSlot.base),
      slotCount: slotCount)
  }
}

/// The lists of a `StepTable` without its reference.
struct StepView {
  let inFirst: UnsafePointer<Int32>
  let inFrom: UnsafePointer<Int32>
  let inSlot: UnsafePointer<Int32>
  let outFirst: UnsafePointer<Int32>
  let outTo: UnsafePointer<Int32>
  let outSlot: UnsafePointer<Int32>
  let slotCount: Int
}
