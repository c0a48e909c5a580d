extension TourKernel {
  /// The shortest walk within the aisle in which all stops lie, nil where the walk can neither
  /// start nor end there; with rules in the aisle, the shortest that touches no junction.
  ///
  /// The sweep sees only tours that touch a junction; this one needs none. Where the walk can start
  /// and end in that aisle only, no tour is shorter: pushed sideways into the aisle, it only shrinks.
  ///
  /// - Complexity: O(starts * ends).
  func oneAisleWalk(_ aisle: Int) -> OneAisleWalk? {
    let lowest = stops.points[0].y
    let highest = stops.points[stops.count - 1].y
    var best: OneAisleWalk?
    func offer(_ start: Int, _ end: Int, _ to: Int, _ link: Int) {
      let from = starts[start].point.y
      if !rules.isEmpty {
        guard let walk = ruledWalk(aisle, from, lowest, highest, to) else { return }
        let length =
          starts[start].length + abs(walk.first - from) + abs(walk.last - walk.first)
          + abs(to - walk.last) + link
        if let best, best.length <= length { return }
        best = OneAisleWalk(
          aisle: aisle, start: start, end: end, from: from, first: walk.first, last: walk.last,
          to: to, length: length)
        return
      }
      let low = min(lowest, from, to)
      let high = max(highest, from, to)
      let (first, last) = from <= to ? (low, high) : (high, low)
      let length =
        starts[start].length + abs(first - from) + abs(last - first) + abs(to - last) + link
      if let best, best.length <= length { return }
      best = OneAisleWalk(
        aisle: aisle, start: start, end: end, from: from, first: first, last: last, to: to,
        length: length)
    }
    for start in starts.indices where starts[start].point.aisle == aisle {
      if ends.isEmpty {
        offer(start, -1, lowest, 0)
        offer(start, -1, highest, 0)
      }
      for end in ends.indices where ends[end].point.aisle == aisle {
        offer(start, end, ends[end].point.y, ends[end].length)
      }
    }
    return best
  }

  /// The turns of the shortest walk between two junctions, nil where there is none.
  ///
  /// Every turn lies at an end of the walk, or at or behind an outermost stop or end; more than two
  /// are never needed.
  private func ruledWalk(
    _ aisle: Int, _ from: Int, _ lowest: Int, _ highest: Int, _ to: Int
  ) -> (first: Int, last: Int)? {
    let low = min(lowest, from, to)
    let high = max(highest, from, to)
    guard let block = (0..<blockCount).first(where: { ys[$0] <= low && high <= ys[$0 + 1] }) else {
      return nil
    }
    let rule =
      rules[aisle * blockCount + block]
      ?? BlockRule(low: ys[block], high: ys[block + 1], closed: [], noTurn: [])
    guard let open = rule.open(around: from), open.from <= low, high <= open.to else { return nil }
    let turns = [from, to, lowest, highest].flatMap {
      [$0, rule.turn(below: $0), rule.turn(above: $0)]
    }.filter { open.from <= $0 && $0 <= open.to }
    var best: (first: Int, last: Int, length: Int)?
    for first in turns {
      for last in turns {
        let length = abs(first - from) + abs(last - first) + abs(to - last)
        guard min(first, last, from, to) <= lowest, max(first, last, from, to) >= highest,
          length < best?.length ?? .max
        else { continue }
        let ways = [from, first, last, to]
        var way = 0
        var mayWalk = true
        for (a, b) in zip(ways, ways.dropFirst()) where a != b {
          if way * (b - a).signum() < 0, !rule.mayTurn(at: a) { mayWalk = false }
          way = (b - a).signum()
        }
        if mayWalk { best = (first, last, length) }
      }
    }
    return best.map { ($0.first, $0.last) }
  }
}
