/// Which of the equally short rounds is walked.
enum RoundChoice {
  /// The one the solver gives.
  case given
  /// The one that bears a mix of faults best, told before the walk.
  case chosen
  /// The one that turns out best: what choosing a round could bring at most.
  case best
}
