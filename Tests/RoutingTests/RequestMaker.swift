import Routing

/// Makes small random floors and requests from a seed.
struct RequestMaker {
  /// Where walks may end.
  enum Ending: CaseIterable {
    case anywhere, atStart, elsewhere, oneOfSeveral
  }

  private var random: SeededGenerator

  init(seed: Int) { random = SeededGenerator(seed: seed) }

  /// A floor with unequal spacing; now and then tiny, so that much coincides.
  mutating func layout(crossAisles: Int, mostAisles: Int = 6) throws -> AisleLayout {
    let scale = Bool.random(using: &random) ? 3 : 60
    let aisles = Int.random(in: 1...mostAisles, using: &random)
    return try AisleLayout(
      aisles: ascending(aisles, scale), crossAisles: ascending(crossAisles, 2 * scale))
  }

  mutating func request(
    crossAisles: Int, ending: Ending, stops: ClosedRange<Int> = 0...6, mostAisles: Int = 6
  ) throws -> TourRequest {
    let layout = try layout(crossAisles: crossAisles, mostAisles: mostAisles)
    return try request(on: layout, ending: ending, stops: stops)
  }

  private mutating func request(
    on layout: AisleLayout, ending: Ending, stops: ClosedRange<Int>
  ) throws -> TourRequest {
    let start = place(on: layout)
    let ends =
      switch ending {
      case .anywhere: [Place]()
      case .atStart: [start]
      case .elsewhere: [place(on: layout)]
      case .oneOfSeveral: (0..<3).map { _ in place(on: layout) }
      }
    var places: [Place] = []
    for _ in 0..<Int.random(in: stops, using: &random) {
      let again = Int.random(in: 0..<8, using: &random) == 0
      places.append(
        again ? places.randomElement(using: &random) ?? point(on: layout) : point(on: layout))
    }
    return try TourRequest(layout: layout, start: start, ends: ends, stops: places)
  }

  /// A point of the grid, every fourth a junction.
  mutating func point(on layout: AisleLayout) -> Place {
    let aisle = Int.random(in: layout.aisles.indices, using: &random)
    let ys = layout.crossAisles
    if Int.random(in: 0..<4, using: &random) == 0 {
      return .aisle(aisle, y: ys[Int.random(in: ys.indices, using: &random)])
    }
    return .aisle(aisle, y: Int.random(in: ys[0]...ys[ys.count - 1], using: &random))
  }

  /// A point of the grid, or every third beside it.
  mutating func place(on layout: AisleLayout) -> Place {
    guard Int.random(in: 0..<3, using: &random) == 0 else { return point(on: layout) }
    let links = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      switch point(on: layout) {
      case .aisle(let aisle, let y):
        Link(aisle: aisle, y: y, length: Int.random(in: 0...40, using: &random))
      case .offGrid(let links): links[0]
      }
    }
    return .offGrid(links)
  }

  /// A request on a floor of a few millimeters, for oracles that take single steps.
  mutating func tinyRequest(crossAisles: Int, ending: Ending) throws -> TourRequest {
    let layout = try AisleLayout(
      aisles: ascending(Int.random(in: 1...4, using: &random), 3),
      crossAisles: ascending(crossAisles, 9))
    return try request(on: layout, ending: ending, stops: 0...4)
  }

  /// The floor with a few random stretches closed or without turning.
  mutating func rules(on layout: AisleLayout) throws -> AisleLayout {
    let ys = layout.crossAisles
    let aisleSegments = (0..<Int.random(in: 0...4, using: &random)).map { _ in
      let from = Int.random(in: ys[0]..<ys[ys.count - 1], using: &random)
      let longest = Int.random(in: 1...12, using: &random)
      return AisleSegment(
        aisle: Int.random(in: layout.aisles.indices, using: &random), from: from,
        to: min(from + longest, ys[ys.count - 1]),
        rule: Int.random(in: 0..<3, using: &random) == 0 ? .closed : .noTurn)
    }
    let crossings = layout.aisles.count > 1 ? Int.random(in: 0...2, using: &random) : 0
    let crossAisleSegments = (0..<crossings).map { _ in
      let from = Int.random(in: 0..<layout.aisles.count - 1, using: &random)
      return CrossAisleSegment(
        crossAisle: Int.random(in: ys.indices, using: &random), from: from,
        to: Int.random(in: from + 1..<layout.aisles.count, using: &random), rule: .closed)
    }
    return try AisleLayout(
      aisles: layout.aisles, crossAisles: ys, aisleSegments: aisleSegments,
      crossAisleSegments: crossAisleSegments)
  }

  /// What a request is, shortly.
  static func text(_ layout: AisleLayout, _ request: TourRequest) -> String {
    func text(_ place: Place) -> String {
      switch place {
      case .aisle(let aisle, let y): "\(aisle)/\(y)"
      case .offGrid(let links): "[\(links.map { "\($0.aisle)/\($0.y)+\($0.length)" })]"
      }
    }
    let rules =
      layout.aisleSegments.map { "\($0.aisle): \($0.from)-\($0.to) \($0.rule)" }
      + layout.crossAisleSegments.map { "cross \($0.crossAisle): \($0.from)-\($0.to) \($0.rule)" }
    return "aisles \(layout.aisles) cross-aisles \(layout.crossAisles) \(rules) start "
      + "\(text(request.start)) ends \(request.ends.map(text)) stops \(request.stops.map(text))"
  }

  private mutating func ascending(_ count: Int, _ scale: Int) -> [Int] {
    var value = Int.random(in: -scale...scale, using: &random)
    return (0..<count).map { _ in
      value += Int.random(in: 1...scale, using: &random)
      return value
    }
  }
}
