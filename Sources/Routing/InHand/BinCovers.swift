/// The ways to find missing articles in other bins, the promising ones first.
///
/// A cover of an article is a set of bins that together hold enough, and no longer do without one of
/// them. How promising it is, is guessed by the detour of each bin from a walk without them.
struct BinCovers {
  /// One choice of bins for all articles.
  struct Choice {
    var bins: [BinPick] = []
    var detour = 0
  }

  /// More bins of an article are not all combined.
  private static let mostBins = 8

  private(set) var choices: [Choice] = [Choice()]
  /// Whether every way is among the choices.
  private(set) var isComplete = true

  /// - Parameters:
  ///   - most: how many choices to keep.
  ///   - detour: the guessed detour of a bin.
  init(_ missing: [MissingArticle], most: Int, detour: (MissingArticle.Bin) -> Int) {
    for (article, wanted) in missing.enumerated() {
      let covers = covers(of: wanted, detour)
      var next: [Choice] = []
      for choice in choices {
        for cover in covers {
          next.append(
            Choice(
              bins: choice.bins + cover.bins.map { BinPick(article: article, bin: $0) },
              detour: choice.detour + cover.detour))
        }
      }
      let order = next.indices.sorted {
        next[$0].detour != next[$1].detour ? next[$0].detour < next[$1].detour : $0 < $1
      }
      if next.count > most { isComplete = false }
      choices = order.prefix(most).map { next[$0] }
    }
  }

  private mutating func covers(
    of wanted: MissingArticle, _ detour: (MissingArticle.Bin) -> Int
  ) -> [(bins: [Int], detour: Int)] {
    let detours = wanted.bins.map(detour)
    var bins = wanted.bins.indices.filter { wanted.bins[$0].quantity > 0 }
      .sorted { detours[$0] != detours[$1] ? detours[$0] < detours[$1] : $0 < $1 }
    if bins.count > Self.mostBins {
      isComplete = false
      let near = bins.prefix(Self.mostBins)
      var held = near.reduce(0) { $0 + wanted.bins[$1].quantity }
      var kept = Array(near)
      // What the near ones lack comes from the largest others.
      let others = bins.dropFirst(Self.mostBins).sorted {
        let (a, b) = (wanted.bins[$0].quantity, wanted.bins[$1].quantity)
        return a != b ? a > b : $0 < $1
      }
      for bin in others where held < wanted.quantity {
        held += wanted.bins[bin].quantity
        kept.append(bin)
      }
      bins = kept
    }
    guard bins.count <= 12 else { return [(bins, bins.reduce(0) { $0 + detours[$1] })] }
    var covers: [(bins: [Int], detour: Int)] = []
    for set in 1..<(1 << bins.count) {
      let cover = bins.indices.filter { set >> $0 & 1 == 1 }.map { bins[$0] }
      let held = cover.reduce(0) { $0 + wanted.bins[$1].quantity }
      guard held >= wanted.quantity,
        cover.allSatisfy({ held - wanted.bins[$0].quantity < wanted.quantity })
      else { continue }
      covers.append((cover, cover.reduce(0) { $0 + detours[$1] }))
    }
    return covers
  }
}
