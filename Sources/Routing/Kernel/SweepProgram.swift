import Synchronization

/// All moves between the frontier classes of a number of cross-aisles, compiled once and kept.
final class SweepProgram: @unchecked Sendable {
  /// A group's program, somewhere fixed: passed on without copying or counting references.
  typealias Group = UnsafePointer<GroupProgram>

  let table: FrontierTable
  /// The classes without, with one, and with two odd components.
  let even: Group
  let one: Group
  let two: Group
  /// For each block the moves that walk through it once, or there and back, and so join two odd
  /// components to an even one: from `two` to `even`.
  let onceJoining: MoveLists
  let twiceJoining: MoveLists

  private init(vertexCount: Int, open: Bool) {
    let table = FrontierTable(vertexCount: vertexCount, open: open)
    self.table = table
    even = Self.group(table, table.even)
    one = Self.group(table, table.oneOdd)
    two = Self.group(table, table.twoOdd)
    func joining(_ operation: [Int32]) -> MoveLists {
      MoveLists(
        (0..<vertexCount - 1).map { block in
          table.twoOdd.compactMap { number in
            let reached = Int(operation[block * table.classCount + number])
            guard table.even.contains(reached) else { return nil }
            return Move(
              from: UInt16(number - table.twoOdd.lowerBound), to: UInt16(reached), cost: 0)
          }
        })
    }
    onceJoining = joining(table.traverse)
    twiceJoining = joining(table.join)
  }

  private static func group(_ table: FrontierTable, _ range: Range<Int>) -> Group {
    let group = UnsafeMutablePointer<GroupProgram>.allocate(capacity: 1)
    group.initialize(to: GroupProgram(table, range))
    return Group(group)
  }

  private struct Key: Hashable {
    let vertexCount: Int
    let open: Bool
  }

  private static let cache = Mutex<[Key: SweepProgram]>([:])

  /// The program for a number of cross-aisles, made when first asked for and kept.
  static func program(vertexCount: Int, open: Bool) -> SweepProgram {
    let key = Key(vertexCount: vertexCount, open: open)
    return cache.withLock { programs in
      if let program = programs[key] { return program }
      let program = SweepProgram(vertexCount: vertexCount, open: open)
      programs[key] = program
      return program
    }
  }
}
