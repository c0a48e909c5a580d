import ArgumentParser
import Drills
import Flows
import Foundation
import Station
import Storage
import Terminal
import Warehouse

/// Training on the real screens.
struct DrillCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drill", abstract: "Train on the real screens, with real faults and a score.",
    discussion: """
      A drill works on a scratch store of its own and is marked on every screen; no live store can \
      be touched by it. The drills are found in PICKWAY_DRILLS, beside the installed program, or in \
      Fixtures/Drills of a checkout. See Docs/Drills.md.
      """,
    subcommands: [
      List.self, Check.self, Run.self, ScoreOf.self, Sheet.self, Faults.self, Board.self,
      Record.self, FromReplay.self, Review.self,
    ])
}

/// Where the drills are.
struct DrillsOption: ParsableArguments {
  @Option(help: "The folder of the drills.") var drills: String?
  @Option(help: "The file of the drill a recording is of, where it is in no folder.")
  var file: String?

  func catalog() throws -> DrillCatalog {
    guard let folder = drills ?? DrillCatalog.find() else {
      throw Failure(
        .noInput, "no drills found: expected --drills FOLDER, PICKWAY_DRILLS or Fixtures/Drills")
    }
    guard FileManager.default.fileExists(atPath: folder) else {
      throw Failure(.noInput, "\(folder): expected a folder with drills")
    }
    return try DrillCatalog(folder: folder)
  }

  /// A drill by its name or id, or the file of one.
  func drill(_ name: String) throws -> Drill {
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      return try DrillReader().drill(at: name)
    }
    let catalog = try catalog()
    guard let drill = catalog[name] else {
      throw Failure(.noInput, "no drill \(name) in \(catalog.folder): see `pickway drill list`")
    }
    return drill
  }
}

extension DrillsOption {
  /// A recording with the drill it is of: one of the folder, or of the file it names.
  func recorded(_ path: String) throws -> (Drill, Recording) {
    var input = try LineInput(path)
    let read = try Recording(lines: Data(try input.rest()), file: path)
    if let file, case let drill = try DrillReader().drill(at: file) {
      guard drill.id == read.drill else {
        throw Failure(.data, "\(path):1: of drill \(read.drill), but \(file) is \(drill.id)")
      }
      return (drill, read)
    }
    let catalog = try catalog()
    guard let drill = catalog[read.drill] else {
      throw Failure(
        .data,
        "\(path):1: no drill \(read.drill) (\(read.name)) in \(catalog.folder): expected --file")
    }
    return (drill, read)
  }
}

extension DrillCommand {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the drills by level.")

    @OptionGroup var drills: DrillsOption
    @OptionGroup var listing: ListingOption

    struct Row: Encodable {
      var id: String
      var name: String
      var level: String
      var job: String
      var zh: String
      var en: String
      var orders: Int
      var faults: [String]
    }

    func run() throws {
      let rows = try drills.catalog().drills.map { drill in
        Row(
          id: drill.id, name: drill.name, level: drill.level.rawValue, job: drill.job.rawValue,
          zh: drill.title.zh, en: drill.title.en, orders: drill.orders.count,
          faults: drill.faults.map(\.kind.rawValue))
      }
      try listing.print(
        rows,
        columns: [
          ("DRILL", \.name), ("LEVEL", \.level), ("JOB", \.job), ("标题", \.zh), ("TITLE", \.en),
          ("ORDERS", { String($0.orders) }), ("FAULTS", { String($0.faults.count) }),
        ], empty: "no drills")
    }
  }

  struct Faults: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the kinds of faults, with what they need and what to do about them.")

    @OptionGroup var listing: ListingOption

    struct Row: Encodable {
      var kind: String
      var needs: [String]
      var effect: Text
      var answer: Text
    }

    func run() throws {
      try listing.print(
        FaultKind.allCases.map { kind in
          Row(
            kind: kind.rawValue, needs: kind.needs.map(\.rawValue).sorted(), effect: kind.effect,
            answer: kind.answer)
        },
        columns: [
          ("FAULT", \.kind), ("NEEDS", { $0.needs.joined(separator: " ") }),
          ("WHAT", \.effect.en), ("ANSWER", \.answer.en),
        ], empty: "none")
    }
  }

  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check files of drills.",
      discussion: """
        Every problem is one line with its file and line. A drill that can be read is also worked \
        by the scripted expert: a fault that nobody meets, or work without an end, is told.
        """)

    @Argument(help: "Files of drills.") var files: [String]

    func run() throws {
      var problems: [String] = []
      for file in files {
        do {
          let drill = try DrillReader().drill(at: file)
          let floor = try DrillRun.run(drill, by: .expert)
          let card = try floor.score()
          for fault in drill.faults where card.missed.contains(fault.kind.rawValue) {
            problems.append(
              "\(file):\(fault.line): \(fault.kind.rawValue): nobody meets it, or it has no answer")
          }
          if card.total < 100, card.missed.isEmpty {
            let short = card.parts.filter { $0.points < $0.of }
              .map { "\($0.name.en) \($0.points)/\($0.of)" }.joined(separator: ", ")
            problems.append("\(file):1: the expert gets only \(card.total): \(short)")
          }
          if card.total == 100 { print("\(file): good, id \(drill.id), par \(card.par) s") }
        } catch let trouble as DrillTrouble {
          problems += trouble.problems.map(\.description)
        }
      }
      guard problems.isEmpty else {
        throw Failure(.data, problems.joined(separator: "\npickway: "))
      }
    }
  }

  struct Sheet: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print a drill's badges, totes, bins and products as barcodes (PDF).")

    @OptionGroup var drills: DrillsOption
    @Argument(help: "The drill.") var drill: String
    @Option(name: [.customShort("o"), .long], help: "The file to write.") var output: String

    func run() throws {
      let bytes = try DrillSheet(try drills.drill(drill)).pdf()
      do {
        try Data(bytes).write(to: URL(fileURLWithPath: output), options: .atomic)
      } catch {
        throw Failure(.cannotCreate, "\(output): \(error.localizedDescription)")
      }
    }
  }

  struct ScoreOf: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "score", abstract: "Score a recording once more.",
      discussion: "The same recording gives the same score on any machine.")

    @OptionGroup var drills: DrillsOption
    @Argument(help: "The recording, or - for standard input.") var recording: String
    @Flag(help: "Print JSON.") var json = false

    func run() throws {
      let (drill, read) = try drills.recorded(recording)
      let floor = try DrillFloor(drill)
      try floor.replay(read)
      try tell(try floor.score(), drill.language, json)
    }
  }
}

extension DrillCommand {
  struct Run: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Work through a drill: a person in a terminal, or a scripted one.",
      discussion: """
        In the terminal: type and scan as on the floor. The world has commands of its own, each \
        with Enter: #3 scans the third thing in view, !3 uses the hand on it, ?3 the other thing \
        one can do with it, @A-03 walks there. F2 shows the world on a small glass, Ctrl-D stops. \
        Habits of novices: no-item-scan, ignores-expiry, wrong-tote, bin-order, careless, slow.
        """)

    @OptionGroup var drills: DrillsOption
    @Argument(help: "The drill.") var drill: String
    @Option(help: "A scripted person: expert, or novice:HABIT.") var auto: String?
    @Flag(help: "Print JSON.") var json = false
    @Option(help: "Write the recording to this file.") var record: String?
    @OptionGroup var own: ClassOption
    @OptionGroup var glass: GlassOption

    func run() throws {
      let drill = try drills.drill(drill)
      let done: Done
      if let auto {
        let floor = try DrillRun.run(drill, by: try habit(auto))
        done = Done(card: try floor.score(), recording: floor.recording)
      } else {
        done = try person(drill)
      }
      let written = try save(done.recording)
      try own.write(drill, done.card)
      let language = DrillGlass(glass: glass, drill: drill).language
      try tell(done.card, language, json)
      guard !json, let written else { return }
      defer { print(DrillCommand.named(written, language)) }
      if auto == nil { try offerReview(drill, done.recording, language) }
    }

    /// Whoever has just worked may look at it step by step, and try again from any step.
    private func offerReview(
      _ drill: Drill, _ recording: Recording, _ language: Language
    ) throws {
      guard DrillCommand.wantsReview(language) else { return }
      var review = DrillCommand.Review()
      review.own = own
      review.glass = glass
      try review.show(drill, recording)
    }

    /// What is left of a run.
    private struct Done: Sendable {
      var card: ScoreCard
      var recording: Recording
    }

    private func habit(_ text: String) throws -> Habit {
      let name = text.hasPrefix("novice:") ? String(text.dropFirst(7)) : text
      guard let habit = Habit(rawValue: name), (habit == .expert) == !text.hasPrefix("novice:")
      else {
        let all = Habit.allCases.filter { $0 != .expert }.map { "novice:\($0.rawValue)" }
        throw Failure(
          .usage, "--auto \(text): expected expert or one of \(all.joined(separator: ", "))")
      }
      return habit
    }

    private func person(_ drill: Drill) throws -> Done {
      let floor = try DrillGlass(glass: glass, drill: drill).work()
      return Done(card: try floor.score(), recording: floor.recording)
    }

    private func save(_ recording: Recording) throws -> String? {
      // Programs name the file; a person's run is kept for its review and named in the last line.
      guard record != nil || (auto == nil && !json) else { return nil }
      return try DrillCommand.save(recording, at: record)
    }
  }
}
