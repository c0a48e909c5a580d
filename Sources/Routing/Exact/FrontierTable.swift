/// All frontier classes of a number of cross-aisles, numbered, and where each operation leads.
///
/// Generated once by following every operation from `untouched`. Classes are numbered by their odd
/// components: even ones first, then those with one, then those with two.
struct FrontierTable: Sendable {
  /// The number of vertices, one for each cross-aisle.
  let vertexCount: Int
  /// The number of classes.
  let classCount: Int
  /// The classes without an odd component: those of a closed tour.
  let even: Range<Int>
  /// The classes with one odd component: the walk's start is in, or its end.
  let oneOdd: Range<Int>
  /// The classes with two odd components: start and end are in, not yet connected.
  let twoOdd: Range<Int>
  /// The number of the class `untouched`.
  let untouched: Int
  /// The number of the class `done`.
  let done: Int

  /// Where operations lead, at [vertex * classCount + class]; -1 for nowhere.
  let touch: [Int32]
  let flip: [Int32]
  let join: [Int32]
  let traverse: [Int32]
  let leave: [Int32]
  /// For each class the parities of its vertices, a bit each.
  let odd: [UInt8]
  /// For each class its touched vertices, a bit each.
  let touched: [UInt8]

  /// The table for closed tours, or for tours whose start and end are two places.
  init(vertexCount: Int, open: Bool) {
    let classes = Self.reachable(vertexCount: vertexCount, mostOdd: open ? 2 : 0)
    var numbers: [FrontierClass: Int32] = [:]
    for (number, each) in classes.enumerated() { numbers[each] = Int32(number) }
    func table(
      _ vertices: Int, _ operation: (FrontierClass, Int) -> FrontierClass?
    ) -> [Int32] {
      var result: [Int32] = []
      result.reserveCapacity(vertices * classes.count)
      for vertex in 0..<vertices {
        for each in classes { result.append(operation(each, vertex).flatMap { numbers[$0] } ?? -1) }
      }
      return result
    }
    func mask(_ holds: (FrontierClass, Int) -> Bool) -> [UInt8] {
      classes.map { each in
        (0..<vertexCount).reduce(0) { $0 | (holds(each, $1) ? 1 << UInt8($1) : 0) }
      }
    }
    let counts = classes.reduce(into: [0, 0, 0]) { $0[$1.oddComponents] += 1 }
    self.vertexCount = vertexCount
    classCount = classes.count
    even = 0..<counts[0]
    oneOdd = counts[0]..<(counts[0] + counts[1])
    twoOdd = (counts[0] + counts[1])..<classes.count
    untouched = Int(numbers[.untouched, default: -1])
    done = Int(numbers[.done, default: -1])
    touch = table(vertexCount) { $0.touching($1) }
    flip = table(vertexCount) { $0.flipping($1) }
    join = table(vertexCount - 1) { $0.joining($1) }
    traverse = table(vertexCount - 1) { $0.traversing($1) }
    leave = table(vertexCount) { $0.leaving($1) }
    odd = mask { $0.isOdd($1) }
    touched = mask { $0.isTouched($1) }
  }

  /// Every class that operations lead to without ever more odd components than a tour can have.
  private static func reachable(vertexCount: Int, mostOdd: Int) -> [FrontierClass] {
    var seen: Set<FrontierClass> = [.untouched]
    var open: [FrontierClass] = [.untouched]
    func reach(_ next: FrontierClass?) {
      guard let next, next.oddComponents <= mostOdd, seen.insert(next).inserted else { return }
      open.append(next)
    }
    while let each = open.popLast() {
      for vertex in 0..<vertexCount {
        reach(each.touching(vertex))
        reach(each.leaving(vertex))
        if mostOdd > 0 { reach(each.flipping(vertex)) }
        guard vertex + 1 < vertexCount else { continue }
        reach(each.joining(vertex))
        reach(each.traversing(vertex))
      }
    }
    return seen.sorted {
      let (a, b) = ($0.oddComponents, $1.oddComponents)
      return a != b ? a < b : $0.code < $1.code
    }
  }
}
