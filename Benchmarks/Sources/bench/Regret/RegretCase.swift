import Routing
import Simulation

/// One list on one floor, with all that chance decides.
struct RegretCase {
  let layout: AisleLayout
  let depot: Place
  let stops: [Place]
  /// Other bins of each stop's article.
  let others: [[Place]]
  var random: SeededGenerator

  init(_ number: Int, _ fault: Fault, seed: UInt64) throws {
    let kind = Fault.allCases.firstIndex(of: fault) ?? 0
    var random = SeededGenerator(seed: seed, stream: UInt64(number * Fault.allCases.count + kind))
    let blocks = 1 + number % 3
    let aisles = random.number(in: 8...20)
    let blockLength = blocks == 1 ? 46_000 : 26_000
    layout = try AisleLayout(
      aisles: (0..<aisles).map { $0 * 5000 }, crossAisles: (0...blocks).map { $0 * blockLength })
    depot = .aisle(aisles / 2, y: 0)
    func place() -> Place {
      let block = random.number(in: 0...blocks - 1)
      let slot = random.number(in: 1...blockLength / 1000 - 1)
      return .aisle(random.number(in: 0...aisles - 1), y: block * blockLength + slot * 1000)
    }
    let count = random.number(in: 10...60)
    var seen: Set<Place> = []
    var stops: [Place] = []
    while stops.count < count {
      let next = place()
      if seen.insert(next).inserted { stops.append(next) }
    }
    self.stops = stops
    var others: [[Place]] = []
    for _ in stops {
      others.append((0..<random.number(in: 1...3)).map { _ in place() })
    }
    self.others = others
    self.random = random
  }

  mutating func places(_ count: Int) -> [Place] {
    let ys = layout.crossAisles
    return (0..<count).map { _ in
      let block = random.number(in: 0...ys.count - 2)
      let slots = (ys[block + 1] - ys[block]) / 1000
      return .aisle(
        random.number(in: 0...layout.aisles.count - 1),
        y: ys[block] + 1000 * random.number(in: 1...slots - 1))
    }
  }

  func shortest(
    _ stops: [Place], from: Place? = nil, to: Place? = nil, on layout: AisleLayout? = nil
  ) throws -> Int {
    try ExactTourSolver().solve(
      TourRequest(
        layout: layout ?? self.layout, start: from ?? depot, end: to ?? depot, stops: stops)
    ).length
  }
}
