/// The cheapest way to deal with one block of one aisle for an outcome and a set of placed ends.
struct BlockPlan {
  let outcome: BlockOutcome
  /// Which of the walk's ends lie in this block: a sum of `Ends`.
  let ends: Int
  /// The length walked inside the block, links included.
  let cost: Int
  /// Index of the start among the problem's starts, where it lies here.
  let start: Int?
  /// Index of the end among the problem's ends, where it lies here.
  let end: Int?
  /// The points to be visited inside the block, ascending.
  let points: [Int]
  /// How often each gap is walked, from the junction below to the one above; one more than points.
  let walks: [Int]
}
