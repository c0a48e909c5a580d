/// Simulated annealing over batches: orders change carts, longer walks are taken now and then.
///
/// Kirkpatrick, Gelatt & Vecchi 1983 (Science 220:671). A move takes one order to the cart of
/// another, mostly a near one, or swaps one or two orders of two carts: the near one's place is
/// rarely the one given up. A move that would overload a cart is not made. Two tours change; where
/// one must grow past what the temperature allows, the move is rejected before the second is
/// measured: no tour gets shorter by a further order.
///
/// Where carts are packed to the brim hardly a move fits. `overload` lets carts be loaded beyond
/// their capacity, at a price that walking saved does not pay for once it is cold; only states
/// without overload count as answers.
///
/// The temperature falls geometrically with the part of the time used.
struct BatchAnnealing {
  let state: BatchState
  let lengths: BatchLengths
  let neighbors: BatchNeighbors
  var random: SplitMix
  /// The best answer seen, the batch of each order.
  private(set) var best: [Int]
  private(set) var bestTotal: Int
  /// How many moves were looked at and how many made.
  private(set) var proposed = 0
  private(set) var accepted = 0
  /// Where batches of good answers are collected.
  let pool: BatchPool?
  /// How far beyond its capacity a cart may be loaded, and what a unit of that costs.
  private var overload = 0
  private var price = 0.0
  private var highestPrice = 0.0
  /// The sum of all overloads of the state.
  private var excess = 0
  private var pending: [BatchMove] = []
  /// Swaps of which one tour is measured.
  private var waiting: [BatchMove] = []
  /// For each order the length of a batch without it, and the set that is left.
  private var leave: [BatchRemainder]
  /// Of 16 moves, how many join any order instead of a near one: of many orders few go together.
  private let strangers: UInt64

  init(
    _ state: BatchState, _ lengths: BatchLengths, _ neighbors: BatchNeighbors, seed: UInt64,
    pool: BatchPool?
  ) {
    self.state = state
    self.lengths = lengths
    self.neighbors = neighbors
    self.pool = pool
    random = SplitMix(seed: seed)
    best = state.assignment
    bestTotal = state.total
    strangers = state.orderCount <= 2000 ? 4 : 1
    leave = [BatchRemainder](repeating: BatchRemainder(), count: state.orderCount)
  }

  /// Lets carts be overloaded a little, and takes away those that the load does not ask for.
  ///
  /// - Parameter mean: the mean length of a tour.
  mutating func allowOverload(mean: Double) {
    overload = state.capacity * 8 / 100
    price = 4 * mean / Double(state.capacity)
    highestPrice = 64 * max(1, price)
    let load = (0..<state.orderCount).reduce(0) { $0 + state.size[$1] }
    let least = (load + state.capacity - 1) / state.capacity
    if overload > 0, state.batches.count > least { adopt(state.dissolved(keeping: least)) }
  }

  /// Raises the price while there is overload and lowers it while there is none.
  ///
  /// Where even a high price does not end the overload the load cannot be packed that tightly: back
  /// to the best answer, and no more overload.
  private mutating func adaptPrice() {
    guard excess > 0 else {
      price = max(1, price * 0.99)
      return
    }
    price *= 1.02
    guard price > highestPrice else { return }
    overload = 0
    restart()
  }

  /// Takes up another answer as the best, and goes on from it.
  mutating func adopt(_ assignment: [Int]) {
    state.reset(assignment)
    state.measure(lengths)
    excess = 0
    for batch in 0..<state.orderCount { excess += max(0, state.load[batch] - state.capacity) }
    if excess == 0, state.total < bestTotal {
      bestTotal = state.total
      best = assignment
    }
  }

  /// Goes back to the best answer.
  mutating func restart() { adopt(best) }

  /// Anneals from one temperature to another.
  ///
  /// - Parameters:
  ///   - hot: the first temperature, in units of length.
  ///   - cold: the last one.
  ///   - used: the part of the time used, from 0 on; 1 ends the run.
  ///   - better: told of the best total now and then, when there is a better one.
  mutating func run(
    hot: Double, cold: Double, used: () -> Double, better: (Int) -> Void
  ) {
    guard state.orderCount > 1 else { return }
    let cooling = BatchNumerics.log(cold / hot)
    var part = used()
    var told = bestTotal
    let grouped = lengths.laneCount > 1
    BatchNumerics.exponential.withUnsafeBufferPointer { exponential in
      while part < 1 {
        let temperature = hot * BatchNumerics.exp(cooling * part)
        for _ in 0..<(grouped ? 64 : 512) {
          if grouped {
            stepGroup(temperature, exponential)
          } else {
            stepSingle(temperature, exponential)
          }
        }
        part = used()
        if bestTotal < told {
          told = bestTotal
          better(told)
        }
        if overload > 0 { adaptPrice() }
      }
    }
    keepBest()
    if bestTotal < told { better(bestTotal) }
  }

  @inline(__always)
  private mutating func keepBest() {
    guard state.total < bestTotal, excess == 0 else { return }
    bestTotal = state.total
    for order in 0..<state.orderCount { best[order] = state.batchOf[order] }
    if let pool {
      for batch in 0..<state.orderCount where state.count[batch] > 0 { pool.add(batch, of: state) }
    }
  }

  /// A random move that overloads no cart, or none.
  @inline(__always)
  private mutating func propose(
    _ temperature: Double, _ exponential: UnsafeBufferPointer<Double>
  ) -> BatchMove? {
    let count = state.orderCount
    let draw = random.next()
    let i = Int(truncatingIfNeeded: ((draw >> 32) &* UInt64(truncatingIfNeeded: count)) >> 32)
    let kind = Int(truncatingIfNeeded: draw & 127)
    let a = state.batchOf[i]
    let j: Int
    if draw >> 8 & 15 >= strangers, neighbors.width > 0 {
      // The lesser of two: near neighbors more often.
      let rank = min(random.below(neighbors.width), random.below(neighbors.width))
      j = Int(neighbors.orders[i &* neighbors.width &+ rank])
    } else {
      j = random.below(count)
    }
    let b = state.batchOf[j]
    var move = BatchMove()
    move.i = i
    move.a = a
    move.allowed = Int(temperature * exponential[Int(truncatingIfNeeded: draw >> 12 & 4095)])
    if a == b {
      guard kind < 1, state.count[a] > 1, let empty = state.free.last else { return nil }
      move.b = empty
    } else {
      move.b = b
      let size = state.size
      let roomA = state.capacity &- state.load[a] &+ overload
      let roomB = state.capacity &- state.load[b] &+ overload
      let more = size[i] &- size[j]
      if kind < 48, size[i] <= roomB {
        // One order moves.
      } else if let other = leaver(draw, j, b, size[i], roomA, roomB) {
        // It joins its neighbor, and another one makes room for it.
        move.j = other
      } else if more <= roomB, 0 &- more <= roomA {
        move.j = j
        if kind >= 112 { extend(&move, roomA, roomB) }
      } else if more > roomB {
        let k = other(than: j, in: b)
        guard k >= 0, more &- size[k] <= roomB, size[k] &- more <= roomA else { return nil }
        move.j = j
        move.j2 = k
      } else {
        let k = other(than: i, in: a)
        guard k >= 0, more &+ size[k] <= roomB, 0 &- more &- size[k] <= roomA else { return nil }
        move.j = j
        move.i2 = k
      }
    }
    if overload > 0 { charge(&move) }
    move.versions = state.version[a] &+ state.version[move.b]
    var key = lengths.keys[i]
    if move.i2 >= 0 { key = key ^ lengths.keys[move.i2] }
    if move.j >= 0 { key = key ^ lengths.keys[move.j] }
    if move.j2 >= 0 { key = key ^ lengths.keys[move.j2] }
    move.keyA = state.key[a] ^ key
    move.keyB = state.key[move.b] ^ key
    return move
  }

  /// An order that may leave a batch in exchange, other than the neighbor that is joined; now and then
  /// none, so that neighbors are exchanged as well.
  @inline(__always)
  private mutating func leaver(
    _ draw: UInt64, _ j: Int, _ b: Int, _ size: Int, _ roomA: Int, _ roomB: Int
  ) -> Int? {
    guard draw >> 24 & 15 < 12 else { return nil }
    let other = other(than: j, in: b)
    guard other >= 0 else { return nil }
    let more = size &- state.size[other]
    return more <= roomB && 0 &- more <= roomA ? other : nil
  }

  /// Takes the price of growing overloads off what is allowed.
  @inline(__always)
  private func charge(_ move: inout BatchMove) {
    let size = state.size
    var moved = size[move.i]
    if move.i2 >= 0 { moved &+= size[move.i2] }
    if move.j >= 0 { moved &-= size[move.j] }
    if move.j2 >= 0 { moved &-= size[move.j2] }
    let overA = state.load[move.a] &- state.capacity
    let overB = state.load[move.b] &- state.capacity
    let before = max(0, overA) &+ max(0, overB)
    move.excess = max(0, overA &- moved) &+ max(0, overB &+ moved) &- before
    move.allowed &-= Int(Double(move.excess) * price)
  }

  /// Makes a swap of one for one a swap of two for two or two for one, where that fits.
  @inline(__always)
  private mutating func extend(_ move: inout BatchMove, _ roomA: Int, _ roomB: Int) {
    let i2 = other(than: move.i, in: move.a)
    let j2 = other(than: move.j, in: move.b)
    guard i2 >= 0, j2 >= 0 else { return }
    let size = state.size
    let more = size[move.i] &+ size[i2] &- size[move.j] &- size[j2]
    if more <= roomB, 0 &- more <= roomA {
      move.i2 = i2
      move.j2 = j2
    }
  }

  /// A random order of a batch other than the given one, -1 where there is none.
  @inline(__always)
  private mutating func other(than order: Int, in batch: Int) -> Int {
    let count = state.count[batch]
    guard count > 1 else { return -1 }
    var rank = random.below(count &- 1)
    var found = -1
    state.forEach(in: batch) { each in
      guard each != order, found < 0 else { return }
      if rank == 0 { found = each }
      rank &-= 1
    }
    return found
  }

  /// Queues the tour of a batch as it would be after the move.
  @inline(__always)
  private func queue(_ batch: Int, _ move: BatchMove) -> Int {
    let lane = lengths.queueCount
    let mask = lengths.open()
    let (i, i2, j, j2) = (move.i, move.i2, move.j, move.j2)
    state.forEach(in: batch) { order in
      guard order != i, order != i2, order != j, order != j2 else { return }
      lengths.add(order, to: mask)
    }
    if batch == move.a {
      if j >= 0 { lengths.add(j, to: mask) }
      if j2 >= 0 { lengths.add(j2, to: mask) }
    } else {
      lengths.add(i, to: mask)
      if i2 >= 0 { lengths.add(i2, to: mask) }
    }
    return lane
  }

  @inline(__always)
  private mutating func stepSingle(
    _ temperature: Double, _ exponential: UnsafeBufferPointer<Double>
  ) {
    guard var move = propose(temperature, exponential) else { return }
    proposed &+= 1
    let limit = state.length[move.a] &+ state.length[move.b] &+ move.allowed
    move.lengthB = lengths.known(move.keyB)
    move.lengthA = lengths.known(move.keyA)
    if move.lengthA < 0 {
      // What the other tour is at least: it only grows where nothing leaves it.
      if least(ofSecond: move) > limit { return }
      _ = queue(move.a, move)
      lengths.measure()
      move.lengthA = lengths.lengths[0]
      lengths.remember(move.keyA, move.lengthA)
    }
    if move.j < 0 { leave[move.i] = BatchRemainder(key: move.keyA.low, length: move.lengthA) }
    if move.lengthB < 0 {
      if move.lengthA &+ least(ofSecond: move) > limit { return }
      _ = queue(move.b, move)
      lengths.measure()
      move.lengthB = lengths.lengths[0]
      lengths.remember(move.keyB, move.lengthB)
    }
    if move.lengthA &+ move.lengthB <= limit { make(move) }
  }

  /// Looks at moves until a vector of tours is full, measures them, and makes what may be made.
  ///
  /// Of a swap one tour is measured first: mostly it grows by more than the other can shrink.
  @inline(__always)
  private mutating func stepGroup(
    _ temperature: Double, _ exponential: UnsafeBufferPointer<Double>
  ) {
    swap(&pending, &waiting)
    waiting.removeAll(keepingCapacity: true)
    pending.removeAll { $0.versions != state.version[$0.a] &+ state.version[$0.b] }
    for place in pending.indices { pending[place].laneB = queue(pending[place].b, pending[place]) }
    var tries = 0
    while lengths.queueCount < lengths.laneCount &- 1, tries < 32 {
      tries &+= 1
      guard var move = propose(temperature, exponential) else { continue }
      proposed &+= 1
      move.limit = state.length[move.a] &+ state.length[move.b] &+ move.allowed
      move.lengthB = lengths.known(move.keyB)
      move.lengthA = lengths.known(move.keyA)
      let leastA = move.lengthA >= 0 ? move.lengthA : move.i2 < 0 ? least(without: move.i) : 0
      move.leastB = least(ofSecond: move)
      if leastA &+ move.leastB > move.limit { continue }
      if move.lengthA < 0 { move.laneA = queue(move.a, move) }
      if move.lengthB < 0, move.j < 0 || move.laneA < 0 { move.laneB = queue(move.b, move) }
      pending.append(move)
    }
    if lengths.queueCount > 0 { lengths.measure() }
    for place in pending.indices {
      var move = pending[place]
      if move.laneA >= 0 {
        move.lengthA = lengths.lengths[move.laneA]
        move.laneA = -1
        lengths.remember(move.keyA, move.lengthA)
      }
      if move.laneB >= 0 {
        move.lengthB = lengths.lengths[move.laneB]
        lengths.remember(move.keyB, move.lengthB)
      }
      if move.j < 0 { leave[move.i] = BatchRemainder(key: move.keyA.low, length: move.lengthA) }
      guard move.versions == state.version[move.a] &+ state.version[move.b] else { continue }
      if move.lengthB < 0 {
        if move.lengthA &+ move.leastB <= move.limit { waiting.append(move) }
        continue
      }
      // A move made since may have put another batch last among the empty ones.
      guard state.count[move.b] > 0 || state.free.last == move.b else { continue }
      if move.lengthA &+ move.lengthB <= move.limit { make(move) }
    }
  }

  /// What the second tour of a move is at least: it only grows where nothing leaves it.
  @inline(__always)
  private func least(ofSecond move: BatchMove) -> Int {
    if move.lengthB >= 0 { return move.lengthB }
    if move.j < 0 { return state.length[move.b] }
    return move.j2 < 0 ? least(without: move.j) : 0
  }

  /// The length of an order's batch without it where it was measured, else 0: with other orders it
  /// gets no shorter.
  @inline(__always)
  private func least(without order: Int) -> Int {
    let key = state.key[state.batchOf[order]] ^ lengths.keys[order]
    return leave[order].key == key.low ? leave[order].length : 0
  }

  private mutating func make(_ move: BatchMove) {
    let before = state.length[move.a] &+ state.length[move.b]
    let change = move.lengthA &+ move.lengthB &- before
    if state.total < bestTotal, change > 0 || move.excess > 0 { keepBest() }
    accepted &+= 1
    state.move(move.i, to: move.b)
    if move.i2 >= 0 { state.move(move.i2, to: move.b) }
    if move.j >= 0 { state.move(move.j, to: move.a) }
    if move.j2 >= 0 { state.move(move.j2, to: move.a) }
    state.length[move.a] = move.lengthA
    state.length[move.b] = move.lengthB
    state.total &+= change
    excess &+= move.excess
    if let pool, excess == 0, state.total &* 50 < bestTotal &* 51 {
      if state.count[move.a] > 0 { pool.add(move.a, of: state) }
      pool.add(move.b, of: state)
    }
  }
}
