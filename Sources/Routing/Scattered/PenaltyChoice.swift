/// Which of the bins at hand to take an article from so that penalties are least.
///
/// A covering knapsack, solved by its Pareto front: for each number of pieces the least penalty
/// (Nemhauser & Ullmann 1969). Bins without a penalty are taken first.
enum PenaltyChoice {
  /// More states than any pick list needs; beyond, the choice is given up.
  private static let mostStates = 20_000

  enum Outcome {
    case none
    case tooHard
    case found(entries: [Int], penalty: Int)
  }

  private struct State {
    var quantity: Int
    var penalty: Int
    var entry: Int
    var parent: Int
  }

  /// The entries to take `need` pieces from.
  static func choose(_ entries: [Int], need: Int, quantity: (Int) -> Int, penalty: (Int) -> Int)
    -> Outcome
  {
    guard need > 0 else { return .found(entries: [], penalty: 0) }
    guard entries.reduce(0, { $0 + quantity($1) }) >= need else { return .none }
    var taken: [Int] = []
    var open = need
    for entry in entries.filter({ penalty($0) == 0 }).sorted(by: {
      quantity($0) != quantity($1) ? quantity($0) > quantity($1) : $0 < $1
    }) where open > 0 {
      taken.append(entry)
      open -= quantity(entry)
    }
    guard open > 0 else { return .found(entries: taken, penalty: 0) }
    // All states ever made; `front` holds those not dominated, by ascending quantity.
    var states = [State(quantity: 0, penalty: 0, entry: -1, parent: -1)]
    var front = [0]
    for entry in entries where penalty(entry) > 0 {
      var merged = front
      for state in front where states[state].quantity < open {
        states.append(
          State(
            quantity: min(open, states[state].quantity + quantity(entry)),
            penalty: states[state].penalty + penalty(entry), entry: entry, parent: state))
        merged.append(states.count - 1)
      }
      guard states.count <= mostStates else { return .tooHard }
      merged.sort {
        let (a, b) = (states[$0], states[$1])
        if a.quantity != b.quantity { return a.quantity > b.quantity }
        return a.penalty != b.penalty ? a.penalty < b.penalty : $0 < $1
      }
      front = []
      for state in merged
      where front.isEmpty
        || states[state].penalty < states[front[front.count - 1]].penalty
      {
        front.append(state)
      }
      front.reverse()
    }
    guard let last = front.last, states[last].quantity >= open else { return .none }
    var state = last
    while states[state].parent >= 0 {
      taken.append(states[state].entry)
      state = states[state].parent
    }
    return .found(entries: taken.sorted(), penalty: states[last].penalty)
  }
}
