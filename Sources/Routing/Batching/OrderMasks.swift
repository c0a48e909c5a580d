/// Which positions each order visits, as bit masks over the cells of the floor.
///
/// A cell is one block of one aisle; its positions are the distinct places strictly inside it at
/// which any order stops, ascending, a bit each. The stops of a batch are the union of its orders'
/// masks: a bitwise or. Stops at junctions have a word for each aisle at the end, a bit for each
/// cross-aisle, present only where there are any.
///
/// Lengths are in `unit` millimeters, the greatest common divisor of everything measured.
final class OrderMasks {
  /// The aisles in question are `firstAisle..<firstAisle + aisleCount`.
  let firstAisle: Int
  let aisleCount: Int
  let blockCount: Int
  let orderCount: Int
  let wordsPerCell: Int
  /// Where the words of the junctions begin, nil where no order stops at one.
  let junctionBase: Int?
  /// The words of an order, its junctions included.
  let wordCount: Int
  /// Millimeters in a unit of length.
  let unit: Int
  /// From each aisle to the next, in units.
  let widths: [Int]
  /// The height of each block, in units.
  let heights: [Int]
  /// The masks at [order * wordCount + word].
  let words: UnsafeMutablePointer<UInt64>
  /// How far above its block's lower cross-aisle a position lies, in units, at
  /// [cell * wordsPerCell * 64 + bit].
  let positions: UnsafeMutablePointer<Int>
  private let layout: AisleLayout

  init(_ request: BatchRequest) {
    let layout = request.layout
    self.layout = layout
    let ys = layout.crossAisles
    blockCount = ys.count - 1
    orderCount = request.orders.count
    let terminals = layout.terminals(of: request.start) + layout.terminals(of: request.end)
    var aisles = terminals.map(\.point.aisle)
    for order in request.orders {
      for case .aisle(let aisle, _) in order.stops { aisles.append(aisle) }
    }
    let first = aisles.min() ?? 0
    firstAisle = first
    aisleCount = (aisles.max() ?? 0) - first + 1
    let floor = Floor(layout, request.orders, firstAisle: first, aisleCount: aisleCount)
    var unit = 0
    for y in ys { unit = Self.gcd(unit, y - ys[0]) }
    for aisle in first..<first + aisleCount {
      unit = Self.gcd(unit, layout.aisles[aisle] - layout.aisles[first])
    }
    for cell in floor.cells { for y in cell { unit = Self.gcd(unit, y - ys[0]) } }
    for terminal in terminals {
      unit = Self.gcd(Self.gcd(unit, terminal.length), terminal.point.y - ys[0])
    }
    self.unit = unit
    let scale = unit
    heights = zip(ys, ys.dropFirst()).map { ($1 - $0) / scale }
    let xs = layout.aisles[first..<first + aisleCount]
    widths = zip(xs, xs.dropFirst()).map { ($1 - $0) / scale }
    let most = floor.cells.map(\.count).max() ?? 0
    wordsPerCell = max(1, (most + 63) / 64)
    let cellWords = aisleCount * blockCount * wordsPerCell
    junctionBase = floor.hasJunctionStops ? cellWords : nil
    wordCount = cellWords + (floor.hasJunctionStops ? aisleCount : 0)
    words = .allocate(capacity: max(1, orderCount * wordCount))
    words.initialize(repeating: 0, count: max(1, orderCount * wordCount))
    positions = .allocate(capacity: cellWords * 64)
    positions.initialize(repeating: 0, count: cellWords * 64)
    for (cell, places) in floor.cells.enumerated() {
      let low = ys[cell % blockCount]
      for (bit, y) in places.enumerated() {
        positions[cell * wordsPerCell * 64 + bit] = (y - low) / unit
      }
    }
    for (index, order) in request.orders.enumerated() {
      let mask = words + index * wordCount
      for case .aisle(let aisle, let y) in order.stops {
        let column = aisle - first
        switch floor.place(column, y) {
        case .junction(let vertex): mask[cellWords + column] |= 1 << UInt64(vertex)
        case .inside(let cell, let bit):
          mask[cell * wordsPerCell + bit / 64] |= 1 << UInt64(bit % 64)
        }
      }
    }
  }

  deinit {
    words.deallocate()
    positions.deallocate()
  }

  /// The stops a mask stands for.
  func points(_ mask: UnsafePointer<UInt64>) -> [GridPoint] {
    var points: [GridPoint] = []
    let ys = layout.crossAisles
    for column in 0..<aisleCount {
      for block in 0..<blockCount {
        let cell = column * blockCount + block
        for word in cell * wordsPerCell..<(cell + 1) * wordsPerCell {
          var left = mask[word]
          while left != 0 {
            let y = ys[block] + positions[word * 64 + left.trailingZeroBitCount] * unit
            points.append(GridPoint(aisle: firstAisle + column, y: y))
            left &= left - 1
          }
        }
      }
      guard let junctionBase else { continue }
      for (vertex, y) in ys.enumerated()
      where mask[junctionBase + column] >> UInt64(vertex) & 1 == 1 {
        points.append(GridPoint(aisle: firstAisle + column, y: y))
      }
    }
    return points
  }

  private static func gcd(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (abs(a), abs(b))
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

extension OrderMasks {
  /// The distinct stops of all orders, sorted into cells.
  private struct Floor {
    enum Spot {
      case junction(Int)
      case inside(cell: Int, bit: Int)
    }

    let crossAisles: [Int]
    /// The positions of each cell, ascending, at [aisle * blocks + block].
    private(set) var cells: [[Int]]
    private(set) var hasJunctionStops = false

    init(_ layout: AisleLayout, _ orders: [BatchOrder], firstAisle: Int, aisleCount: Int) {
      crossAisles = layout.crossAisles
      cells = []
      var ys = [Set<Int>](repeating: [], count: aisleCount * layout.blockCount)
      for order in orders {
        for case .aisle(let aisle, let y) in order.stops {
          let block = block(y)
          if crossAisles[block] == y || crossAisles[block + 1] == y {
            hasJunctionStops = true
          } else {
            ys[(aisle - firstAisle) * layout.blockCount + block].insert(y)
          }
        }
      }
      cells = ys.map { $0.sorted() }
    }

    func place(_ column: Int, _ y: Int) -> Spot {
      let block = block(y)
      if crossAisles[block] == y { return .junction(block) }
      if crossAisles[block + 1] == y { return .junction(block + 1) }
      let cell = column * (crossAisles.count - 1) + block
      var (low, high) = (0, cells[cell].count)
      while low < high {
        let middle = (low + high) / 2
        if cells[cell][middle] < y { low = middle + 1 } else { high = middle }
      }
      return .inside(cell: cell, bit: low)
    }

    private func block(_ y: Int) -> Int {
      var (low, high) = (0, crossAisles.count - 2)
      while low < high {
        let middle = (low + high + 1) / 2
        if crossAisles[middle] <= y { low = middle } else { high = middle - 1 }
      }
      return low
    }
  }
}
