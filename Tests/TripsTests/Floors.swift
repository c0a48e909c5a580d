import Foundation
import Station
import Storage
import Trips
import Warehouse

/// The small world at each depth, and the trips over it.
enum Floors {
  /// Where a trip is played.
  enum Depth: String, CaseIterable, Sendable, CustomStringConvertible {
    case memory, sqlite, terminal

    var description: String { rawValue }
  }

  /// The folder of the trips over the small world.
  static let trips = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/Trips/small").path

  /// The files of the trips, by name.
  static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: trips)) ?? [])
    .filter { $0.hasSuffix(".trip") }.sorted()

  /// A world that builds its store again in memory.
  static let memory = World(start: SmallWorld.start) {
    let store = MemoryStore()
    try SmallWorld.fill(store)
    try SmallWorld.release(store)
    return World.Ground(store: store, folder: try makeFolder())
  }

  /// A world that copies a file prepared once.
  static let sqlite = World(start: SmallWorld.start) {
    let folder = try makeFolder()
    let file = folder + "/small.sqlite"
    try FileManager.default.copyItem(atPath: template.get(), toPath: file)
    return World.Ground(store: try SQLiteStore.open(at: file), file: file, folder: folder)
  }

  private static let template = Result { () throws -> String in
    let file = try makeFolder() + "/template.sqlite"
    let store = try SQLiteStore.create(at: file)
    try SmallWorld.fill(store)
    try SmallWorld.release(store)
    try store.close()
    atexit { try? FileManager.default.removeItem(atPath: Floors.templateFolder) }
    return file
  }

  private static var templateFolder: String {
    (try? template.get()).map { URL(fileURLWithPath: $0).deletingLastPathComponent().path } ?? ""
  }

  /// A folder of its own with the spool folders of the small world.
  private static func makeFolder() throws -> String {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("pickway-trips-\(UUID().uuidString)").path
    for spool in ["labels-1", "labels-2"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(spool)", withIntermediateDirectories: true)
    }
    return folder
  }

  /// Plays a trip on a stage of its own.
  static func play(_ trip: Trip, _ depth: Depth, killing: Bool = false) throws -> TripResult {
    let ground =
      switch depth {
      case .memory: try memory.makeGround()
      case .sqlite, .terminal: try sqlite.makeGround()
      }
    defer { try? FileManager.default.removeItem(atPath: ground.folder) }
    let seeds = Counter("s")
    let stage: any Stage
    switch depth {
    case .memory, .sqlite:
      stage = InProcessStage(
        store: ground.store, folder: ground.folder, start: SmallWorld.start,
        seed: { seeds.next() })
    case .terminal:
      stage = try TerminalStage(
        program: program ?? "", file: ground.file ?? "", store: ground.store,
        start: SmallWorld.start, seed: { seeds.next() })
    }
    defer { stage.close() }
    return runner.run(trip, on: stage, killingAfterEachInput: killing)
  }

  static var runner: TripRunner {
    var runner = TripRunner(brings: { kind, path, stage in
      guard let records = SmallWorld.files["\(kind.rawValue) \(path)"] else {
        let names = SmallWorld.files.keys.sorted().joined(separator: ", ")
        throw StageTrouble("\(path): expected one of \(names)")
      }
      try SmallWorld.land(records, as: kind, in: stage.store, digest: path)
    })
    if ProcessInfo.processInfo.environment["TRIPS_SHOW"] != nil {
      runner.shows = { step, person, frame in
        print("\(step.line): \(step.text) (\(person))\n\(frame.framed)")
      }
    }
    return runner
  }

  /// The built program: named by PICKWAY_BIN, or in the build folder beside the tests.
  static let program: String? = {
    let named = ProcessInfo.processInfo.environment["PICKWAY_BIN"]
    let built = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("pickway").path
    return [named, built].compactMap { $0 }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()
}
