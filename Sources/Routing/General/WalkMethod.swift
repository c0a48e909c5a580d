/// How a walk was found.
public enum WalkMethod: String, Hashable, Sendable, CaseIterable {
  /// The dynamic program over the aisles: exact.
  case aisleProgram = "aisle-dp"
  /// The dynamic program over sets of stops: exact.
  case subsetProgram = "subset-dp"
  /// Local search, proven by branch and bound.
  case branchAndBound = "branch-and-bound"
  /// Local search with a lower bound.
  case search = "search"
}
