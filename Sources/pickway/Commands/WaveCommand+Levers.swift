import ArgumentParser
import Warehouse

extension WaveCommand {
  struct Recall: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "recall",
      abstract: "Take a wave off the floor again while nobody has taken a list.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The wave.") var wave: String

    var lever: Lever { .recall(Code(wave)) }
    var done: String { "\(wave) is planned again" }
  }

  struct Dissolve: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "dissolve",
      abstract: "Give the orders of a planned wave back to those that wait to be planned.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The wave.") var wave: String

    var lever: Lever { .dissolve(Code(wave)) }
    var done: String { "\(wave) is dissolved" }
  }

  struct Pause: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "pause",
      abstract: "Give out no more lists of a wave; those in hand go on.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The wave.") var wave: String

    var lever: Lever { .pause(Code(wave)) }
    var done: String { "\(wave) is paused" }
  }

  struct Resume: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "resume",
      abstract: "Give out the lists of a paused wave again.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The wave.") var wave: String

    var lever: Lever { .resume(Code(wave)) }
    var done: String { "\(wave) goes on" }
  }

  struct First: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "first",
      abstract: "Give a wave out before others, whatever their cut-offs.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The wave.") var wave: String
    @Option(help: "Higher goes first; 0 is usual.") var priority = 9

    var lever: Lever { .prioritize(Code(wave), priority) }
    var done: String { "\(wave) has priority \(priority)" }
  }

  struct Split: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "split",
      abstract: "Put lists of a wave, with their orders, into a wave of their own.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The wave.") var wave: String
    @Argument(help: "Its lists.") var lists: [String]
    @Option(help: "The new wave's code.") var into: String

    var lever: Lever { .split(Code(wave), lists.map { Code($0) }, into: Code(into)) }
    var done: String { "\(into) has \(lists.count) list(s) of \(wave)" }
  }

  struct Merge: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge",
      abstract: "Put all lists of a wave into another of the same carrier.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The wave.") var wave: String
    @Option(help: "The wave that takes them.") var into: String

    var lever: Lever { .merge(Code(wave), into: Code(into)) }
    var done: String { "\(wave) is part of \(into)" }
  }

  struct Reassign: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "reassign",
      abstract: "Give a list to somebody, whoever has it; to whoever waits without --to.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The list.") var list: String
    @Option(help: "The badge of who goes on with it.") var to: String?

    var lever: Lever { .reassign(Code(list), to: to.map { Code($0) }) }
    var done: String { "\(list) is with \(to ?? "whoever takes it")" }
  }

  struct CloseShort: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "close-short",
      abstract: "Close what is open of a list as short.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The list.") var list: String

    var lever: Lever { .closeShort(Code(list)) }
    var done: String { "\(list) is closed short" }
  }

  struct ShareOut: LeverCommand {
    static let configuration = CommandConfiguration(
      commandName: "share-out",
      abstract: "Share what can still be picked of a product fairly over a wave's orders.")

    @OptionGroup var desk: LeverOption
    @Argument(help: "The wave.") var wave: String
    @Argument(help: "The product.") var sku: String

    var lever: Lever { .shareOut(Code(wave), Code(sku)) }
    var done: String { "\(sku) is shared out over \(wave)" }
  }
}
