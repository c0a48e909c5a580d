import Flows

/// The body of a screen as blocks.
struct BodyBlocks {
  let screen: Screen
  let entry: Entry
  let language: Language
  let columns: Int
  var leavesOutGauges = false
  /// Where words at the right of a fact start, on a board; nil puts them at the right edge.
  var tab: Int?

  var blocks: [Block] {
    var result: [Block] = []
    for (index, part) in screen.body.enumerated() {
      switch part {
      case .gap: result.append(.gap(order: DropOrder.gap + 1))
      case .fact(let fact):
        result.append(block(fact, isHeadline: index == headline, isTop: index == top))
      case .table(let table):
        result.append(
          TableBlock(table, entry: entry, language: language, columns: columns).block)
      case .gauge(let gauges):
        guard !leavesOutGauges else { continue }
        var block = GaugeBlock(gauges, language: language, columns: columns).block
        block.isCoverable = true
        result.append(block)
      }
    }
    return result
  }

  /// The place of the headline in the body.
  private var headline: Int? {
    screen.body.firstIndex { part in
      if case .fact(let fact) = part { fact.weight == .headline } else { false }
    }
  }

  /// The place of the most important fact beside the headline.
  private var top: Int? {
    let ranks = screen.body.enumerated().compactMap { index, part -> (Int, Int)? in
      guard case .fact(let fact) = part, index != headline else { return nil }
      return (fact.rank, index)
    }
    return ranks.min { $0 < $1 }?.1
  }

  private func block(_ fact: Fact, isHeadline: Bool, isTop: Bool) -> Block {
    let lines = FactLines(fact, language: language, columns: columns, tab: tab)
    let drop: Int? =
      switch fact.rank {
      case ...0: isHeadline ? nil : DropOrder.kept
      case _ where isTop: DropOrder.topFact
      case 1: DropOrder.primary
      case 2: DropOrder.secondary
      default: DropOrder.fact(rank: fact.rank)
      }
    let wrap =
      switch fact.rank {
      case _ where isHeadline: DropOrder.headlineWrap
      case ...0: DropOrder.keptWrap
      case 1: DropOrder.primaryWrap
      default: DropOrder.secondaryWrap
      }
    var concessions = [Block.Concession(order: min(wrap, drop ?? wrap), rows: 1)]
    if let drop { concessions.append(.init(order: drop, rows: 0)) }
    let rows = max(lines.natural.count, fact.rows ?? 1)
    if rows > lines.natural.count {
      concessions.append(.init(order: DropOrder.gap + 1, rows: lines.natural.count))
    }
    var block = Block(rows: rows, concessions, lines: lines.lines)
    block.isCoverable = fact.rank >= 3 && !isHeadline && !isTop
    return block
  }
}
