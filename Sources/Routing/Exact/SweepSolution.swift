/// What the sweep chose: how often every piece of the grid is walked.
struct SweepSolution {
  /// The plan of one block of one aisle.
  struct Block {
    let column: Int
    let block: Int
    let plan: BlockPlan
  }

  /// How often the piece of a cross-aisle from one aisle to the next is walked.
  struct Crossing {
    let column: Int
    let crossAisle: Int
    let walks: Int
  }

  let length: Int
  /// Indices of the chosen start and end; nil where the walk is a round.
  var start: Int?
  var end: Int?
  var blocks: [Block] = []
  var crossings: [Crossing] = []

  init(length: Int) { self.length = length }
}
