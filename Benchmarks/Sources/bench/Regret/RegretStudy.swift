import Routing
import Simulation

/// What it costs not to have known: walks planned anew after a fault against the shortest with the
/// fault known from the start.
struct RegretStudy {
  let seed: UInt64
  let choice: RoundChoice

  func sample(_ number: Int, _ fault: Fault) throws -> RegretSample {
    var list = try RegretCase(number, fault, seed: seed)
    let request = try TourRequest(
      layout: list.layout, start: list.depot, end: list.depot, stops: list.stops)
    let rounds = try WayRound.rounds(request)
    let given = rounds[0]
    let index = list.random.number(in: 0...given.order.count - 1)
    switch choice {
    case .given: return try sample(&list, given, index, fault, stop: given.order[index])
    case .chosen:
      return try sample(
        &list, wayRound(list).tour(request), index, fault, stop: given.order[index])
    case .best:
      return try rounds.map { tour in
        var same = list
        return try sample(&same, tour, index, fault, stop: given.order[index])
      }.min { $0.regret < $1.regret } ?? sample(&list, given, index, fault, stop: 0)
    }
  }

  /// A line that is short or skipped is the same one on every round; other faults come after as many.
  private func sample(
    _ list: inout RegretCase, _ tour: Tour, _ index: Int, _ fault: Fault, stop: Int
  ) throws -> RegretSample {
    let isAtStop = fault == .shortElsewhere || fault == .shortNowhere || fault == .skip
    let index = isAtStop ? tour.order.firstIndex(of: stop) ?? index : index
    return try sample(&list, tour, index, fault)
  }

  private func sample(
    _ list: inout RegretCase, _ tour: Tour, _ index: Int, _ fault: Fault
  ) throws -> RegretSample {
    switch fault {
    case .shortElsewhere, .shortNowhere:
      return try short(&list, tour, index, isElsewhere: fault == .shortElsewhere)
    case .skip: return try skip(&list, tour, index)
    case .stray: return try stray(&list, tour, min(index, tour.order.count - 3))
    case .blocked: return try blocked(&list, tour)
    case .fullTote: return try fullTote(&list, tour, index)
    case .urgent: return try urgent(&list, tour, index)
    }
  }

  /// What may be known before the walk: other bins, places to empty at; new lines are guessed.
  private func wayRound(_ list: RegretCase) -> WayRound {
    var guesses = list
    guesses.random = SeededGenerator(seed: 99)
    return WayRound(
      elsewhere: list.others, surprises: (0..<4).map { _ in guesses.places(3) },
      emptyAt: drops(list))
  }

  private func drops(_ list: RegretCase) -> [Place] {
    [list.depot, .aisle(0, y: 0), .aisle(list.layout.aisles.count - 1, y: 0)]
  }

  /// Plans anew, with the time it takes.
  private func replan(
    _ list: RegretCase, from here: Place, _ stops: [Place], layout: AisleLayout? = nil,
    missing: [MissingArticle] = [], later: Set<Int> = [], emptyAt: [Place] = []
  ) throws -> (walk: ReplannedWalk, time: Int64) {
    let begin = Clock.processor
    let request = try ReplanRequest(
      layout: layout ?? list.layout, here: here, stops: stops.map { SequencedStop($0) },
      drops: [list.depot], missing: missing, later: later, emptyAt: emptyAt)
    let walk = try Replanner().solve(request)
    let time = Clock.processor - begin
    let violations = walk.violations(of: request)
    guard violations.isEmpty else { throw Trouble(violations.joined(separator: "; ")) }
    return (walk, time)
  }

  private func sample(
    _ list: RegretCase, _ walked: Int, _ found: (walk: ReplannedWalk, time: Int64), _ hindsight: Int
  ) -> RegretSample {
    RegretSample(
      walked: walked + found.walk.length, hindsight: hindsight, time: found.time,
      blocks: list.layout.crossAisles.count - 1, isProven: found.walk.proven)
  }

  /// Hindsight: one does not go to the empty bin at all, but to the best other one, if any.
  private func short(
    _ list: inout RegretCase, _ tour: Tour, _ index: Int, isElsewhere: Bool
  ) throws -> RegretSample {
    let stop = tour.order[index]
    let rest = tour.order[(index + 1)...].map { list.stops[$0] }
    let others = isElsewhere ? list.others[stop] : []
    let found = try replan(
      list, from: list.stops[stop], rest,
      missing: isElsewhere
        ? [MissingArticle(quantity: 1, bins: others.map { .init($0, quantity: 1) })] : [])
    let kept = list.stops.indices.filter { $0 != stop }.map { list.stops[$0] }
    let hindsight =
      isElsewhere
      ? try others.map { try list.shortest(kept + [$0]) }.min() ?? 0 : try list.shortest(kept)
    return sample(list, tour.stopOffsets[index], found, hindsight)
  }

  /// Hindsight: one comes to the line when it is free, on the shortest walk by all lines.
  private func skip(
    _ list: inout RegretCase, _ tour: Tour, _ index: Int
  ) throws -> RegretSample {
    let left = tour.order[index...].map { list.stops[$0] }
    let found = try replan(list, from: left[0], left, later: [0])
    return sample(list, tour.stopOffsets[index], found, tour.length)
  }

  /// Hindsight: the shortest walk in which the person goes from that line to the stray one: cut
  /// there, it is a walk from the stray one to that line by all others and by the depot.
  private func stray(
    _ list: inout RegretCase, _ tour: Tour, _ index: Int
  ) throws -> RegretSample {
    let here = list.stops[tour.order[index]]
    let strayIndex = list.random.number(in: index + 2...tour.order.count - 1)
    let there = list.stops[tour.order[strayIndex]]
    let leg = try list.layout.distance(here, there)
    let rest = tour.order.indices.filter { $0 > index && $0 != strayIndex }
      .map { list.stops[tour.order[$0]] }
    let found = try replan(list, from: there, rest)
    let others = tour.order.indices.filter { $0 != index && $0 != strayIndex }
      .map { list.stops[tour.order[$0]] }
    let hindsight = leg + (try list.shortest(others + [list.depot], from: there, to: here))
    return sample(list, tour.stopOffsets[index] + leg, found, hindsight)
  }

  /// The blocked stretch is seen where one enters its aisle; lines in it move to other bins.
  ///
  /// Hindsight: the stretch is closed from the start.
  private func blocked(_ list: inout RegretCase, _ tour: Tour) throws -> RegretSample {
    while true {
      guard let closure = closure(&list, tour) else { continue }
      let inside = { (place: Place) -> Bool in
        guard case .aisle(let aisle, let y) = place else { return false }
        return aisle == closure.segment.aisle && closure.segment.from < y && y < closure.segment.to
      }
      let visited = zip(tour.order, tour.stopOffsets).filter { $0.1 <= closure.walked }.map(\.0)
      if visited.contains(where: { inside(list.stops[$0]) }) { continue }
      let layout = try AisleLayout(
        aisles: list.layout.aisles, crossAisles: list.layout.crossAisles,
        aisleSegments: [closure.segment])
      func moved(_ stop: Int) -> Place {
        guard inside(list.stops[stop]) else { return list.stops[stop] }
        return list.others[stop].first { !inside($0) } ?? list.depot
      }
      let rest = tour.order.dropFirst(visited.count).map(moved)
      let found = try replan(list, from: closure.here, rest, layout: layout)
      let hindsight = try list.shortest(list.stops.indices.map(moved), on: layout)
      return sample(list, closure.walked, found, hindsight)
    }
  }

  private func closure(
    _ list: inout RegretCase, _ tour: Tour
  ) -> (segment: AisleSegment, here: Place, walked: Int)? {
    var at = list.random.number(in: 0...tour.length - 1)
    var walked = 0
    for (a, b) in zip(tour.path, tour.path.dropFirst()) {
      let leg = abs(a.x - b.x) + abs(a.y - b.y)
      guard at >= leg else {
        guard a.x == b.x, let aisle = list.layout.aisles.firstIndex(of: a.x) else { return nil }
        let up = b.y > a.y
        let y = up ? a.y + at : a.y - at
        let ys = list.layout.crossAisles
        guard let low = ys.last(where: { $0 <= y }), let high = ys.first(where: { $0 > y }) else {
          return nil
        }
        // One sees it from the cross-aisle, or from where one turned.
        let here = up ? max(low, a.y) : min(high, a.y)
        let from = max(y - 1000, low + 1, up ? here + 1 : 0)
        let to = min(y + 1000, high - 1, up ? .max : here - 1)
        guard from < to else { return nil }
        return (
          AisleSegment(aisle: aisle, from: from, to: to, rule: .closed), .aisle(aisle, y: here),
          walked + abs(here - a.y)
        )
      }
      at -= leg
      walked += leg
    }
    return nil
  }

  /// Hindsight: known from the start are the new lines.
  private func urgent(
    _ list: inout RegretCase, _ tour: Tour, _ index: Int
  ) throws -> RegretSample {
    let new = list.places(list.random.number(in: 2...5))
    let rest = tour.order[(index + 1)...].map { list.stops[$0] }
    let found = try replan(list, from: list.stops[tour.order[index]], rest + new)
    var result = sample(
      list, tour.stopOffsets[index], found, try list.shortest(list.stops + new))
    let picked = tour.order[...index].map { $0 }
    result.released = min(
      try released(list, new, tour, picked.count), result.walked)
    return result
  }

  /// The shortest walk found that picks the new lines only after as many others as were picked when
  /// they came in.
  private func released(
    _ list: RegretCase, _ new: [Place], _ tour: Tour, _ count: Int
  ) throws -> Int {
    let all = list.stops + new
    let whole = try ExactTourSolver().solve(
      TourRequest(layout: list.layout, start: list.depot, end: list.depot, stops: all))
    let forth = whole.order.filter { $0 < list.stops.count }
    func length(_ first: some Sequence<Int>) throws -> Int {
      let chosen = Set(first)
      return try SequencedSolver().solve(
        SequencedRequest(
          layout: list.layout, start: list.depot, ends: [list.depot],
          stops: all.indices.map { SequencedStop(all[$0], rank: chosen.contains($0) ? 0 : 1) })
      ).length
    }
    var best = Int.max
    for order in [forth, tour.order] {
      for begin in stride(from: 0, to: order.count, by: max(1, order.count / 15)) {
        best = min(best, try length((0..<count).map { order[(begin + $0) % order.count] }))
      }
      best = min(best, try length(order.suffix(count)))
    }
    return best
  }

  /// Hindsight: as many lines at most go into the first tote, the best ones; found by search, so
  /// the figure may be a little too good; the walk without a detour bounds it.
  private func fullTote(
    _ list: inout RegretCase, _ tour: Tour, _ index: Int
  ) throws -> RegretSample {
    let index = min(index, tour.order.count - 2)
    let drops = drops(list)
    let rest = tour.order[(index + 1)...].map { list.stops[$0] }
    let found = try replan(list, from: list.stops[tour.order[index]], rest, emptyAt: drops)
    let walked = tour.stopOffsets[index]
    let split = try bestSplit(list, tour, first: index + 1, drops)
    return sample(list, walked, found, min(split, walked + found.walk.length))
  }

  private func bestSplit(
    _ list: RegretCase, _ tour: Tour, first: Int, _ drops: [Place]
  ) throws -> Int {
    let count = tour.order.count
    func length(_ isFirst: [Bool], _ drop: Place) throws -> Int {
      let one = list.stops.indices.filter { isFirst[$0] }.map { list.stops[$0] }
      let two = list.stops.indices.filter { !isFirst[$0] }.map { list.stops[$0] }
      return try list.shortest(one, to: drop) + list.shortest(two, from: drop)
    }
    var best: (isFirst: [Bool], drop: Place, length: Int)?
    for begin in 0..<count {
      var isFirst = [Bool](repeating: false, count: count)
      for place in 0..<first { isFirst[tour.order[(begin + place) % count]] = true }
      for drop in drops {
        let found = try length(isFirst, drop)
        if found < best?.length ?? .max { best = (isFirst, drop, found) }
      }
    }
    guard var best else { return tour.length }
    var isBetter = true
    var tries = 0
    while isBetter, tries < 400 {
      isBetter = false
      let neighbors =
        zip(tour.order, tour.order.dropFirst()) + [(tour.order[count - 1], tour.order[0])]
      for (a, b) in neighbors
      where best.isFirst[a] != best.isFirst[b] {
        let moves =
          [(a, -1), (b, -1)] + tour.order.map({ (a, $0) }) + tour.order.map({ (b, $0) })
        for (one, two) in moves {
          var isFirst = best.isFirst
          if two < 0 {
            isFirst[one].toggle()
          } else {
            guard isFirst[one] != isFirst[two] else { continue }
            isFirst.swapAt(one, two)
          }
          guard isFirst.filter({ $0 }).count <= first else { continue }
          tries += 1
          let found = try length(isFirst, best.drop)
          if found < best.length {
            best = (isFirst, best.drop, found)
            isBetter = true
          }
          if tries >= 400 { return best.length }
        }
      }
    }
    return best.length
  }
}
