import ArgumentParser
import Formats
import Foundation
import Routing

/// Routes: the shortest walk through given stops, beside what rules of thumb would walk.
struct RouteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "route", abstract: "Solve, compare and draw walks.",
    discussion: "Docs/Routing.md has the formats.",
    subcommands: [Solve.self, Compare.self, Show.self])

  struct Solve: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print the shortest walk of a route problem, with its path and its proof.")

    @OptionGroup var problems: ProblemInput

    func run() throws {
      try problems.answer { bytes in
        let problem = try RouteProblem(json: bytes)
        let clock = ContinuousClock()
        let start = clock.now
        let allowed = problems.milliseconds ?? problem.milliseconds
        return try Self.answer(problem, allowed) { start.duration(to: clock.now) }.line
      }
    }

    /// The answer to a problem, the best within the time allowed.
    static func answer(
      _ problem: RouteProblem, _ milliseconds: Int?, elapsed: @escaping @Sendable () -> Duration
    ) throws -> RouteAnswer {
      if let task = try ScatteredTask(problem) {
        let limit = Duration.milliseconds(milliseconds ?? 1000)
        let plan = try ScatteredSolver().solve(task.request, until: { elapsed() >= limit })
        return task.answer(plan, microseconds: elapsed().microseconds)
      }
      guard let request = try problem.walkRequest() else {
        throw FormatError("picks", "expected stops: bins are chosen on layouts of aisles only")
      }
      let limit =
        milliseconds.map { SearchLimit(time: .milliseconds($0), elapsed: elapsed) } ?? .standard
      let walk = try WalkSolver().solve(request, limit: limit)
      return RouteAnswer(walk, to: problem, microseconds: elapsed().microseconds)
    }
  }
}

extension Duration {
  /// Whole microseconds.
  var microseconds: Int {
    Int(components.seconds) * 1_000_000 + Int(components.attoseconds / 1_000_000_000_000)
  }

  /// Whole milliseconds.
  var milliseconds: Int { microseconds / 1000 }
}
