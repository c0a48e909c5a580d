import Foundation
import Routing
import Testing

@testable import Formats

/// The folder with public route problems.
private enum PublicRoutes {
  static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["PICKWAY_DATA"] {
      return URL(fileURLWithPath: named).appendingPathComponent("routing")
    }
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { root.deleteLastPathComponent() }
    return root.deletingLastPathComponent().appendingPathComponent("shared/data/routing")
  }()

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }
}

@Suite(
  .enabled(
    if: PublicRoutes.isPresent,
    "skipped: no public data at \(PublicRoutes.folder.path), set PICKWAY_DATA"))
struct PublicRoutesTests {
  /// Every so many lines of a file, as bytes.
  private static func lines(_ file: String, step: Int) throws -> [[UInt8]] {
    let isFull = ProcessInfo.processInfo.environment["PICKWAY_FULL"] == "1"
    return try Data(contentsOf: PublicRoutes.folder.appendingPathComponent(file))
      .split(separator: UInt8(ascii: "\n")).enumerated()
      .filter { isFull || $0.offset % step == 0 }.map { [UInt8]($0.element) }
  }

  /// The proven optimum a line names, as thousandths.
  private static func optimum(_ line: [UInt8]) throws -> Int {
    guard case .object(let members) = try JSONParser.parse(line),
      case .number(let number) = members.first(where: { $0.key == "_optimum" })?.value
    else { return -1 }
    return number.scaled(places: 3) ?? -1
  }

  @Test(arguments: ["one-block", "two-block"])
  func everyOptimumIsMet(file: String) throws {
    let lines = try Self.lines("\(file).jsonl", step: 60)
    #expect(!lines.isEmpty)
    for line in lines {
      let problem = try RouteProblem(json: line)
      let request = try #require(try problem.walkRequest())
      let walk = try WalkSolver().solve(request)
      #expect(try walk.length == Self.optimum(line) && walk.proven)
      #expect(walk.violations(of: request) == [])
    }
  }

  /// For two blocks only where single pieces are wanted: other published values are below what can
  /// be walked.
  @Test(arguments: ["scattered-1block-2", "scattered-2block-2"])
  func binsAreChosen(file: String) throws {
    let lines = try Self.lines("\(file).jsonl", step: 60)
    #expect(!lines.isEmpty)
    for line in lines {
      let task = try #require(try ScatteredTask(RouteProblem(json: line)))
      let isSingle = task.request.demands.allSatisfy { $0.quantity <= 1 }
      let plan = try ScatteredSolver().solve(task.request, effort: .search)
      let optimum = try Self.optimum(line)
      #expect(
        (plan.lowerBound <= optimum || !isSingle && file.contains("2block"))
          && optimum <= plan.length,
        "\(plan.lowerBound) \(optimum) \(plan.length)")
      let answer = task.answer(plan, microseconds: 1)
      #expect(answer.picks.count == answer.tour.count)
      #expect(answer.line.contains("\"picks\":[{\"stock\":"))
    }
  }
}
