/// The dynamic program: from the first aisle to the last, for every frontier class the shortest
/// beginning of a tour.
///
/// Each aisle takes a step for every junction that needs something, one for every block, and one
/// for every cross-aisle over which the line moves on. A vertex of odd degree must be led on once;
/// an even one is led on twice or left. There are up to four layers, by the ends of the walk that
/// were placed (`Ends`). The invariant after each step: `cost[layer * classCount + class]` is the
/// least length of edges chosen so far that leave this class.
///
/// The costs before each aisle are kept. To find the choices, an aisle is swept again from there
/// with its steps recorded, so that memory is needed for the records of one aisle only.
///
/// - Complexity: O(aisles * cross-aisles * classes) for each sweep.
struct Sweep {
  /// More than any length, and far from overflow.
  static let never = Int.max / 4

  let problem: TourProblem
  let table: FrontierTable
  private let layerCount: Int
  /// The classes each layer can be in.
  private let layers: [[Range<Int>]]
  private var cost: [Int]
  private var next: [Int]
  private var before: [[Int]] = []
  private var record: SweepRecord?

  init(_ problem: TourProblem) {
    self.problem = problem
    table = .table(vertexCount: problem.layout.crossAisles.count, open: !problem.isClosed)
    layerCount = problem.isClosed ? 1 : 4
    layers = [[table.even], [table.oneOdd], [table.oneOdd], [table.even, table.twoOdd]]
    cost = [Int](repeating: Self.never, count: layerCount * table.classCount)
    next = cost
  }

  /// The shortest tour's length and choices, nil where no tour touches a junction.
  mutating func solve() -> SweepSolution? {
    cost[table.untouched] = 0
    for column in problem.columns.indices {
      before.append(cost)
      sweep(column)
    }
    let final = (layerCount - 1) * table.classCount + table.done
    let length = cost[final]
    guard length < Self.never else { return nil }
    var solution = SweepSolution(length: length)
    var state = final
    for column in problem.columns.indices.reversed() {
      cost = before[column]
      record = SweepRecord(width: cost.count)
      sweep(column)
      if let record { state = record.choices(to: state, of: problem, column, into: &solution) }
    }
    return solution
  }

  private mutating func sweep(_ number: Int) {
    let column = problem.columns[number]
    for (vertex, junction) in column.junctions.enumerated() {
      pass(junction, vertex)
    }
    for (block, plans) in column.blocks.enumerated() { pass(plans, block) }
    drop(missing: column.placed)
    let aisle = problem.aisles.lowerBound + number
    let xs = problem.layout.aisles
    let width = aisle < problem.aisles.upperBound ? xs[aisle + 1] - xs[aisle] : nil
    for vertex in column.junctions.indices { advance(vertex, width) }
  }

  /// Forgets beginnings without an end of the walk that no later aisle can place.
  private mutating func drop(missing placed: Int) {
    for layer in 0..<layerCount where layer & placed != placed {
      for numbers in layers[layer] {
        for number in numbers { cost[layer * table.classCount + number] = Self.never }
      }
    }
  }

  private mutating func pass(_ junction: TourProblem.Junction, _ vertex: Int) {
    guard junction.isRequired || junction.start != nil || junction.end != nil else { return }
    begin(.junction(vertex))
    let base = vertex * table.classCount
    let startCost = junction.start.map { problem.starts[$0].length }
    let endCost = junction.end.map { problem.ends[$0].length }
    forEachState { sweep, layer, number, cost in
      let table = sweep.table
      var here = number
      if junction.isRequired { here = Int(table.touch[base + number]) }
      guard here >= 0 else { return }
      let state = layer * table.classCount + number
      sweep.relax(from: state, to: layer, here, cost, choice: Ends.none)
      let startable = layer & Ends.start == 0 ? startCost : nil
      let endable = layer & Ends.end == 0 ? endCost : nil
      let flipped = Int(table.flip[base + here])
      if let startable {
        sweep.relax(
          from: state, to: layer | Ends.start, flipped, cost + startable, choice: Ends.start)
      }
      if let endable {
        sweep.relax(from: state, to: layer | Ends.end, flipped, cost + endable, choice: Ends.end)
      }
      if let startable, let endable {
        sweep.relax(
          from: state, to: layer | Ends.both, Int(table.touch[base + here]),
          cost + startable + endable, choice: Ends.both)
      }
    }
    finish()
  }

  private mutating func pass(_ plans: [BlockPlan], _ block: Int) {
    begin(.block(block))
    forEachState { sweep, layer, number, cost in
      let state = layer * sweep.table.classCount + number
      for (choice, plan) in plans.enumerated() where layer & plan.ends == 0 {
        let reached = sweep.table.applying(plan.outcome, block, to: number)
        sweep.relax(
          from: state, to: layer | plan.ends, reached, cost + plan.cost, choice: choice)
      }
    }
    finish()
  }

  /// Moves the line past a vertex; without a width there is nowhere to lead on to.
  private mutating func advance(_ vertex: Int, _ width: Int?) {
    begin(.crossAisle(vertex))
    let base = vertex * table.classCount
    forEachState { sweep, layer, number, cost in
      let table = sweep.table
      let state = layer * table.classCount + number
      sweep.relax(from: state, to: layer, Int(table.leave[base + number]), cost, choice: 0)
      guard let width, table.touched[number] >> UInt8(vertex) & 1 == 1 else { return }
      let times = table.odd[number] >> UInt8(vertex) & 1 == 1 ? 1 : 2
      sweep.relax(from: state, to: layer, number, cost + times * width, choice: times)
    }
    finish()
  }

  private mutating func begin(_ step: SweepRecord.Step) {
    for state in next.indices { next[state] = Self.never }
    record?.begin(step)
  }

  private mutating func finish() { swap(&cost, &next) }

  private mutating func forEachState(
    _ body: (inout Sweep, _ layer: Int, _ number: Int, _ cost: Int) -> Void
  ) {
    for layer in 0..<layerCount {
      let base = layer * table.classCount
      for numbers in layers[layer] {
        for number in numbers where cost[base + number] < Self.never {
          body(&self, layer, number, cost[base + number])
        }
      }
    }
  }

  @inline(__always)
  private mutating func relax(
    from state: Int, to layer: Int, _ number: Int, _ cost: Int, choice: Int
  ) {
    guard number >= 0 else { return }
    let reached = layer * table.classCount + number
    guard cost < next[reached] else { return }
    next[reached] = cost
    record?.note(reached, from: state, choice: choice)
  }
}
