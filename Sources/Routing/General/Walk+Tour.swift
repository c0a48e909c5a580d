extension Walk {
  /// A tour of an aisle layout in the words of a walk.
  public init(_ tour: Tour, of layout: AisleLayout, method: WalkMethod) {
    func place(_ link: Link) -> WalkPlace {
      .offGrid([WalkLink(point: .aisle(link.aisle, y: link.y), length: link.length)])
    }
    let points = tour.path.map { point in
      WalkPlace.at(.aisle(layout.aisle(at: point.x), y: point.y))
    }
    self.init(
      order: tour.order, stopOffsets: tour.stopOffsets, length: tour.length,
      lowerBound: tour.lowerBound,
      path: (tour.startLink.map { [place($0)] } ?? []) + points
        + (tour.endLink.map { [place($0)] } ?? []),
      end: tour.end, method: method)
  }

  /// This walk as a tour; its stops are all on the grid.
  func tour(on layout: AisleLayout) -> Tour {
    var links: [Link?] = [nil, nil]
    var points: [FloorPoint] = []
    for (index, place) in path.enumerated() {
      switch place.aislePlace {
      case .aisle(let aisle, let y): points.append(FloorPoint(x: layout.aisles[aisle], y: y))
      case .offGrid(let walked): links[index == 0 ? 0 : 1] = walked.first
      case nil: break
      }
    }
    return Tour(
      order: order, stopOffsets: stopOffsets, length: length, lowerBound: lowerBound,
      path: points, startLink: links[0], endLink: links[1], end: end)
  }
}

extension AisleLayout {
  /// The aisle at a given x, found by bisection.
  fileprivate func aisle(at x: Int) -> Int {
    var low = 0
    var high = aisles.count - 1
    while low < high {
      let middle = (low + high) / 2
      if aisles[middle] < x { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
