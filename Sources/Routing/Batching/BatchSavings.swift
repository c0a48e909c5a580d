/// A first answer by savings: merge the two batches whose common tour saves most, again and again.
///
/// Clarke & Wright 1964 (Operations Research 12:568) with savings computed anew after every merge,
/// the variant (ii) of de Koster, van der Poort & Wolters 1999 (International Journal of Production
/// Research 37:1479), over exact tours. Only batches of neighboring orders are considered.
enum BatchSavings {
  private struct Offer {
    let saving: Int
    let a: Int
    let b: Int
    let versions: Int
  }

  /// Merges the batches of a state.
  ///
  /// - Complexity: O(orders * neighbors) tours, times the logarithm of that.
  static func merge(
    _ state: BatchState, _ lengths: BatchLengths, _ neighbors: BatchNeighbors
  ) {
    var heap: [Offer] = []
    // In the beginning batch and order have the same number.
    for order in 0..<state.orderCount {
      for rank in 0..<neighbors.width {
        let place = order * neighbors.width + rank
        let other = Int(neighbors.orders[place])
        let saving = Int(neighbors.savings[place])
        guard saving > 0, state.load[order] + state.load[other] <= state.capacity else { continue }
        push(
          Offer(
            saving: saving, a: order, b: other,
            versions: state.version[order] &+ state.version[other]), &heap)
      }
    }
    while let offer = pop(&heap) {
      let (a, b) = (offer.a, offer.b)
      guard state.count[a] > 0, state.count[b] > 0,
        offer.versions == state.version[a] &+ state.version[b]
      else { continue }
      let merged = state.length[a] + state.length[b] - offer.saving
      for order in state.orders(of: b) { state.move(order, to: a) }
      state.total -= offer.saving
      state.length[b] = 0
      state.length[a] = merged
      offerMerges(of: a, state, lengths, neighbors, &heap)
    }
  }

  private static func offerMerges(
    of a: Int, _ state: BatchState, _ lengths: BatchLengths, _ neighbors: BatchNeighbors,
    _ heap: inout [Offer]
  ) {
    var others: [Int] = []
    var seen: Set<Int> = [a]
    let orders = state.orders(of: a)
    for order in orders {
      for rank in 0..<neighbors.width {
        let other = state.batchOf[Int(neighbors.orders[order * neighbors.width + rank])]
        guard state.load[a] + state.load[other] <= state.capacity, seen.insert(other).inserted
        else { continue }
        others.append(other)
      }
    }
    var index = 0
    while index < others.count {
      let group = others[index..<min(index + lengths.laneCount, others.count)]
      for other in group {
        let mask = lengths.open()
        for order in orders { lengths.add(order, to: mask) }
        state.forEach(in: other) { lengths.add($0, to: mask) }
      }
      lengths.measure()
      for (lane, other) in group.enumerated() {
        let saving = state.length[a] + state.length[other] - lengths.lengths[lane]
        guard saving > 0 else { continue }
        push(
          Offer(
            saving: saving, a: a, b: other, versions: state.version[a] &+ state.version[other]),
          &heap)
      }
      index += group.count
    }
  }

  private static func isBefore(_ x: Offer, _ y: Offer) -> Bool {
    x.saving != y.saving ? x.saving > y.saving : x.a != y.a ? x.a < y.a : x.b < y.b
  }

  private static func push(_ offer: Offer, _ heap: inout [Offer]) {
    heap.append(offer)
    var child = heap.count - 1
    while child > 0, isBefore(heap[child], heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private static func pop(_ heap: inout [Offer]) -> Offer? {
    guard let top = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return top }
    heap[0] = last
    var parent = 0
    while 2 * parent + 1 < heap.count {
      var child = 2 * parent + 1
      if child + 1 < heap.count, isBefore(heap[child + 1], heap[child]) { child += 1 }
      guard isBefore(heap[child], heap[parent]) else { break }
      heap.swapAt(child, parent)
      parent = child
    }
    return top
  }
}
