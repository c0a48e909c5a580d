import ArgumentParser
import Foundation
import Station
import Storage
import Warehouse

/// What every lever of the command line needs.
struct LeverOption: ParsableArguments {
  @OptionGroup var store: StoreOption
  @Option(help: "Why; it is journalled with who did it.") var reason: String

  /// Moves work, says so, and says how it is moved back.
  func carryOut(_ lever: Lever, _ done: String) throws {
    let why = "\(reason) (\(NSUserName()))"
    let receipt = try store.open().carryOut(.lever(lever, reason: why))
    var back = ""
    if case .levered(undo: let undo?) = receipt { back = "; back again: \(Self.words(undo))" }
    print(done + back)
  }

  private static func words(_ lever: Lever) -> String {
    switch lever {
    case .release(let wave): "pickway wave release \(wave)"
    case .recall(let wave): "pickway wave recall \(wave)"
    case .prioritize(let wave, let priority): "pickway wave first \(wave) --priority \(priority)"
    case .pause(let wave): "pickway wave pause \(wave)"
    case .resume(let wave): "pickway wave resume \(wave)"
    case .split(let wave, let lists, let new):
      "pickway wave split \(wave) \(lists.map(\.rawValue).joined(separator: " ")) --into \(new)"
    case .merge(let wave, let other): "pickway wave merge \(wave) --into \(other)"
    case .reassign(let list, let badge):
      "pickway wave reassign \(list)" + (badge.map { " --to \($0)" } ?? "")
    case .closeShort(let list): "pickway wave close-short \(list)"
    case .send(let order): "pickway orders send \(order)"
    case .hold(let order): "pickway orders hold \(order)"
    case .tell(let badge, _): "a word to \(badge)"
    }
  }
}

extension WaveCommand {
  struct Recall: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "recall",
      abstract: "Take a wave off the floor again while nobody has taken a list.")

    @OptionGroup var lever: LeverOption
    @Argument(help: "The wave.") var wave: String

    func run() throws {
      try lever.carryOut(.recall(Code(wave)), "\(wave) is planned again")
    }
  }

  struct Pause: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "pause",
      abstract: "Give out no more lists of a wave; those in hand go on.")

    @OptionGroup var lever: LeverOption
    @Argument(help: "The wave.") var wave: String

    func run() throws {
      try lever.carryOut(.pause(Code(wave)), "\(wave) is paused")
    }
  }

  struct Resume: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "resume",
      abstract: "Give out the lists of a paused wave again.")

    @OptionGroup var lever: LeverOption
    @Argument(help: "The wave.") var wave: String

    func run() throws {
      try lever.carryOut(.resume(Code(wave)), "\(wave) goes on")
    }
  }

  struct First: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "first",
      abstract: "Give a wave out before others, whatever their cut-offs.")

    @OptionGroup var lever: LeverOption
    @Argument(help: "The wave.") var wave: String
    @Option(help: "Higher goes first; 0 is usual.") var priority = 9

    func run() throws {
      try lever.carryOut(.prioritize(Code(wave), priority), "\(wave) has priority \(priority)")
    }
  }

  struct Split: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "split",
      abstract: "Put lists of a wave, with their orders, into a wave of their own.")

    @OptionGroup var lever: LeverOption
    @Argument(help: "The wave.") var wave: String
    @Argument(help: "Its lists.") var lists: [String]
    @Option(help: "The new wave's code.") var into: String

    func run() throws {
      try lever.carryOut(
        .split(Code(wave), lists.map { Code($0) }, into: Code(into)),
        "\(into) has \(lists.count) list(s) of \(wave)")
    }
  }

  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge",
      abstract: "Put all lists of a wave into another of the same carrier.")

    @OptionGroup var lever: LeverOption
    @Argument(help: "The wave.") var wave: String
    @Option(help: "The wave that takes them.") var into: String

    func run() throws {
      try lever.carryOut(.merge(Code(wave), into: Code(into)), "\(wave) is part of \(into)")
    }
  }

  struct Reassign: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reassign",
      abstract: "Give a list to somebody, whoever has it; to whoever waits without --to.")

    @OptionGroup var lever: LeverOption
    @Argument(help: "The list.") var list: String
    @Option(help: "The badge of who goes on with it.") var to: String?

    func run() throws {
      try lever.carryOut(
        .reassign(Code(list), to: to.map { Code($0) }),
        "\(list) is with \(to ?? "whoever takes it")")
    }
  }

  struct CloseShort: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "close-short",
      abstract: "Close what is open of a list as short.")

    @OptionGroup var lever: LeverOption
    @Argument(help: "The list.") var list: String

    func run() throws {
      try lever.carryOut(.closeShort(Code(list)), "\(list) is closed short")
    }
  }
}
