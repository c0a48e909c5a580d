import ArgumentParser
import Formats
import Foundation
import Routing

extension WaveCommand {
  struct Batch: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put the orders of a batch problem onto carts for the least walking.",
      discussion: "Docs/Routing.md has the format. Without a time limit it takes a second.")

    @OptionGroup var problems: ProblemInput
    @Option(help: "Where the random numbers of the search start.") var seed: UInt64 = 1

    func run() throws {
      try problems.answer { bytes in
        let problem = try BatchProblem(json: bytes)
        let clock = ContinuousClock()
        let start = clock.now
        let line = ProgressLine()
        let plan = BatchSolver(seed: seed).solve(
          problem.request, milliseconds: problems.milliseconds ?? problem.milliseconds ?? 1000,
          clock: { start.duration(to: clock.now) },
          progress: { found in
            line.show(
              "\(found.length / 1000) m, bound \(found.lowerBound / 1000) m",
              after: start.duration(to: clock.now))
            return true
          })
        line.clear()
        return problem.line(
          plan, method: plan.proven ? "proven" : "search",
          milliseconds: start.duration(to: clock.now).milliseconds)
      }
    }
  }

  struct Choose: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Choose the orders with the most units for each aisle visited.",
      discussion: "Docs/Routing.md has the format. Without a time limit it takes a minute at most.")

    @OptionGroup var problems: ProblemInput
    @Option(help: "Where the random numbers of the search start.") var seed: UInt64 = 1

    func run() throws {
      try problems.answer { bytes in
        let problem = try WaveProblem(json: bytes)
        let clock = ContinuousClock()
        let start = clock.now
        let limit = problems.milliseconds ?? problem.milliseconds ?? 60_000
        let outcome = WaveChoiceSolver(seed: seed).solve(
          problem.request, limit: .milliseconds(limit)
        ) { start.duration(to: clock.now) }
        let spent = start.duration(to: clock.now).milliseconds
        switch outcome {
        case .choice(let choice): return problem.line(choice, milliseconds: spent)
        case .infeasible(let reason): throw FormatError("", reason)
        case .noneFound(let bound):
          throw FormatError("", "no wave was found in \(spent) ms; none is better than \(bound)")
        }
      }
    }
  }
}
