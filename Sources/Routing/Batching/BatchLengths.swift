/// The tour length of any set of orders, remembered: of a shortest tour, unless `isExact` is false.
///
/// A set is known by its 128-bit hash, the exclusive or of a random number for each order (Zobrist
/// 1970): 64 bits are kept in the table, up to 22 more choose the entry, which the latest set wins.
/// Sets to be measured are queued, so that several are measured at a time.
final class BatchLengths {
  struct Key: Hashable {
    var low: UInt64 = 0
    var high: UInt64 = 0

    @inline(__always)
    static func ^ (a: Key, b: Key) -> Key { Key(low: a.low ^ b.low, high: a.high ^ b.high) }
  }

  private enum Method {
    case oneBlock(OneBlockLengths)
    case lanes(LaneLengths)
    case searched(SearchedLengths)
    case kernel(TourKernel)
    case general
  }

  private struct Entry {
    var key: UInt64
    var length: Int
  }

  let masks: OrderMasks
  let request: BatchRequest
  /// How many sets are measured at a time.
  let laneCount: Int
  /// Whether lengths are those of shortest tours; on a floor that only a search takes they are not.
  let isExact: Bool
  /// Whether tours are rounds from one point of the grid: their lengths are even numbers of units.
  let isRound: Bool
  /// The key of each order.
  let keys: UnsafeMutablePointer<Key>
  /// The lengths of the last measured sets.
  let lengths: UnsafeMutablePointer<Int>
  /// How many words of each order are not empty.
  let visitedWords: [Int]
  /// How many tours were measured.
  private(set) var measured = 0
  private let method: Method
  private let queued: UnsafeMutablePointer<UInt64>
  private let table: UnsafeMutablePointer<Entry>
  private let tableMask: Int
  private(set) var queueCount = 0

  static let lanes = 8

  /// - Parameter bits: the binary logarithm of the number of sets remembered.
  init(_ request: BatchRequest, seed: UInt64, bits: Int) {
    self.request = request
    if case .aisle = request.start {
      isRound = request.start == request.end
    } else {
      isRound = false
    }
    masks = OrderMasks(request)
    if let oneBlock = OneBlockLengths(masks, request) {
      method = .oneBlock(oneBlock)
      isExact = true
      laneCount = 1
    } else if let lanes = LaneLengths(masks, request) {
      method = .lanes(lanes)
      isExact = true
      laneCount = Self.lanes
    } else if request.layout.crossAisles.count > LaneLengths.mostCrossAisles,
      let searched = SearchedLengths(request)
    {
      method = .searched(searched)
      isExact = false
      laneCount = 1
    } else if let kernel = try? TourKernel(
      request.layout, starts: Terminal.cheapest(request.layout.terminals(of: request.start)),
      ends: Terminal.cheapest(request.layout.terminals(of: request.end)))
    {
      method = .kernel(kernel)
      isExact = true
      laneCount = 1
    } else {
      method = .general
      isExact = false
      laneCount = 1
    }
    let count = request.orders.count
    let masks = masks
    visitedWords = (0..<count).map { order in
      (0..<masks.wordCount).count { masks.words[order * masks.wordCount + $0] != 0 }
    }
    keys = .allocate(capacity: max(1, count))
    var random = SplitMix(seed: seed)
    for order in 0..<count {
      (keys + order).initialize(to: Key(low: random.next(), high: random.next()))
    }
    lengths = .allocate(capacity: Self.lanes)
    lengths.initialize(repeating: 0, count: Self.lanes)
    queued = .allocate(capacity: Self.lanes * masks.wordCount)
    queued.initialize(repeating: 0, count: Self.lanes * masks.wordCount)
    tableMask = 1 << bits - 1
    table = .allocate(capacity: 1 << bits)
    // The empty set has key 0 and length 0.
    table.initialize(repeating: Entry(key: 0, length: 0), count: 1 << bits)
  }

  deinit {
    keys.deallocate()
    lengths.deallocate()
    queued.deallocate()
    table.deallocate()
  }

  /// The length of a set, -1 where it is not remembered.
  @inline(__always)
  func known(_ key: Key) -> Int {
    let entry = table[Int(truncatingIfNeeded: key.high) & tableMask]
    return entry.key == key.low ? entry.length : -1
  }

  @inline(__always)
  func remember(_ key: Key, _ length: Int) {
    table[Int(truncatingIfNeeded: key.high) & tableMask] = Entry(key: key.low, length: length)
  }

  /// Begins a set in the next lane, empty.
  @inline(__always)
  func open() -> UnsafeMutablePointer<UInt64> {
    let mask = queued + queueCount &* masks.wordCount
    for word in 0..<masks.wordCount { mask[word] = 0 }
    queueCount &+= 1
    return mask
  }

  /// Adds an order to a mask.
  @inline(__always)
  func add(_ order: Int, to mask: UnsafeMutablePointer<UInt64>) {
    let words = masks.words + order &* masks.wordCount
    for word in 0..<masks.wordCount { mask[word] |= words[word] }
  }

  /// Adds a union of masks to a mask.
  @inline(__always)
  func add(_ union: UnsafePointer<UInt64>, to mask: UnsafeMutablePointer<UInt64>) {
    for word in 0..<masks.wordCount { mask[word] |= union[word] }
  }

  /// Measures the queued sets into `lengths`.
  func measure() {
    measured &+= queueCount
    switch method {
    case .oneBlock(let oneBlock):
      for lane in 0..<queueCount {
        lengths[lane] = oneBlock.length(queued + lane &* masks.wordCount)
      }
    case .lanes(let lanes): lanes.lengths(queued, count: queueCount, into: lengths)
    case .kernel(let kernel):
      for lane in 0..<queueCount {
        let points = masks.points(queued + lane &* masks.wordCount)
        lengths[lane] =
          points.isEmpty ? 0 : points.withUnsafeBufferPointer { kernel.length($0) } / masks.unit
      }
    case .searched(let searched):
      for lane in 0..<queueCount {
        let points = masks.points(queued + lane &* masks.wordCount)
        lengths[lane] = searched.length(points) / masks.unit
      }
    case .general:
      for lane in 0..<queueCount {
        lengths[lane] = generalLength(queued + lane &* masks.wordCount)
      }
    }
    queueCount = 0
  }

  /// The length of a set of orders, measured where it is not remembered; nothing may be queued.
  func length(_ orders: some Sequence<Int>) -> Int {
    var key = Key()
    for order in orders { key = key ^ keys[order] }
    let length = known(key)
    if length >= 0 { return length }
    let mask = open()
    for order in orders { add(order, to: mask) }
    measure()
    remember(key, lengths[0])
    return lengths[0]
  }

  private func generalLength(_ mask: UnsafePointer<UInt64>) -> Int {
    let places = masks.points(mask).map { Place.aisle($0.aisle, y: $0.y) }
    guard !places.isEmpty,
      let tour = try? ShortestWalk().solve(
        TourRequest(
          layout: request.layout, start: request.start, end: request.end, stops: places))
    else { return 0 }
    return tour.length / masks.unit
  }
}
