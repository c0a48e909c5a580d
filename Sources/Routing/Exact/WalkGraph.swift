/// The pieces of the grid a tour walks, each as often as it is walked, and the walk over them.
struct WalkGraph {
  private var points: [GridPoint] = []
  private var numbers: [GridPoint: Int] = [:]
  /// The two points of each piece.
  private var pieces: [(Int, Int)] = []

  init(_ solution: SweepSolution, of problem: TourProblem) {
    let first = problem.aisles.lowerBound
    let ys = problem.layout.crossAisles
    for chosen in solution.blocks.reversed() {
      let plan = chosen.plan
      let stations = [ys[chosen.block]] + plan.points + [ys[chosen.block + 1]]
      for (gap, walks) in plan.walks.enumerated() {
        add(
          GridPoint(aisle: first + chosen.column, y: stations[gap]),
          GridPoint(aisle: first + chosen.column, y: stations[gap + 1]), walks)
      }
    }
    for chosen in solution.crossings.reversed() {
      let aisle = first + chosen.column
      let y = ys[chosen.crossAisle]
      add(GridPoint(aisle: aisle, y: y), GridPoint(aisle: aisle + 1, y: y), chosen.walks)
    }
  }

  private mutating func add(_ a: GridPoint, _ b: GridPoint, _ walks: Int) {
    guard walks > 0 else { return }
    let piece = (number(a), number(b))
    for _ in 0..<walks { pieces.append(piece) }
  }

  private mutating func number(_ point: GridPoint) -> Int {
    if let known = numbers[point] { return known }
    numbers[point] = points.count
    points.append(point)
    return points.count - 1
  }

  /// A walk from start to end over every piece exactly once, by Hierholzer's algorithm.
  ///
  /// Pieces are taken in the order they were added (aisles from left to right and from low to high
  /// before cross-aisles), so that the same tour is always walked the same way.
  ///
  /// - Complexity: O(pieces).
  func eulerWalk(from start: GridPoint, to end: GridPoint) -> [GridPoint] {
    guard let first = numbers[start], numbers[end] != nil else { return [start] }
    var firstPiece = [Int](repeating: 0, count: points.count + 1)
    for (a, b) in pieces {
      firstPiece[a + 1] += 1
      firstPiece[b + 1] += 1
    }
    for point in points.indices { firstPiece[point + 1] += firstPiece[point] }
    var piecesAt = [Int](repeating: 0, count: 2 * pieces.count)
    var free = firstPiece
    for (piece, (a, b)) in pieces.enumerated() {
      for point in [a, b] {
        piecesAt[free[point]] = piece
        free[point] += 1
      }
    }
    var nextPiece = Array(firstPiece.dropLast())
    var used = [Bool](repeating: false, count: pieces.count)
    // Found backwards: where the trail first runs out of pieces, the whole walk ends.
    var trail = [first]
    var walk: [GridPoint] = []
    while let here = trail.last {
      while nextPiece[here] < firstPiece[here + 1], used[piecesAt[nextPiece[here]]] {
        nextPiece[here] += 1
      }
      guard nextPiece[here] < firstPiece[here + 1] else {
        walk.append(points[here])
        trail.removeLast()
        continue
      }
      let piece = piecesAt[nextPiece[here]]
      used[piece] = true
      trail.append(pieces[piece].0 == here ? pieces[piece].1 : pieces[piece].0)
    }
    return walk.reversed()
  }
}
