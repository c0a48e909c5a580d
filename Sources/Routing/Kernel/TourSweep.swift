/// The dynamic program: from the first aisle to the last, for every frontier class the shortest
/// beginning of a tour.
///
/// Ratliff & Rosenthal 1983 generalized to any number of cross-aisles and to any start and end.
/// A state is a layer, the sum of the `Ends` placed so far, and a class that is possible in it.
/// The vector of least lengths is one run of whole numbers: layer none (even classes), start (one
/// odd component), end (the same), both (even, then two odd). A round has the first only.
///
/// Each aisle takes a step for each junction that needs something and for each block, from one
/// vector to the next; the last one is then closed in place, where vertices lead on nowhere, and
/// written to the vector of the next aisle with the cross-aisles walked in between added: a vertex
/// of odd degree is led on once, an even one twice. The invariant after each step: an entry is the
/// least length of the pieces chosen so far that leave its class.
///
/// To find the choices (`trace`) all vectors are kept, or, where that takes too much memory, those
/// between aisles; an aisle is then swept once more when the trace comes to it.
///
/// - Complexity: O(aisles * cross-aisles * classes).
final class TourSweep {
  static let never = CellCosts.never

  let program: SweepProgram
  let vertexCount: Int
  let blockCount: Int
  let isOpen: Bool
  /// Where in a vector the layers begin, and the classes with two odd components in the last one.
  let startBase: Int
  let endBase: Int
  let bothBase: Int
  let twoBase: Int
  /// The length of a vector.
  let width: Int

  /// The vectors before each aisle.
  @exclusivity(unchecked) var inputs = FlatBuffer<Int>()
  /// The vectors after the steps of an aisle, or of all aisles.
  @exclusivity(unchecked) var steps = FlatBuffer<Int>()
  /// For each aisle the layers that can be in use before it, a bit each.
  @exclusivity(unchecked) var alive = FlatBuffer<UInt8>()
  /// The number of each aisle's first step, and that of all steps.
  @exclusivity(unchecked) var firstStep = FlatBuffer<Int>()
  /// The layers in use before each step.
  @exclusivity(unchecked) var aliveAtSteps = FlatBuffer<UInt8>()
  /// The costs of the block being dealt with.
  let costs = FlatBuffer<Int>(capacity: MoveCosts.count)
  @exclusivity(unchecked) var keeping = Keeping.nothing

  /// Which vectors are kept.
  enum Keeping {
    case nothing, aisles, all
  }

  /// More whole numbers than this are not kept for a trace (32 MB).
  @exclusivity(unchecked) var mostKept = 1 << 22

  init(vertexCount: Int, open: Bool) {
    program = .program(vertexCount: vertexCount, open: open)
    self.vertexCount = vertexCount
    blockCount = vertexCount - 1
    isOpen = open
    startBase = program.even.pointee.count
    endBase = startBase + program.one.pointee.count
    bothBase = endBase + program.one.pointee.count
    twoBase = bothBase + program.even.pointee.count
    width = open ? twoBase + program.two.pointee.count : program.even.pointee.count
  }

  deinit {
    inputs.free()
    steps.free()
    alive.free()
    firstStep.free()
    aliveAtSteps.free()
    costs.free()
  }

  /// The index of the complete tour.
  var doneIndex: Int { (isOpen ? bothBase : 0) + program.table.done }

  /// The length of the shortest tour that touches a junction; `never` or more where there is none.
  ///
  /// - Parameter tracing: whether `trace` will be asked what the tour consists of.
  func length(_ input: SweepInput, tracing: Bool) -> Int {
    if vertexCount == 2, !isOpen, !tracing { return OneBlockRound.length(input) }
    let count = input.aisleCount
    firstStep.reserve(count + 1)
    firstStep[0] = 0
    var mostSteps = 0
    for aisle in 0..<count {
      let stepCount =
        blockCount + input.required[aisle].nonzeroBitCount
        + (input.ends?.junctions[aisle].nonzeroBitCount ?? 0)
      firstStep[aisle + 1] = firstStep[aisle] + stepCount
      mostSteps = max(mostSteps, stepCount)
    }
    let stepCount = firstStep[count]
    keeping = !tracing ? .nothing : stepCount * width <= mostKept ? .all : .aisles
    inputs.reserve((tracing ? count + 1 : 2) * width)
    switch keeping {
    case .nothing: steps.reserve(2 * width)
    case .aisles: steps.reserve(mostSteps * width)
    case .all: steps.reserve(stepCount * width)
    }
    alive.reserve(count + 1)
    aliveAtSteps.reserve(stepCount)
    let first = inputs.start
    for index in 0..<program.even.pointee.count { first[index] = Self.never }
    first[program.table.untouched] = 0
    alive[0] = 1
    var last = first
    for aisle in 0..<count { last = sweep(aisle, input) }
    return last[doneIndex]
  }

  @inline(__always)
  func inputVector(_ aisle: Int) -> UnsafeMutablePointer<Int> {
    inputs.start + (keeping == .nothing ? aisle & 1 : aisle) * width
  }

  @inline(__always)
  func stepVector(_ aisle: Int, _ step: Int) -> UnsafeMutablePointer<Int> {
    switch keeping {
    case .nothing: steps.start + (step & 1) * width
    case .aisles: steps.start + step * width
    case .all: steps.start + (firstStep[aisle] + step) * width
    }
  }

  /// Deals with one aisle: gives the closed vector after its last step, and, unless it is the last
  /// one, writes the vector before the next aisle.
  @discardableResult
  func sweep(_ aisle: Int, _ input: SweepInput) -> UnsafeMutablePointer<Int> {
    var current = inputVector(aisle)
    var step = 0
    var alive = Int(self.alive[aisle])
    if let ends = input.ends, ends.junctions[aisle] != 0 {
      for vertex in 0..<vertexCount where ends.junctions[aisle] >> UInt8(vertex) & 1 == 1 {
        let next = stepVector(aisle, step)
        aliveAtSteps[firstStep[aisle] + step] = UInt8(alive)
        alive = pass(ends, aisle, vertex, alive, from: current, to: next)
        current = next
        step += 1
      }
    }
    if input.required[aisle] != 0 {
      for vertex in 0..<vertexCount where input.required[aisle] >> UInt8(vertex) & 1 == 1 {
        let next = stepVector(aisle, step)
        aliveAtSteps[firstStep[aisle] + step] = UInt8(alive)
        pass(vertex, alive, from: current, to: next)
        current = next
        step += 1
      }
    }
    if vertexCount == 2 { return finishOneBlock(aisle, input, step, alive, from: current) }
    for block in 0..<blockCount {
      let next = stepVector(aisle, step)
      aliveAtSteps[firstStep[aisle] + step] = UInt8(alive)
      let cell = aisle * blockCount + block
      pass(input.cells[cell], block, input.needsTwice, alive, from: current, to: next)
      if let ends = input.ends, ends.rowNumbers[cell] >= 0 {
        alive = pass(ends, ends.row(cell), block, alive, from: current, to: next)
      }
      current = next
      step += 1
    }
    if let ends = input.ends { alive &= ends.layersAlive(after: aisle) }
    forEachPiece(alive) { group, base in leave(group, current + base) }
    self.alive[aisle + 1] = UInt8(alive)
    guard aisle + 1 < input.aisleCount else {
      if alive >> (isOpen ? Ends.both : Ends.none) & 1 == 0 { current[doneIndex] = Self.never }
      return current
    }
    let next = inputVector(aisle + 1)
    let closed = Int(input.closed?[aisle] ?? 0)
    forEachPiece(alive) { group, base in
      advance(group, input.widths[aisle], closed, from: current + base, to: next + base)
    }
    return current
  }

  /// Calls the body with the classes of each layer in use and where in a vector they stand.
  @inline(__always)
  func forEachPiece(_ alive: Int, _ body: (SweepProgram.Group, Int) -> Void) {
    if alive & 1 << Ends.none != 0 { body(program.even, 0) }
    guard isOpen else { return }
    if alive & 1 << Ends.start != 0 { body(program.one, startBase) }
    if alive & 1 << Ends.end != 0 { body(program.one, endBase) }
    if alive & 1 << Ends.both != 0 {
      body(program.even, bothBase)
      body(program.two, twoBase)
    }
  }
}
