/// Which state each state of an aisle's steps came from, and by which choice.
struct SweepRecord {
  /// What a step dealt with, by the number of the vertex or block.
  enum Step {
    case junction(Int)
    case block(Int)
    case crossAisle(Int)
  }

  private let width: Int
  private var steps: [Step] = []
  private var origin: [Int32] = []
  private var choice: [UInt8] = []
  private var base = 0

  init(width: Int) { self.width = width }

  mutating func begin(_ step: Step) {
    base = steps.count * width
    steps.append(step)
    origin.append(contentsOf: repeatElement(-1, count: width))
    choice.append(contentsOf: repeatElement(0, count: width))
  }

  mutating func note(_ state: Int, from: Int, choice: Int) {
    origin[base + state] = Int32(from)
    self.choice[base + state] = UInt8(choice)
  }

  /// Notes the choices that led to a state after the last step, and gives the state before the
  /// first one.
  func choices(
    to state: Int, of problem: TourProblem, _ column: Int, into solution: inout SweepSolution
  ) -> Int {
    var state = state
    for number in steps.indices.reversed() {
      let chosen = Int(choice[number * width + state])
      switch steps[number] {
      case .junction(let vertex):
        let junction = problem.columns[column].junctions[vertex]
        if chosen & Ends.start != 0 { solution.start = junction.start }
        if chosen & Ends.end != 0 { solution.end = junction.end }
      case .block(let block):
        let plan = problem.columns[column].blocks[block][chosen]
        if let start = plan.start { solution.start = start }
        if let end = plan.end { solution.end = end }
        solution.blocks.append(.init(column: column, block: block, plan: plan))
      case .crossAisle(let vertex):
        guard chosen > 0 else { break }
        solution.crossings.append(.init(column: column, crossAisle: vertex, walks: chosen))
      }
      state = Int(origin[number * width + state])
    }
    return state
  }
}
