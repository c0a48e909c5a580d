import ArgumentParser
import Exchange
import Flows
import Foundation
import Simulation
import Station
import Storage
import Terminal
import Trips
import Warehouse

/// Runs trip scripts.
struct TripCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trip", abstract: "Run trip scripts: what people do, and what they must see.",
    discussion: """
      Each trip begins on a floor of its own: the demo site with its waves released, or a copy of \
      --store. Docs/Trips.md has the verbs. Ends with `N passed, N failed`.
      """)

  /// How deep a trip goes.
  enum Depth: String, ExpressibleByArgument, CaseIterable {
    /// Everything in this process, nothing on disk.
    case memory
    /// In this process, on a store file.
    case sqlite
    /// The real program on a pseudo-terminal.
    case terminal
  }

  @Argument(help: "Trip files; the demo trip when none is named.") var files: [String] = []
  @Option(help: "memory, sqlite or terminal.") var on: Depth = .memory
  @Option(help: "Begin each trip on a copy of this store.") var store: String?
  @Flag(help: "Print each screen.") var show = false
  @Flag(help: "Pause after each input, to watch.") var slow = false
  @Flag(help: "Kill and reopen the handheld after every input.") var killing = false

  func run() throws {
    let trips: [Trip]
    do {
      trips =
        try files.isEmpty ? [DemoTrip.parsed()] : files.map { try Trip(contentsOf: $0) }
    } catch let problems as TripProblems {
      FileHandle.standardError.write(Data("\(problems)\n".utf8))
      throw Failure(.data, "not run: wrong lines in a trip")
    }
    let world = try TripWorld(depth: on, store: store)
    var failed = 0
    for trip in trips {
      let result = try world.run(
        trip, runner: runner, killing: killing)
      if let failure = result.failure {
        failed += 1
        print(failure)
      } else {
        print(
          "\(result.trip): \(result.gestures) inputs" + (killing ? ", \(result.kills) kills" : ""))
      }
    }
    print("\(trips.count - failed) passed, \(failed) failed")
    guard failed == 0 else { throw ExitCode(Failure.Status.data.rawValue) }
  }

  private var runner: TripRunner {
    var runner = TripRunner(brings: TripWorld.bring)
    if show || slow {
      runner.shows = { step, person, frame in
        print("\(step.line): \(step.text) [\(person)]\n\(frame.framed)")
        fflush(nil)
      }
    }
    if slow { runner.paces = { usleep(700_000) } }
    return runner
  }
}

/// The floor each trip begins on.
struct TripWorld {
  private let depth: TripCommand.Depth
  private let template: String?

  /// Makes the floors of trips: copies of a store, or the demo site made anew.
  init(depth: TripCommand.Depth, store: String?) throws {
    self.depth = depth
    if let store, depth == .memory {
      throw Failure(.usage, "--store \(store): expected --on sqlite or --on terminal with it")
    }
    if let store { _ = try SQLiteStore.open(at: store) }
    template = store
  }

  /// Runs a trip on a floor of its own.
  func run(_ trip: Trip, runner: TripRunner, killing: Bool) throws -> TripResult {
    let path = try DemoCommand.scratch()
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let seeds = Seeds(prefix: "trip-\(Machine.seed())")
    let opened: any Store
    switch (depth, template) {
    case (.memory, _):
      opened = MemoryStore()
      try DemoFloor.fill(opened)
    case (_, .some(let template)):
      for part in ["", "-wal"] where FileManager.default.fileExists(atPath: template + part) {
        try FileManager.default.copyItem(atPath: template + part, toPath: path + part)
      }
      opened = try SQLiteStore.open(at: path)
    case (_, nil):
      opened = try DemoFloor.create(at: path)
    }
    let stage: any Stage
    switch depth {
    case .memory, .sqlite:
      stage = InProcessStage(
        store: opened, folder: folder, start: DemoFloor.start, seed: seeds.next)
    case .terminal:
      stage = try TerminalStage(
        program: Self.program, file: path, store: opened, start: DemoFloor.start,
        seed: seeds.next)
    }
    defer { stage.close() }
    return runner.run(trip, on: stage, killingAfterEachInput: killing)
  }

  /// This program.
  private static let program =
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    ?? CommandLine.arguments[0]

  /// What the verb `import` does.
  static func bring(_ kind: ImportKind, _ file: String, _ stage: any Stage) throws {
    let result = try FileImport(into: stage.store).run(kind, file, at: stage.now)
    if case .rejected(let problems, _) = result {
      throw Failure(.data, problems.first ?? file)
    }
  }
}

/// The trip the demo plays.
enum DemoTrip {
  static func parsed() throws -> Trip {
    try TripParser().parse(PackageResources.demo_trip, name: "demo.trip")
  }
}

extension Trip {
  /// Plays on another glass: what must be seen is written for the glass the trip names, so it is
  /// only asked for there.
  mutating func play(at size: Size, in language: Language) {
    var same = true
    for index in steps.indices {
      guard case .at(let own, let words) = steps[index].verb else { continue }
      same = same && own == size && words == language
      steps[index].verb = .at(size, language)
    }
    guard !same else { return }
    steps.removeAll { step in
      switch step.verb {
      case .see, .seeNot: true
      default: false
      }
    }
  }
}
