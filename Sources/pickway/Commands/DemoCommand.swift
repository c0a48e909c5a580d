import ArgumentParser
import Flows
import Foundation
import Simulation
import Station
import Storage
import Terminal
import Trips
import Warehouse

/// Tries the floor: the demo site in a scratch store.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Try the floor on the demo site, in a scratch store.",
    discussion: """
      In a terminal it opens the console; the first screen says which badges exist. Without one \
      it plays the demo trip and prints each screen. The scratch store is a new folder in the \
      temporary folder, named at the end; --store keeps it elsewhere, and takes it up again.
      """)

  @OptionGroup var glass: GlassOption
  @Option(help: "Keep the scratch store in this file, or take it up again.") var store: String?
  @Option(help: "The handheld's code; a second terminal needs another.") var device: String?

  func run() throws {
    guard isatty(0) == 1, isatty(1) == 1 else { return try play() }
    let path = try store ?? Self.scratch()
    let isNew = !FileManager.default.fileExists(atPath: path)
    let opened = isNew ? try DemoFloor.create(at: path) : try SQLiteStore.open(at: path)
    if isNew { try opened.carryOut(.adoptBenchRules(DemoFloor.bench)) }
    var glass = glass
    if glass.clock == nil { glass.clock = DemoFloor.opening }
    let run = ConsoleRun(
      store: opened, folder: URL(fileURLWithPath: path).deletingLastPathComponent().path,
      device: device ?? ConsoleCommand.device(), glass: glass, hints: DemoFloor.hints,
      mark: Text(zh: "演示", en: "DEMO"), prints: true,
      carriers: try CarrierConnection.found(for: opened))
    try onMain { try run.run() }
    print("the demo's store: \(path)")
    print("a second terminal: pickway demo --store \(path)")
  }

  static func scratch() throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pickway-demo-\(Machine.seed())")
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw Failure(.cannotCreate, "\(folder.path): \(error.localizedDescription)")
    }
    return folder.appendingPathComponent("demo.sqlite").path
  }

  /// Plays the demo trip and prints each screen.
  private func play() throws {
    var trip = try DemoTrip.parsed()
    let size = try glass.fixedSize() ?? Size(columns: 80, rows: 24)
    let language = try glass.lang == nil ? Language.zh : glass.language(showsChinese: true)
    trip.play(at: size, in: language)
    let runner = TripRunner(
      brings: TripWorld.bring,
      shows: { step, person, frame in
        print("\(step.line): \(step.text) [\(person)]\n\(frame.framed)")
      })
    let result = try TripWorld(depth: .memory, store: nil)
      .run(trip, runner: runner, killing: false)
    if let failure = result.failure { throw Failure(.software, failure.description) }
    print("the demo trip: \(result.gestures) inputs, all as expected")
  }
}
