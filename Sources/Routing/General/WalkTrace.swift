/// Walks a path on a floor step by step and sees whether it may.
struct WalkTrace {
  private let floor: WalkFloor
  private(set) var walked = 0
  private var last: WalkPlace?
  /// Where the walk was after how many millimeters.
  private var steps: [(from: WalkPlace, to: WalkPlace, start: Int)] = []
  /// The way the last step went in an aisle: 1 up, -1 down, 0 otherwise.
  private var heading = 0

  init(_ floor: WalkFloor) { self.floor = floor }

  /// Goes on to a place; what is wrong with that.
  mutating func go(to place: WalkPlace) -> [String] {
    var found: [String] = []
    if let last {
      let before = walked
      switch (last, place) {
      case (.at(let a), .at(let b)): found += step(from: a, to: b)
      case (.at(let a), .offGrid(let links)):
        guard let link = links.first, link.point == a else { return ["no link at \(a)"] }
        walked += link.length
        heading = 0
      case (.offGrid(let links), .at(let b)):
        guard let link = links.last, link.point == b else { return ["no link at \(b)"] }
        walked += link.length
        heading = 0
      case (.offGrid, .offGrid):
        guard case .offGrid(let out) = last, case .offGrid(let links) = place,
          let a = out.last, let b = links.first, a.point == b.point
        else { return ["two places off the grid in a row, joined by no point"] }
        walked += a.length + b.length
      }
      steps.append((last, place, before))
    } else {
      steps.append((place, place, 0))
    }
    last = place
    return found
  }

  /// Whether the walk was at a place after so many millimeters.
  func passes(_ place: WalkPlace, at offset: Int) -> Bool {
    for (index, (from, to, start)) in steps.enumerated() {
      let finish = index + 1 < steps.count ? steps[index + 1].start : walked
      guard start <= offset, offset <= finish else { continue }
      switch place {
      case .offGrid(let links):
        guard case .offGrid(let used) = to, offset == finish else { continue }
        if used.allSatisfy({ links.contains($0) }) { return true }
      case .at(let point):
        if (from == place && offset == start) || (to == place && offset == finish) { return true }
        if case .at(let a) = from, case .at(let b) = to,
          lies(point, after: offset - start, from: a, to: b)
        {
          return true
        }
      }
    }
    return false
  }

  private func lies(
    _ point: WalkPoint, after offset: Int, from a: WalkPoint, to b: WalkPoint
  ) -> Bool {
    guard case .aisles(let layout) = floor, case .aisle(let aisle, let y) = point,
      case .aisle(let aisleA, let yA) = a, case .aisle(let aisleB, let yB) = b
    else { return false }
    if aisleA == aisleB {
      return aisle == aisleA && y == yA + (yB - yA).signum() * offset
    }
    let x = layout.aisles[aisleA]
    return y == yA && (aisleB - aisleA).signum() * (layout.aisles[aisle] - x) == offset
  }

  private mutating func step(from a: WalkPoint, to b: WalkPoint) -> [String] {
    if a == b { return [] }
    switch (floor, a, b) {
    case (.graph(let graph), .node(let from), .node(let to)):
      let forth = (graph.edges + graph.oneWay).filter { $0.from == from && $0.to == to }
      let back = graph.edges.filter { $0.to == from && $0.from == to }
      guard let length = (forth + back).map(\.length).min() else {
        return ["no way from \(a) to \(b)"]
      }
      walked += length
      return []
    case (.aisles(let layout), .aisle(let aisle, let y), .aisle(let other, let otherY)):
      if aisle == other { return along(layout, aisle, from: y, to: otherY) }
      guard y == otherY else { return ["no way from \(a) to \(b)"] }
      return across(layout, y, from: aisle, to: other)
    default: return ["\(a) or \(b) is of another floor"]
    }
  }

  private mutating func along(
    _ layout: AisleLayout, _ aisle: Int, from: Int, to: Int
  ) -> [String] {
    var found: [String] = []
    let way = (to - from).signum()
    let segments = layout.aisleSegments.filter { $0.aisle == aisle }
    if heading == -way, !layout.crossAisles.contains(from) {
      for segment in segments
      where segment.rule == .noTurn && segment.from < from && from < segment.to {
        found.append("turns round in aisle \(aisle) at \(from)")
      }
    }
    for segment in segments where segment.from < max(from, to) && segment.to > min(from, to) {
      let isForbidden =
        switch segment.rule {
        case .closed: true
        case .up: way < 0
        case .down: way > 0
        case .noTurn: false
        }
      if isForbidden { found.append("walks aisle \(aisle) from \(from) to \(to)") }
    }
    heading = way
    walked += abs(to - from)
    return found
  }

  private mutating func across(
    _ layout: AisleLayout, _ y: Int, from: Int, to: Int
  ) -> [String] {
    heading = 0
    walked += abs(layout.aisles[to] - layout.aisles[from])
    guard let crossAisle = layout.crossAisles.firstIndex(of: y) else {
      return ["no cross-aisle at \(y)"]
    }
    let isForbidden = layout.crossAisleSegments.contains {
      guard $0.crossAisle == crossAisle, $0.from < max(from, to), $0.to > min(from, to) else {
        return false
      }
      return switch $0.rule {
      case .closed: true
      case .right: to < from
      case .left: to > from
      }
    }
    return isForbidden ? ["walks cross-aisle \(crossAisle) from \(from) to \(to)"] : []
  }
}
