import Warehouse

extension SiteImport {
  /// The stretches with rules, now that aisles and cross-aisles are known.
  mutating func readSegments(_ problems: inout ImportProblems) -> [FloorLayout.Segment] {
    var segments: [FloorLayout.Segment] = []
    for record in stretches {
      guard let segment = segment(record, &problems) else { continue }
      let clash = segments.contains { other in
        other.lane == segment.lane && other.from < segment.to && segment.from < other.to
      }
      if clash {
        let expected = Expectation(
          en: "a stretch that no other segment crosses", zh: "不与其他路段重叠")
        record.report(expected: expected, &problems)
      } else {
        segments.append(segment)
      }
    }
    stretches = []
    return segments
  }

  private func segment(
    _ record: Record, _ problems: inout ImportProblems
  ) -> FloorLayout.Segment? {
    if record.has(SiteColumn.crossAisle) { return crossAisleSegment(record, &problems) }
    let aisle = aisleIndex(SiteColumn.aisle, of: record, &problems)
    let first = crossAisles.first ?? Self.reach.lowerBound
    let last = crossAisles.last ?? Self.reach.upperBound
    let from = record.integer(SiteColumn.from, in: first...last, &problems)
    let to = record.integer(SiteColumn.to, in: (from ?? first)...last, &problems)
    let rule = record.choice(
      SiteColumn.rule,
      of: [
        "closed": FloorLayout.Segment.Rule.closed, "up": .up, "down": .down, "noTurn": .noTurn,
        "封闭": .closed, "只进": .up, "只出": .down, "禁止掉头": .noTurn,
      ], &problems)
    guard let aisle, let from, let to, let rule,
      isStretch(from, to, record, &problems)
    else { return nil }
    return FloorLayout.Segment(lane: .aisle(aisle), from: from, to: to, rule: rule)
  }

  private func crossAisleSegment(
    _ record: Record, _ problems: inout ImportProblems
  ) -> FloorLayout.Segment? {
    let y = record.integer(SiteColumn.crossAisle, in: Self.reach, &problems)
    let lane = y.flatMap { crossAisles.firstIndex(of: $0) }
    if y != nil, lane == nil {
      let expected = Expectation(en: "the y of a cross-aisle of this site", zh: "本仓横通道的纵坐标")
      record.report(SiteColumn.crossAisle, expected: expected, &problems)
    }
    let from = aisleIndex(SiteColumn.from, of: record, &problems)
    let to = aisleIndex(SiteColumn.to, of: record, &problems)
    let rule = record.choice(
      SiteColumn.rule,
      of: [
        "closed": FloorLayout.Segment.Rule.closed, "right": .right, "left": .left, "封闭": .closed,
        "只向右": .right, "只向左": .left,
      ], &problems)
    guard let lane, let from, let to, let rule, isStretch(from, to, record, &problems) else {
      return nil
    }
    return FloorLayout.Segment(lane: .crossAisle(lane), from: from, to: to, rule: rule)
  }

  private func isStretch(
    _ from: Int, _ to: Int, _ record: Record, _ problems: inout ImportProblems
  ) -> Bool {
    if from < to { return true }
    let expected = Expectation(en: "an end behind the beginning", zh: "止点在起点之后")
    record.report(SiteColumn.to, expected: expected, &problems)
    return false
  }

  /// The place of an aisle in the layout by its code.
  func aisleIndex(
    _ name: FieldName, of record: Record, _ problems: inout ImportProblems
  ) -> Int? {
    guard let code = record.code(name, maxLength: 8, &problems) else { return nil }
    if let index = aisleIndices[code] { return index }
    let expected = Expectation(en: "an aisle of this site", zh: "本仓的巷道")
    record.report(name, expected: expected, &problems)
    return nil
  }
}
