/// A step of the frontier program made ready for vectors: states that as many moves lead to stand
/// together, so that the loop over the moves of a state is as long for one as for the next.
struct LaneStep {
  typealias Lane = SIMD8<Float>

  /// Where a move comes from, and its price, in bytes from the first.
  private struct Move {
    let from: UInt32
    let price: UInt32
  }

  /// So many states in a row with so many moves each.
  private struct Run {
    let states: Int
    let moves: Int
  }

  private let runs: UnsafeMutableBufferPointer<Run>
  private let states: UnsafeMutableBufferPointer<UInt32>
  private let moves: UnsafeMutableBufferPointer<Move>

  /// The moves of a step; its owner frees them.
  init(_ step: LaneProgram.Step) {
    let stride = UInt32(MemoryLayout<Lane>.stride)
    let count = step.offsets.count - 1
    func degree(_ state: Int) -> Int { Int(step.offsets[state + 1] - step.offsets[state]) }
    let order = (0..<max(0, count)).sorted {
      degree($0) != degree($1) ? degree($0) < degree($1) : $0 < $1
    }
    var runs: [Run] = []
    for state in order {
      let moves = degree(state)
      if let last = runs.last, last.moves == moves {
        runs[runs.count - 1] = Run(states: last.states + 1, moves: moves)
      } else {
        runs.append(Run(states: 1, moves: moves))
      }
    }
    func kept<Value>(_ values: [Value]) -> UnsafeMutableBufferPointer<Value> {
      let buffer = UnsafeMutableBufferPointer<Value>.allocate(capacity: values.count)
      _ = buffer.initialize(from: values)
      return buffer
    }
    self.runs = kept(runs)
    states = kept(order.map { UInt32($0) * stride })
    moves = kept(
      order.flatMap { state in
        (step.offsets[state]..<step.offsets[state + 1]).map { move in
          let packed = step.moves[Int(move)]
          return Move(from: (packed >> 4) * stride, price: (packed & 15) * stride)
        }
      })
  }

  func free() {
    runs.deallocate()
    states.deallocate()
    moves.deallocate()
  }

  /// For each state the least of the costs before and the prices of the moves that lead to it.
  @inline(__always)
  func run(
    from cost: UnsafePointer<Lane>, _ prices: UnsafePointer<Lane>,
    to next: UnsafeMutablePointer<Lane>
  ) {
    guard var state = UnsafePointer(states.baseAddress), let first = moves.baseAddress else {
      return
    }
    var move = UnsafePointer(first)
    let cost = UnsafeRawPointer(cost)
    let prices = UnsafeRawPointer(prices)
    let next = UnsafeMutableRawPointer(next)
    @inline(__always)
    func price(_ move: Move) -> Lane {
      cost.load(fromByteOffset: Int(move.from), as: Lane.self)
        + prices.load(fromByteOffset: Int(move.price), as: Lane.self)
    }
    for run in runs {
      let end = state + run.states
      if run.moves == 0 {
        while state < end {
          next.storeBytes(
            of: Lane(repeating: .infinity), toByteOffset: Int(state.pointee), as: Lane.self)
          state += 1
        }
        continue
      }
      while state < end {
        var least = price(move[0])
        var number = 1
        while number < run.moves {
          let other = price(move[number])
          least = least.replacing(with: other, where: other .< least)
          number &+= 1
        }
        next.storeBytes(of: least, toByteOffset: Int(state.pointee), as: Lane.self)
        move += run.moves
        state += 1
      }
    }
  }
}
