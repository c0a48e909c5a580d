extension AisleLayout {
  /// The rules of each block of each aisle, at [aisle * blocks + block]; nil where nothing is
  /// forbidden.
  var blockRules: [BlockRule?] {
    var rules = [BlockRule?](repeating: nil, count: aisles.count * blockCount)
    for aisle in Set(aisleSegments.map(\.aisle)) {
      for block in 0..<blockCount {
        let (low, high) = (crossAisles[block], crossAisles[block + 1])
        let rule = BlockRule(
          low: low, high: high, closed: stretches(.closed, aisle, low, high),
          noTurn: stretches(.noTurn, aisle, low, high))
        if !rule.closed.isEmpty || !rule.noTurn.isEmpty {
          rules[aisle * blockCount + block] = rule
        }
      }
    }
    return rules
  }

  /// The stretches with a rule between two y, ascending, those that overlap made one.
  private func stretches(
    _ rule: AisleSegment.Rule, _ aisle: Int, _ low: Int, _ high: Int
  ) -> [BlockRule.Stretch] {
    let found = aisleSegments.filter { $0.aisle == aisle && $0.rule == rule }
      .map { BlockRule.Stretch(from: max($0.from, low), to: min($0.to, high)) }
      .filter { $0.from < $0.to }
      .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
    var merged: [BlockRule.Stretch] = []
    for stretch in found {
      if let last = merged.last, stretch.from < last.to {
        merged[merged.count - 1].to = max(last.to, stretch.to)
      } else {
        merged.append(stretch)
      }
    }
    return merged
  }

  /// The cross-aisles closed between each aisle and the next, a bit each.
  ///
  /// For layouts of at most 8 cross-aisles.
  var closedCrossings: [UInt8] {
    var masks = [UInt8](repeating: 0, count: aisles.count)
    for segment in crossAisleSegments where segment.rule == .closed && segment.crossAisle < 8 {
      for aisle in segment.from..<segment.to { masks[aisle] |= 1 << UInt8(segment.crossAisle) }
    }
    return masks
  }

  /// Whether somewhere one may walk in one direction only.
  public var hasOneWay: Bool {
    aisleSegments.contains { $0.rule == .up || $0.rule == .down }
      || crossAisleSegments.contains { $0.rule == .right || $0.rule == .left }
  }

  /// Whether somewhere one may not walk at all.
  var hasClosed: Bool {
    aisleSegments.contains { $0.rule == .closed }
      || crossAisleSegments.contains { $0.rule == .closed }
  }

  /// Whether one may walk along an aisle from one y to another.
  func canWalk(_ aisle: Int, _ from: Int, _ to: Int) -> Bool {
    let (low, high) = (min(from, to), max(from, to))
    return !aisleSegments.contains { segment in
      guard segment.aisle == aisle, segment.from < high, low < segment.to else { return false }
      return switch segment.rule {
      case .closed: true
      case .up: to < from
      case .down: from < to
      case .noTurn: false
      }
    }
  }

  /// Whether one may walk along a cross-aisle from one aisle to another.
  func canCross(_ crossAisle: Int, _ from: Int, _ to: Int) -> Bool {
    let (left, right) = (min(from, to), max(from, to))
    return !crossAisleSegments.contains { segment in
      guard segment.crossAisle == crossAisle, segment.from < right, left < segment.to else {
        return false
      }
      return switch segment.rule {
      case .closed: true
      case .right: to < from
      case .left: from < to
      }
    }
  }
}
