/// Orders on carts while they are being moved about.
///
/// The orders of a batch form a doubly linked list. The invariant after each operation: every
/// order is in exactly one batch; `load`, `key` and `count` of a batch are those of its orders;
/// batches without orders are those in `free`. `length` is what the mover says.
final class BatchState {
  let orderCount: Int
  let capacity: Int
  let size: UnsafeMutablePointer<Int>
  let batchOf: UnsafeMutablePointer<Int>
  private let next: UnsafeMutablePointer<Int>
  private let previous: UnsafeMutablePointer<Int>
  private let head: UnsafeMutablePointer<Int>
  let count: UnsafeMutablePointer<Int>
  let load: UnsafeMutablePointer<Int>
  let key: UnsafeMutablePointer<BatchLengths.Key>
  let length: UnsafeMutablePointer<Int>
  /// Grows whenever the orders of a batch change.
  let version: UnsafeMutablePointer<Int>
  private let keys: UnsafeMutablePointer<BatchLengths.Key>
  /// The sum of the batches' lengths.
  var total = 0
  /// Batches without orders.
  private(set) var free: [Int] = []

  /// Every order in a batch of its own, of length 0.
  init(_ request: BatchRequest, _ lengths: BatchLengths) {
    let count = request.orders.count
    func room<Value>(_ value: Value) -> UnsafeMutablePointer<Value> {
      let pointer = UnsafeMutablePointer<Value>.allocate(capacity: max(1, count))
      pointer.initialize(repeating: value, count: max(1, count))
      return pointer
    }
    orderCount = count
    capacity = request.capacity
    keys = lengths.keys
    size = room(0)
    batchOf = room(0)
    next = room(-1)
    previous = room(-1)
    head = room(-1)
    self.count = room(0)
    load = room(0)
    key = room(BatchLengths.Key())
    length = room(0)
    version = room(0)
    for order in 0..<count { size[order] = request.orders[order].size }
    reset(Array(0..<count))
  }

  deinit {
    for pointer in [size, batchOf, next, previous, head, count, load, length, version] {
      pointer.deallocate()
    }
    key.deallocate()
  }

  /// Puts every order into the batch named for it, numbers below the number of orders; lengths are
  /// 0 until `measure`.
  func reset(_ batches: [Int]) {
    for batch in 0..<orderCount {
      head[batch] = -1
      count[batch] = 0
      load[batch] = 0
      key[batch] = BatchLengths.Key()
      length[batch] = 0
      version[batch] &+= 1
    }
    free = []
    for (order, batch) in batches.enumerated() { link(order, batch) }
    for batch in (0..<orderCount).reversed() where count[batch] == 0 { free.append(batch) }
    total = 0
  }

  /// Measures every batch.
  func measure(_ lengths: BatchLengths) {
    total = 0
    for batch in 0..<orderCount where count[batch] > 0 {
      length[batch] = lengths.length(orders(of: batch))
      total += length[batch]
    }
  }

  /// The batch of each order.
  var assignment: [Int] { (0..<orderCount).map { batchOf[$0] } }

  /// The batches that hold orders.
  var batches: [Int] { (0..<orderCount).filter { count[$0] > 0 } }

  /// The orders of a batch.
  func orders(of batch: Int) -> [Int] {
    var orders: [Int] = []
    forEach(in: batch) { orders.append($0) }
    return orders
  }

  @inline(__always)
  func forEach(in batch: Int, _ body: (Int) -> Void) {
    var order = head[batch]
    while order >= 0 {
      let following = next[order]
      body(order)
      order = following
    }
  }

  /// Moves an order; an empty batch it moves to must be the last of `free`.
  @inline(__always)
  func move(_ order: Int, to batch: Int) {
    let from = batchOf[order]
    if count[batch] == 0 { free.removeLast() }
    unlink(order)
    link(order, batch)
    if count[from] == 0 { free.append(from) }
  }

  @inline(__always)
  private func link(_ order: Int, _ batch: Int) {
    batchOf[order] = batch
    previous[order] = -1
    next[order] = head[batch]
    if head[batch] >= 0 { previous[head[batch]] = order }
    head[batch] = order
    count[batch] &+= 1
    load[batch] &+= size[order]
    key[batch] = key[batch] ^ keys[order]
    version[batch] &+= 1
  }

  @inline(__always)
  private func unlink(_ order: Int) {
    let batch = batchOf[order]
    if previous[order] >= 0 {
      next[previous[order]] = next[order]
    } else {
      head[batch] = next[order]
    }
    if next[order] >= 0 { previous[next[order]] = previous[order] }
    count[batch] &-= 1
    load[batch] &-= size[order]
    key[batch] = key[batch] ^ keys[order]
    version[batch] &+= 1
  }
}
