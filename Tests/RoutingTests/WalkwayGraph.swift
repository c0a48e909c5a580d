import Routing

/// Every walkway of a floor as a graph, and shortest ways in it by trying every point between.
struct WalkwayGraph {
  private var numbers: [Place: Int] = [:]
  private var lengths: [[Int]] = []

  init(_ layout: AisleLayout, _ places: [Place]) {
    var points = Set(places)
    for aisle in layout.aisles.indices {
      for y in layout.crossAisles { points.insert(.aisle(aisle, y: y)) }
    }
    let all = points.map { place in
      switch place {
      case .aisle(let aisle, let y): (place, aisle, y)
      case .offGrid: (place, -1, 0)
      }
    }
    for (number, (place, _, _)) in all.enumerated() { numbers[place] = number }
    let far = 1_000_000_000
    lengths = all.map { _, aisle, y in
      all.map { _, otherAisle, otherY in
        if aisle == otherAisle { return abs(y - otherY) }
        guard y == otherY, layout.crossAisles.contains(y) else { return far }
        return abs(layout.aisles[aisle] - layout.aisles[otherAisle])
      }
    }
    for middle in all.indices {
      for a in all.indices {
        for b in all.indices {
          lengths[a][b] = min(lengths[a][b], lengths[a][middle] + lengths[middle][b])
        }
      }
    }
  }

  func distance(_ a: Place, _ b: Place) -> Int? {
    guard let a = numbers[a], let b = numbers[b] else { return nil }
    return lengths[a][b]
  }
}
