import Routing

/// How good the answers to some batch problems were.
struct BatchScore {
  struct Answer {
    let plan: BatchPlan
    let wall: Int64
    let processor: Int64
  }

  private var gaps = Figures()
  private var under = Figures()
  private var (best, better, proven) = (0, 0, 0)
  private var walls = Durations()
  private var processors = Durations()

  /// - Throws: `Trouble` where an answer and a proof cannot both be right.
  mutating func add(_ answer: Answer, _ known: PublicProblem.Known) throws {
    guard let length = known.length else { throw Trouble("\(known.name): no best answer known") }
    let plan = answer.plan
    if plan.lowerBound > length || plan.length < length && known.isProven {
      throw Trouble(
        "\(known.name): \(plan.length) mm and bound \(plan.lowerBound) mm, where \(length) mm is "
          + (known.isProven ? "proven" : "known"))
    }
    gaps.add(gap(plan.length, over: length))
    under.add(-gap(plan.lowerBound, over: length))
    best += plan.length == length ? 1 : 0
    better += plan.length < length ? 1 : 0
    proven += plan.proven ? 1 : 0
    walls.add(answer.wall)
    processors.add(answer.processor)
  }

  /// To read: number, gaps, best, better, bound, proven, times.
  var cells: [String] {
    [
      "\(gaps.count)", decimal(gaps.mean, 3), decimal(gaps.worst, 2), "\(best)", "\(better)",
      decimal(under.mean, 2), "\(proven)", seconds(walls.p50), seconds(walls.worst),
      seconds(processors.p50),
    ]
  }
}
