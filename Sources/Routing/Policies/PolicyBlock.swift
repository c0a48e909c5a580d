/// The stops of one block, walked by a rule of thumb.
///
/// A block is entered at its front (the farthest one) or at its back, and left at its front.
struct PolicyBlock {
  private let low: Int
  private let high: Int
  /// Per aisle with stops, ascending, its stops' y, ascending.
  private var lanes: [(aisle: Int, ys: [Int])] = []

  init(low: Int, high: Int, stops: [GridPoint]) {
    self.low = low
    self.high = high
    for stop in stops {
      if lanes.last?.aisle == stop.aisle {
        lanes[lanes.count - 1].ys.append(stop.y)
      } else {
        lanes.append((stop.aisle, [stop.y]))
      }
    }
  }

  var isEmpty: Bool { lanes.isEmpty }

  /// Takes an aisle's stops out, in walking order to the back.
  mutating func removing(aisle: Int) -> [GridPoint] {
    guard let index = lanes.firstIndex(where: { $0.aisle == aisle }) else { return [] }
    let lane = lanes.remove(at: index)
    return up(lane) + [GridPoint(aisle: aisle, y: high)]
  }

  /// The points of the block, entered from `aisle` at its front or at its back.
  func points(
    by policy: Policy, from aisle: Int, atFront: Bool, _ xs: [Int]
  ) -> [GridPoint] {
    guard let first = lanes.first, let last = lanes.last else { return [] }
    // The nearer end of the block first.
    let fromLeft = abs(xs[aisle] - xs[first.aisle]) <= abs(xs[aisle] - xs[last.aisle])
    let order = fromLeft ? lanes : lanes.reversed()
    switch policy {
    case .sShape: return sShape(order, atFront)
    case .combined: return combined(order, atFront)
    case .returning: return returning(order, atFront)
    case .largestGap: return split(order, atFront, at: widestGap)
    case .midpoint: return split(order, atFront, at: middle)
    case .binCode, .serpentine, .nearest: return []
    }
  }

  private typealias Lane = (aisle: Int, ys: [Int])

  private func sShape(_ lanes: [Lane], _ atFront: Bool) -> [GridPoint] {
    var front = atFront
    var points: [GridPoint] = []
    for (index, lane) in lanes.enumerated() {
      // The last aisle is returned from where walking through would end at the back.
      let through = index < lanes.count - 1 || !front
      points += through ? crossing(lane, fromFront: front) : visit(lane, lane.ys, fromFront: true)
      if through { front.toggle() }
    }
    return points
  }

  /// Walks through or returns, by dynamic programming over the end one comes out at.
  private func combined(_ lanes: [Lane], _ atFront: Bool) -> [GridPoint] {
    typealias Plan = (length: Int, points: [GridPoint])
    var front: Plan? = atFront ? (0, []) : nil
    var back: Plan? = atFront ? nil : (0, [])
    func better(_ a: Plan?, _ b: Plan?) -> Plan? {
      guard let a, let b else { return a ?? b }
      return b.length < a.length ? b : a
    }
    for lane in lanes {
      let depth = high - low
      let bottom = lane.ys[0]
      let top = lane.ys[lane.ys.count - 1]
      let toFront = better(
        front.map {
          ($0.length + 2 * (top - low), $0.points + visit(lane, lane.ys, fromFront: true))
        },
        back.map { ($0.length + depth, $0.points + crossing(lane, fromFront: false)) })
      let toBack = better(
        back.map {
          ($0.length + 2 * (high - bottom), $0.points + visit(lane, lane.ys, fromFront: false))
        },
        front.map { ($0.length + depth, $0.points + crossing(lane, fromFront: true)) })
      front = toFront
      back = toBack
    }
    // A block is left at its front.
    return front?.points ?? back?.points ?? []
  }

  private func returning(_ lanes: [Lane], _ atFront: Bool) -> [GridPoint] {
    var points: [GridPoint] = []
    for (index, lane) in lanes.enumerated() {
      points +=
        index == 0 && !atFront
        ? crossing(lane, fromFront: false) : visit(lane, lane.ys, fromFront: true)
    }
    return points
  }

  /// First along the back as far as each aisle's split, the last aisle down, then along the front.
  ///
  /// Entered at the front, the first aisle is walked through to get to the back.
  private func split(
    _ lanes: [Lane], _ atFront: Bool, at place: ([Int]) -> Int
  ) -> [GridPoint] {
    guard lanes.count > 1 else {
      let lane = lanes[0]
      return atFront ? visit(lane, lane.ys, fromFront: true) : crossing(lane, fromFront: false)
    }
    var points = atFront ? crossing(lanes[0], fromFront: true) : []
    let middle = Array(atFront ? lanes.dropFirst().dropLast() : lanes.dropLast())
    for lane in middle {
      points += visit(lane, Array(lane.ys[place(lane.ys)...]), fromFront: false)
    }
    points += crossing(lanes[lanes.count - 1], fromFront: false)
    for lane in middle.reversed() {
      points += visit(lane, Array(lane.ys[..<place(lane.ys)]), fromFront: true)
    }
    return points
  }

  /// Where the widest gap begins, the ways to both ends of the block among them.
  private func widestGap(_ ys: [Int]) -> Int {
    var best = (index: 0, gap: ys[0] - low)
    for index in 1...ys.count {
      let gap = (index == ys.count ? high : ys[index]) - ys[index - 1]
      if gap > best.gap { best = (index, gap) }
    }
    return best.index
  }

  private func middle(_ ys: [Int]) -> Int {
    ys.firstIndex { 2 * $0 > low + high } ?? ys.count
  }

  private func up(_ lane: Lane) -> [GridPoint] {
    lane.ys.map { GridPoint(aisle: lane.aisle, y: $0) }
  }

  private func crossing(_ lane: Lane, fromFront: Bool) -> [GridPoint] {
    let ends = [GridPoint(aisle: lane.aisle, y: low), GridPoint(aisle: lane.aisle, y: high)]
    let way = [ends[0]] + up(lane) + [ends[1]]
    return fromFront ? way : way.reversed()
  }

  /// In and out at the same end; nothing where no stop is taken.
  private func visit(_ lane: Lane, _ ys: [Int], fromFront: Bool) -> [GridPoint] {
    guard !ys.isEmpty else { return [] }
    let end = GridPoint(aisle: lane.aisle, y: fromFront ? low : high)
    let stops = ys.map { GridPoint(aisle: lane.aisle, y: $0) }
    return [end] + (fromFront ? stops : stops.reversed()) + [end]
  }
}
