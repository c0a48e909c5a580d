/// Batches seen in answers, each once, to choose the best answer from.
final class BatchPool {
  /// The orders of batch number n are `orders[starts[n]..<starts[n + 1]]`.
  private(set) var orders: ContiguousArray<Int32> = []
  private(set) var starts: ContiguousArray<Int32> = [0]
  private(set) var lengths: ContiguousArray<Int> = []
  private var most: Int
  private var table: ContiguousArray<UInt64>

  var count: Int { lengths.count }

  /// - Parameter bits: the binary logarithm of the number of batches kept.
  init(bits: Int) {
    most = 1 << bits
    table = ContiguousArray(repeating: 0, count: 2 << bits)
  }

  /// Adds a batch that is not in yet; a full pool takes no more.
  @inline(__always)
  func add(_ batch: Int, of state: BatchState) {
    guard insert(state.key[batch]) else { return }
    state.forEach(in: batch) { orders.append(Int32(truncatingIfNeeded: $0)) }
    starts.append(Int32(truncatingIfNeeded: orders.count))
    lengths.append(state.length[batch])
  }

  /// Adds a batch given by its orders.
  func add(_ batch: [Int32], _ key: BatchLengths.Key, length: Int) {
    guard insert(key) else { return }
    orders.append(contentsOf: batch)
    starts.append(Int32(truncatingIfNeeded: orders.count))
    lengths.append(length)
  }

  /// Adds each order as a batch of its own; the number of each.
  func addSingles(_ lengths: BatchLengths) -> [Int] {
    (0..<lengths.request.orders.count).map { order in
      let length = lengths.length(CollectionOfOne(order))
      return number(of: [Int32(order)], lengths.keys[order], length: length)
    }
  }

  /// The number of a batch given by its orders, added where it is not in; searches the whole pool.
  func number(of batch: [Int32], _ key: BatchLengths.Key, length: Int) -> Int {
    let before = count
    most += 1
    add(batch, key, length: length)
    if count > before { return before }
    return (0..<count).first { Array(self.batch($0)) == batch.map(Int.init) } ?? 0
  }

  /// The orders of a batch.
  func batch(_ number: Int) -> [Int] {
    orders[Int(starts[number])..<Int(starts[number + 1])].map { Int($0) }
  }

  /// The orders of a batch, one by one.
  @inline(__always)
  func forEach(_ number: Int, _ body: (Int) -> Void) {
    for place in Int(starts[number])..<Int(starts[number + 1]) { body(Int(orders[place])) }
  }

  /// Whether something holds for all orders of a batch.
  @inline(__always)
  func allSatisfy(_ number: Int, _ holds: (Int) -> Bool) -> Bool {
    for place in Int(starts[number])..<Int(starts[number + 1]) {
      guard holds(Int(orders[place])) else { return false }
    }
    return true
  }

  @inline(__always)
  private func insert(_ key: BatchLengths.Key) -> Bool {
    guard lengths.count < most else { return false }
    var slot = Int(truncatingIfNeeded: key.high) & (table.count &- 1)
    while table[slot] != 0 {
      if table[slot] == key.low { return false }
      slot = (slot &+ 1) & (table.count &- 1)
    }
    table[slot] = key.low
    return true
  }
}
