import Formats
import Foundation
import Routing

/// Orders onto carts: how near the best answers known, and what one large wave saves.
struct Batches: Benchmark {
  static let name = "batches"
  static let about = "orders onto carts: public problems against the best answers known"
  static let isOnItsOwn = true

  private let options: Options
  private let limits: [Double]

  init(_ options: Options) {
    self.options = options
    limits = options.limits.isEmpty ? [1, 10] : options.limits
  }

  func run(in scratch: Scratch) throws {
    try compare("henn-waescher", sample: options.isWhole ? nil : options.sample ?? 15)
    try compare("foodmart", sample: options.sample)
    try showLarge()
    print(
      """
      Read: gap to the best answer known; better: shorter than that. under: how far our bound lies \
      below the best known. tenths: ten consecutive tenths of the orders, each with a tenth of the \
      time; saved: what all at once walks less. A search ends before its limit where its answer is \
      proven. s: \(options.countsProcessor ? "limits count the processor's" : "the wall's").
      """)
  }

  private func compare(_ name: String, sample: Int?) throws {
    guard let all = try PublicData(folder: options.data).problems("batching/\(name).jsonl") else {
      return
    }
    let problems = PublicData.sample(sample, of: all)
    let progress = Progress()
    var table = Table(
      name, "limit s", "n", "mean gap %", "worst gap %", "best", "better", "under %", "proven",
      "p50 s", "worst s", "processor p50")
    for limit in limits {
      var sizes: [Int: BatchScore] = [:]
      var total = BatchScore()
      for (index, problem) in problems.enumerated() {
        progress.show("\(name), \(limit) s: \(index + 1) of \(problems.count)")
        let request = try BatchProblem(json: problem.bytes).request
        let answer = try solve(request, limit)
        let size = (request.orders.count + 19) / 20 * 20
        try sizes[size, default: BatchScore()].add(answer, problem.known)
        try total.add(answer, problem.known)
      }
      for (size, score) in sizes.sorted(by: { $0.key < $1.key }) {
        table.add(["up to \(size) orders", decimal(limit, 1)] + score.cells)
      }
      table.add(["all", decimal(limit, 1)] + total.cells)
    }
    table.show()
    print()
    fflush(nil)
  }

  private func showLarge() throws {
    let progress = Progress()
    var table = Table(
      "at once", "orders", "limit s", "batches", "m", "tenths batches", "tenths m", "saved %", "s",
      "processor s")
    var isAny = false
    for (name, limit) in [("food_1000", 10.0), ("food_5000", 30.0)] {
      let problems = try PublicData(folder: options.data).problems("batching/\(name).json")
      guard let problem = problems?.first else { continue }
      isAny = true
      let request = try BatchProblem(json: problem.bytes).request
      progress.show("\(name): whole")
      let whole = try solve(request, limit)
      var (length, batches) = (0, 0)
      let count = request.orders.count
      for tenth in 0..<10 {
        progress.show("\(name): tenth \(tenth + 1)")
        let part = try BatchRequest(
          layout: request.layout, start: request.start, end: request.end,
          capacity: request.capacity,
          orders: Array(request.orders[tenth * count / 10..<(tenth + 1) * count / 10]))
        let answer = try solve(part, limit / 10)
        length += answer.plan.length
        batches += answer.plan.batches.count
      }
      table.add(
        name, "\(count)", decimal(limit, 1), "\(whole.plan.batches.count)",
        "\(whole.plan.length / 1000)", "\(batches)", "\(length / 1000)",
        decimal(-gap(whole.plan.length, over: length), 2), seconds(whole.wall),
        seconds(whole.processor))
    }
    if isAny { table.show() }
  }

  private func solve(_ request: BatchRequest, _ limit: Double) throws -> BatchScore.Answer {
    let watch = Stopwatch(countsProcessor: options.countsProcessor)
    let plan = BatchSolver().solve(
      request, milliseconds: Int(limit * 1000), clock: { watch.elapsed })
    let answer = BatchScore.Answer(plan: plan, wall: watch.wall, processor: watch.processor)
    if let wrong = plan.violations(of: request).first { throw Trouble("a wrong answer: \(wrong)") }
    return answer
  }
}
