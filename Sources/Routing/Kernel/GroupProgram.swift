/// Where the classes of one group lead within the group, compiled into flat lists.
///
/// A group is the classes with the same number of odd components (0, 1 or 2), numbered from 0. The
/// effect of a block or a junction on a class is looked up nowhere while sweeping: all that can
/// happen is listed.
struct GroupProgram: Sendable {
  /// The number of classes.
  let count: Int
  /// How each class meets each block (`MoveCosts.Meeting`), at [block * count + class].
  let meetings: ClassTable
  /// How often the cross-aisles right of an aisle are walked by a tour in this class.
  let edges: ClassTable
  /// The touched vertices of each class, a bit each.
  let touched: ClassTable
  /// For each block the moves that walk through once, and those through and back that join.
  let once: MoveLists
  let twice: MoveLists
  /// For each block the moves that touch junctions anew, each with its `MoveCosts.Kind`.
  let touches: MoveLists
  /// For each vertex the moves by a stop at it.
  let stops: MoveLists
  /// For each vertex the moves that lead on nowhere from it.
  let leaves: MoveLists

  /// The program of the classes in a range of a table.
  init(_ table: FrontierTable, _ range: Range<Int>) {
    count = range.count
    let first = range.lowerBound
    let blocks = 0..<table.vertexCount - 1
    let vertices = 0..<table.vertexCount
    func touched(_ number: Int, _ vertex: Int) -> Bool {
      table.touched[number] >> UInt8(vertex) & 1 == 1
    }
    func list(_ step: (Int) -> Int, cost: (Int) -> Int = { _ in 0 }) -> [Move] {
      range.compactMap { number in
        let reached = step(number)
        guard range.contains(reached), reached != number else { return nil }
        return Move(
          from: UInt16(number - first), to: UInt16(reached - first), cost: UInt16(cost(number)))
      }
    }
    func look(_ operation: [Int32], _ place: Int, _ number: Int) -> Int {
      number < 0 ? -1 : Int(operation[place * table.classCount + number])
    }
    meetings = ClassTable(
      blocks.flatMap { block in
        range.map { number in
          let low = touched(number, block)
          let high = touched(number, block + 1)
          if low && high {
            return look(table.join, block, number) == number
              ? MoveCosts.Meeting.connected : MoveCosts.Meeting.both
          }
          return low ? MoveCosts.Meeting.low : high ? MoveCosts.Meeting.high : 0
        }
      })
    edges = ClassTable(
      range.map { number in
        number == table.done
          ? 0 : 2 * table.touched[number].nonzeroBitCount - table.odd[number].nonzeroBitCount
      })
    self.touched = ClassTable(range.map { Int(table.touched[$0]) })
    once = MoveLists(blocks.map { block in list { look(table.traverse, block, $0) } })
    twice = MoveLists(blocks.map { block in list { look(table.join, block, $0) } })
    touches = MoveLists(
      blocks.map { block in
        let low = list(
          { look(table.touch, block, $0) },
          cost: {
            touched($0, block + 1) ? MoveCosts.Kind.lowBesideHigh : MoveCosts.Kind.low
          })
        let high = list(
          { look(table.touch, block + 1, $0) },
          cost: { touched($0, block) ? MoveCosts.Kind.highBesideLow : MoveCosts.Kind.high })
        let both = list(
          { number in
            touched(number, block) || touched(number, block + 1)
              ? number : look(table.touch, block + 1, look(table.touch, block, number))
          }, cost: { _ in MoveCosts.Kind.both })
        return low + high + both
      })
    stops = MoveLists(vertices.map { vertex in list { look(table.touch, vertex, $0) } })
    leaves = MoveLists(
      vertices.map { vertex in
        list { touched($0, vertex) ? look(table.leave, vertex, $0) : -1 }
      })
  }
}
