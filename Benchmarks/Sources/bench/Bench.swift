import Foundation

/// Runs benchmarks; see `README.md`.
@main
struct Bench {
  private static let benchmarks: [any (Benchmark & SendableMetatype).Type] = [
    Commits.self, Boards.self, Starts.self, Paints.self, Imports.self, Floors.self, Routes.self,
    Scans.self, Tours.self, Peers.self, Batches.self, Waves.self, BinChoices.self, Regrets.self,
  ]

  static func main() {
    do {
      var arguments = CommandLine.arguments.dropFirst()
      let word = arguments.popFirst() ?? ""
      guard word != "worker" else { return try work(Array(arguments)) }
      let wanted = benchmarks.filter { word == $0.name || word == "all" && !$0.isOnItsOwn }
      guard !wanted.isEmpty else { throw Trouble(usage) }
      let options = try Options(arguments)
      if word == "all" { print(Machine.summary) }
      for benchmark in wanted {
        if word == "all" { print("\nbench \(benchmark.name): \(benchmark.about)") }
        try benchmark.init(options).run(in: Scratch())
        fflush(nil)
      }
    } catch {
      FileHandle.standardError.write(Data("bench: \(error)\n".utf8))
      exit(1)
    }
  }

  private static var usage: String {
    let all = benchmarks.filter { !$0.isOnItsOwn }.map { $0.name }.joined(separator: ", ")
    let words = benchmarks.map { ($0.name, $0.about) } + [("all", "in turn \(all)")]
    return "expected one of these, and --bin PATH for the program that is timed, --whole for all "
      + "of a large floor or of the public data, --sample N, --limit SECONDS, --cpu, --python PATH:\n"
      + words.map { "  " + $0.0.padding(toLength: 10, withPad: " ", startingAt: 0) + $0.1 }
      .joined(separator: "\n")
  }

  /// The part of a worker process.
  private static func work(_ arguments: [String]) throws {
    switch (arguments.first, arguments.count) {
    case ("pick", 5):
      guard let person = Int(arguments[2]), let count = Int(arguments[3]),
        let pause = Int(arguments[4])
      else { throw Trouble("worker pick: expected numbers") }
      var run = try PickRun(store: arguments[1], person: person, among: count)
      try Worker.serve { try run.run(pause: pause) }
    case ("import", 4):
      try Worker.serve { try ImportRun.run(arguments[1], arguments[2], into: arguments[3]) }
    default:
      throw Trouble("worker: expected pick or import")
    }
  }
}
