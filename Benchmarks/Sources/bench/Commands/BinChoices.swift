import Formats
import Routing

/// Bins and walk chosen together, where the stock of an article lies in several bins.
struct BinChoices: Benchmark {
  static let name = "scattered"
  static let about = "bins and walk chosen together: public problems with proven optima"
  static let isOnItsOwn = true

  private let options: Options

  init(_ options: Options) {
    self.options = options
  }

  func run(in scratch: Scratch) throws {
    let limit = options.limits.first ?? 1
    let progress = Progress()
    var quick = Table(
      "quick", "effort", "n", "mean gap %", "worst gap %", "optimal", "mean ms", "p50 ms",
      "p99 ms", "processor mean")
    var full = Table(
      "in \(decimal(limit, 1)) s", "n", "proven", "proven %", "mean gap %", "worst gap %",
      "p50 ms", "p90 ms", "processor p50", "published below")
    var totals = (instant: Score(), search: Score(), proof: Score())
    for (blocks, bins) in [(1, 2), (1, 5), (1, 10), (2, 2), (2, 5), (2, 10)] {
      let path = "routing/scattered-\(blocks)block-\(bins).jsonl"
      guard let all = try PublicData(folder: options.data).problems(path) else { continue }
      let problems = PublicData.sample(options.isWhole ? nil : options.sample ?? 30, of: all)
      var scores = (instant: Score(), search: Score(), proof: Score())
      for (index, problem) in problems.enumerated() {
        progress.show("\(path): \(index + 1) of \(problems.count)")
        guard let task = try ScatteredTask(RouteProblem(json: problem.bytes)) else { continue }
        let proof = try solve(task.request, .proof, limit)
        let mayDiffer = blocks == 2 && task.request.demands.contains { $0.quantity > 1 }
        let best = try self.best(problem.known, proof.plan, mayDiffer: mayDiffer)
        scores.instant.add(try solve(task.request, .instant, limit), best)
        scores.search.add(try solve(task.request, .search, limit), best)
        scores.proof.add(proof, best)
      }
      totals.instant.add(scores.instant)
      totals.search.add(scores.search)
      totals.proof.add(scores.proof)
      let name = "\(blocks) block\(blocks == 1 ? "" : "s"), \(bins) bins"
      quick.add([name, "instant"] + scores.instant.quick)
      quick.add([name, "search"] + scores.search.quick)
      full.add([name] + scores.proof.full)
    }
    guard totals.proof.count > 0 else { return }
    quick.add(["all", "instant"] + totals.instant.quick)
    quick.add(["all", "search"] + totals.search.quick)
    full.add(["all"] + totals.proof.full)
    quick.show()
    print()
    full.show()
    print(
      """
      Read: gap to the published optimum, or to ours where that is proven longer. quick: a plan for a \
      walk that goes on in another way (instant), and one with a bound (search). in \
      \(decimal(limit, 1)) s: all plans, also those not proven then; limits count \
      \(options.countsProcessor ? "the processor's time" : "the wall's clock"). published below: \
      problems whose published value is less than our bound; known for two blocks and demands above \
      one, anywhere else the run ends with an error.
      """)
  }

  /// The shortest length there is: the published one, or where it cannot be walked our own proven
  /// one, or what we know of it.
  ///
  /// - Throws: `Trouble` where our plan and the published optimum cannot both be right.
  private func best(
    _ known: PublicProblem.Known, _ plan: ScatteredPlan, mayDiffer: Bool
  ) throws -> Score.Best {
    guard let length = known.length else { throw Trouble("\(known.name): no optimum known") }
    let isBelow = length < plan.lowerBound
    guard length <= plan.cost, !isBelow || mayDiffer else {
      throw Trouble(
        "\(known.name): \(plan.cost) mm and bound \(plan.lowerBound) mm, where \(length) mm is "
          + "published")
    }
    return Score.Best(length: max(length, plan.lowerBound), isBelow: isBelow)
  }

  private func solve(
    _ request: ScatteredRequest, _ effort: ScatteredSolver.Effort, _ limit: Double
  ) throws -> Score.Answer {
    let watch = Stopwatch(countsProcessor: options.countsProcessor)
    let until = Duration.seconds(limit)
    let plan = try ScatteredSolver().solve(request, effort: effort) { watch.elapsed >= until }
    let answer = Score.Answer(plan: plan, wall: watch.wall, processor: watch.processor)
    if let wrong = plan.violations(of: request).first { throw Trouble("a wrong plan: \(wrong)") }
    return answer
  }
}

extension BinChoices {
  /// How good some plans were, and how long they took.
  struct Score {
    /// The shortest length there is, as far as known.
    struct Best {
      let length: Int
      /// Whether the published one is shorter, which cannot be.
      let isBelow: Bool
    }

    struct Answer {
      let plan: ScatteredPlan
      let wall: Int64
      let processor: Int64
    }

    private var gaps = Figures()
    private var (optimal, proven, below) = (0, 0, 0)
    private var walls = Durations()
    private var processors = Durations()

    var count: Int { gaps.count }

    mutating func add(_ answer: Answer, _ best: Best) {
      gaps.add(gap(answer.plan.cost, over: best.length))
      optimal += answer.plan.cost == best.length ? 1 : 0
      proven += answer.plan.proven ? 1 : 0
      below += best.isBelow ? 1 : 0
      walls.add(answer.wall)
      processors.add(answer.processor)
    }

    mutating func add(_ other: Score) {
      for gap in other.gaps.all { gaps.add(gap) }
      optimal += other.optimal
      proven += other.proven
      below += other.below
      walls.add(other.walls)
      processors.add(other.processors)
    }

    var quick: [String] {
      [
        "\(count)", decimal(gaps.mean, 3), decimal(gaps.worst, 2), "\(optimal)",
        milliseconds(walls.mean), milliseconds(walls.p50), milliseconds(walls.p99),
        milliseconds(processors.mean),
      ]
    }

    var full: [String] {
      [
        "\(count)", "\(proven)", decimal(Double(100 * proven) / Double(max(count, 1)), 1),
        decimal(gaps.mean, 3), decimal(gaps.worst, 2), milliseconds(walls.p50),
        milliseconds(walls.percentile(90)), milliseconds(processors.p50),
        "\(below)",
      ]
    }
  }
}
