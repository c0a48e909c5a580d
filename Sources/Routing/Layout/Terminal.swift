/// One way for a walk to begin or to finish: a point of the grid, and the link walked beside it.
struct Terminal: Hashable {
  let point: GridPoint
  let link: Link?
  /// Which of the wanted ends this is, nil for a start and where any end will do.
  let end: Int?

  var length: Int { link?.length ?? 0 }

  /// The cheapest way at every point, in the order of the grid; the first named wins a tie.
  static func cheapest(_ terminals: [Terminal]) -> [Terminal] {
    guard terminals.count > 1 else { return terminals }
    let order = terminals.indices.sorted {
      let (a, b) = (terminals[$0], terminals[$1])
      if a.point != b.point { return a.point < b.point }
      return a.length != b.length ? a.length < b.length : $0 < $1
    }
    var kept: [Terminal] = []
    for index in order where kept.last?.point != terminals[index].point {
      kept.append(terminals[index])
    }
    return kept
  }
}
